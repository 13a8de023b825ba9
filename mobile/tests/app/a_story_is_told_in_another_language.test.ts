import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { lay } from "../../src/app/translated";

const cli = process.env.CHUMIL_CLI ?? "../.venv/bin/chumil";
const out = mkdtempSync(join(tmpdir(), "overlays-"));
const read = (name: string) => JSON.parse(readFileSync(join(out, name), "utf8"));

beforeAll(() => {
  execFileSync(cli, ["export", "../fixtures", "--out", out], { stdio: "ignore" });
});

const texts = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

it("lays every text of every overlay over its pack", () => {
  const names = readdirSync(join(out, "i18n/en")).filter(
    (name) => existsSync(join(out, name)) && /^[0-9a-f]{64}/.test(name),
  );
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const { strings } = read(`i18n/en/${name}`) as { strings: Record<string, string> };
    const shown = new Set(texts(lay(read(name), strings, "")));
    expect(Object.values(strings).filter((text) => !shown.has(text))).toEqual([]);
  }
});

it("keeps ids, rules and what has no translation", () => {
  const pack = {
    id: "a",
    title: "Hola",
    scenes: [{ id: "s", beats: [{ text: "uno" }, { id: "b", text: "dos" }] }],
  };
  expect(lay(pack, { title: "Hello", "scenes.s.beats.b": "two" }, "")).toEqual({
    id: "a",
    title: "Hello",
    scenes: [{ id: "s", beats: [{ text: "uno" }, { id: "b", text: "two" }] }],
  });
});
