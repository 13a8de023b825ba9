/** Exports the stories and reference files into public/content, and picks what the first response carries. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const cli = process.env.CHUMIL_CLI ?? "../.venv/bin/chumil";
const source = process.env.CHUMIL_FIXTURES ?? "../fixtures";
const out = "public/content";
/** The tier whose first story opens in the first response. */
const OPENING_TIER = "ages-10-12";

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
execFileSync(cli, ["export", source, "--out", out], { stdio: "inherit" });

const read = (name) => JSON.parse(readFileSync(`${out}/${name}.json`, "utf8"));
const catalogue = read("catalogue").map(
  ({ id, hash, kind, tier, topic, title, minutes, sensitive }) => ({
    id,
    hash,
    kind,
    tier,
    topic,
    title,
    minutes,
    sensitive,
  }),
);
const used = new Set(catalogue.map((entry) => entry.topic));
const topics = read("topics")
  .filter(({ id }) => used.has(id))
  .map(({ id, title, figure }) => ({ id, title, figure }));

/** The first scene only: the rest of the story arrives while the child reads it. */
function openingOf({ hash }) {
  const { talks, family, takeaway, summary, script, ...pack } = read(hash);
  const first = pack.scenes.find((scene) => scene.id === pack.start);
  return { hash, scenario: { ...pack, scenes: [first] } };
}

const first = catalogue.find(
  (entry) =>
    entry.tier === OPENING_TIER && !entry.sensitive && existsSync(`${out}/${entry.hash}.json`),
);
const opening = first ? openingOf(first) : null;
writeFileSync(`${out}/first.json`, JSON.stringify({ catalogue, topics, opening }));
writeFileSync(`${out}/inlined.json`, JSON.stringify(opening ? [opening.hash] : []));
