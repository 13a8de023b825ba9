import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  advance,
  awards,
  beatsOf,
  begin,
  ENGINE,
  isError,
  optionsOf,
  replay,
  type Scenario,
} from "../../src/engine";

interface Vector {
  name: string;
  engine: number;
  scenario?: Scenario;
  scenario_ref?: string;
  path?: unknown;
  copied?: unknown;
  rules?: Parameters<typeof awards>[0];
  history?: Parameters<typeof awards>[1];
  catalogue?: Parameters<typeof awards>[2];
  tier?: string;
  expect: Record<string, unknown> | string[];
}

const folder = new URL("../../../fixtures/vectors/", `file://${__dirname}/`);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const manifest: Record<string, number> = read("MANIFEST.json");
const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name in manifest);

/** What the story comes to, in the words of the vectors. */
function playedOut(scenario: Scenario, vector: Vector): Record<string, unknown> {
  const copied = "copied" in vector ? vector.copied : 0;
  const result = replay(scenario, vector.path, copied);
  if (isError(result)) return { error: result.code, at: result.at };
  let state = begin(scenario);
  for (const answer of vector.path as unknown[]) {
    const step = advance(scenario, state, answer);
    if (isError(step)) throw new Error("replay and advance disagree");
    state = step;
  }
  const beats = beatsOf(scenario, state).map((each) => each.text);
  const options = optionsOf(scenario, state).map((each) => each.id);
  return JSON.parse(JSON.stringify({ ...result, beats, options }));
}

let run = 0;
for (const file of files) {
  const data: { scenarios?: Record<string, Scenario>; vectors: Vector[] } = read(file);
  describe(file, () => {
    it.each(data.vectors.map((vector) => [vector.name, vector] as const))("%s", (_, vector) => {
      run += 1;
      expect(vector.engine).toBe(ENGINE);
      if (vector.rules) {
        const { rules, history = [], catalogue = [], tier = "" } = vector;
        expect(awards(rules, history, catalogue, tier)).toEqual(vector.expect);
        return;
      }
      const scenario = vector.scenario ?? data.scenarios?.[vector.scenario_ref ?? ""];
      const outcome = playedOut(scenario as Scenario, vector);
      const keys = Object.keys(vector.expect);
      expect(keys).not.toHaveLength(0);
      expect(Object.fromEntries(keys.map((key) => [key, outcome[key]]))).toEqual(vector.expect);
    });
  });
}

it("ran exactly the vectors of the manifest", () => {
  const wanted = Object.values(manifest).reduce((sum, each) => sum + each, 0);
  expect(readdirSync(folder).sort()).toEqual([...Object.keys(manifest), "MANIFEST.json"].sort());
  expect(wanted).toBeGreaterThanOrEqual(150);
  expect(run).toBe(wanted);
});
