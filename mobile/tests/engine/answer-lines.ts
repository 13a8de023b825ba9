/** Replays each line of JSON on stdin and writes its result as a line: for tests in Python.
 *  Usage: tsx answer-lines.ts ENGINE_FOLDER; a line is [scenario, path, copied]. */

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = process.argv[2] ?? "";
const engine = await import(pathToFileURL(`${folder}/index.ts`).href);

for await (const line of createInterface({ input: process.stdin })) {
  const [scenario, path, copied] = JSON.parse(line);
  const result = engine.replay(scenario, path, copied);
  const history = engine.isError(result) ? null : engine.played(scenario, result);
  process.stdout.write(`${JSON.stringify({ result, history })}\n`);
}
