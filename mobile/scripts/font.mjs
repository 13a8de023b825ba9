/**
 * Cuts Noto Sans to what Spanish, English and the Mayan languages write with, weights 400 to 800: 15 kB and 2 kB.
 * The second file holds the saltillo and letters that Spanish does without; a browser fetches it when one appears.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";

const python =
  process.env.CHUMIL_PYTHON ?? (process.env.CHUMIL_CLI ? "python" : "../.venv/bin/python");
const source = "node_modules/@fontsource-variable/noto-sans/files";
const out = "public/fonts";
const cuts = {
  "chumil-sans": [
    "noto-sans-latin-wght-normal",
    "U+20-7E,U+A0,U+A1,U+AB,U+B7,U+BB,U+BF,U+C1,U+C4,U+C9,U+CB,U+CD,U+CF,U+D1,U+D3,U+D6,U+DA,U+DC,U+E1,U+E4,U+E9,U+EB,U+ED,U+EF,U+F1,U+F3,U+F6,U+FA,U+FC,U+2BC,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2026",
  ],
  "chumil-sans-maya": [
    "noto-sans-latin-ext-wght-normal",
    "U+197,U+268,U+308,U+1E8C,U+1E8D,U+A78B,U+A78C",
  ],
};

mkdirSync(out, { recursive: true });
for (const [name, [file, letters]] of Object.entries(cuts)) {
  const [whole, cut] = [`${out}/${name}.whole.woff2`, `${out}/${name}.woff2`];
  if (existsSync(cut)) continue;
  const run = (tool, ...options) => execFileSync(python, ["-m", `fontTools.${tool}`, ...options]);
  run(
    "subset",
    `${source}/${file}.woff2`,
    `--unicodes=${letters}`,
    "--layout-features=kern,liga,ccmp,mark,mkmk,tnum",
    "--no-hinting",
    "--flavor=woff2",
    `--output-file=${whole}`,
  );
  run("varLib.instancer", whole, "wght=400:800", "-q", "-o", cut);
  rmSync(whole);
}
