/** Play a story: begin, advance, replay. */

import { ruleOf } from "./asks";
import { holds } from "./conditions";
import {
  type Ask,
  type Beat,
  ENGINE,
  type EngineError,
  type Goto,
  isError,
  type Judgement,
  MAX_ANSWERS,
  type Option,
  type Outcome,
  type Result,
  type Scenario,
  type State,
} from "./model";
import { mended, sceneOf, score } from "./score";

/** The state before any answer. */
export const begin = (scenario: Scenario): State => ({
  scene: scenario.start,
  meters: Object.fromEntries((scenario.meters ?? []).map((each) => [each.id, each.start])),
  flags: [],
  length: 0,
  scenes: [scenario.start],
  best: new Map(),
  repaired: [],
  evidence: [],
});

/** What the answer is worth here, without going on. */
export function judge(scenario: Scenario, state: State, answer: unknown): Judgement | EngineError {
  const at = state.length;
  const { ask } = sceneOf(scenario, state.scene);
  if (!ask) return { code: "after_ending", at };
  const judged = ruleOf(ask).judge(ask, answer, (when) => holds(when, state.meters, state.flags));
  return typeof judged === "string" ? { code: judged, at } : judged;
}

/** The state after one more answer, or why that is none. */
export function advance(scenario: Scenario, state: State, answer: unknown): State | EngineError {
  const judged = judge(scenario, state, answer);
  if (isError(judged)) return judged;
  const { points, result } = judged;
  const { meters, flags } = changed(state, result);
  const way = result.goto.find((each) => holds(each.when, meters, flags)) as Goto;
  const best = new Map(state.best);
  best.set(state.scene, Math.max(points, best.get(state.scene) ?? 0));
  return {
    scene: way.to,
    meters,
    flags,
    length: state.length + 1,
    scenes: [...state.scenes, way.to],
    best,
    ...learnt(scenario, state, sceneOf(scenario, state.scene).ask as Ask, judged),
  };
}

/** The outcome of a path of any JSON values, or the first thing wrong with it. */
export function replay(
  scenario: Scenario,
  path: unknown,
  copied: unknown = 0,
): Outcome | EngineError {
  const whole = (code: EngineError["code"]) => ({ code, at: -1 });
  if (!Array.isArray(path)) return whole("path_not_list");
  if (path.length > MAX_ANSWERS) return whole("path_too_long");
  if (!isCount(copied) || copied > path.length) return whole("copied_invalid");
  let state = begin(scenario);
  for (const answer of path) {
    const step = advance(scenario, state, answer);
    if (isError(step)) return step;
    state = step;
  }
  return outcome(scenario, state, copied);
}

/** What the play so far comes to; answers below `copied` give no evidence. */
export function outcome(scenario: Scenario, state: State, copied = 0): Outcome {
  const finished = !sceneOf(scenario, state.scene).ask;
  return {
    engine: ENGINE,
    finished,
    scene: state.scene,
    ending: finished ? state.scene : null,
    ...score(scenario, state),
    meters: state.meters,
    flags: state.flags,
    scenes: state.scenes,
    evidence: state.evidence.filter((each) => each.at >= copied),
    repaired: state.repaired,
    asked_help: state.scenes.some((each) => sceneOf(scenario, each).help.length > 0),
  };
}

/** The beats of the scene that are shown in this state. */
export const beatsOf = (scenario: Scenario, state: State): Beat[] =>
  sceneOf(scenario, state.scene).beats.filter((each) =>
    holds(each.when, state.meters, state.flags),
  );

/** The options offered in this state; none where the scene asks no `choose`. */
export function optionsOf(scenario: Scenario, state: State): Option[] {
  const { ask } = sceneOf(scenario, state.scene);
  if (ask?.kind !== "choose") return [];
  return ask.options.filter((each) => holds(each.when, state.meters, state.flags));
}

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0;

function changed(state: State, result: Result): Pick<State, "meters" | "flags"> {
  const meters = { ...state.meters };
  const flags = new Set(state.flags);
  for (const [name, change] of Object.entries(result.effects)) {
    if (typeof change === "number") {
      meters[name] = Math.min(5, Math.max(0, (meters[name] as number) + change));
    } else if (change) flags.add(name);
    else flags.delete(name);
  }
  return { meters, flags: [...flags].sort() };
}

function learnt(
  scenario: Scenario,
  state: State,
  ask: Ask,
  { verdict, result }: Judgement,
): Pick<State, "repaired" | "evidence"> {
  // What went well needs no mending, so that nobody is told of a mistake they did not make.
  const repaired = ask.repairs.filter((each) => {
    const best = state.best.get(each);
    return best !== undefined && best < mended(sceneOf(scenario, each).ask as Ask);
  });
  const { objectives } = ask;
  const { misconception, tactic } = result;
  const first = { ask: state.scene, objectives, verdict, misconception, tactic, at: state.length };
  return {
    repaired:
      verdict === "safe" ? [...new Set([...state.repaired, ...repaired])].sort() : state.repaired,
    evidence: state.best.has(state.scene) ? state.evidence : [...state.evidence, first],
  };
}
