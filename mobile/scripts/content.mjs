/** Exports the stories and reference files into public/content, and picks what the first response carries. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const cli = process.env.CHUMIL_CLI ?? "../.venv/bin/chumil";
const source = process.env.CHUMIL_FIXTURES ?? "../fixtures";
const out = "public/content";

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
execFileSync(cli, ["export", source, "--out", out], { stdio: "inherit" });

const read = (name) => JSON.parse(readFileSync(`${out}/${name}.json`, "utf8"));
const catalogue = read("catalogue").map(({ id, tier, topic, title, minutes, sensitive }) => ({
  id,
  tier,
  topic,
  title,
  minutes,
  sensitive,
}));
const used = new Set(catalogue.map((entry) => entry.topic));
const topics = read("topics")
  .filter(({ id }) => used.has(id))
  .map(({ id, title, figure }) => ({
    id,
    title: title.es,
    figure: { id: figure.id, name: figure.name.es },
  }));

writeFileSync(`${out}/first.json`, JSON.stringify({ catalogue, topics }));
