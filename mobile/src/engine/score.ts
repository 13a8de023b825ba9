/** Points, percent and stars: integers only. */

import { ruleOf } from "./asks";
import type { Ask, Scenario, Scene, Score, State } from "./model";

/** The scene a state stands in, or any other of the scenario's own scenes. */
export const sceneOf = (scenario: Scenario, id: string): Scene =>
  scenario.scenes.find((each) => each.id === id) as Scene;

/** What an ask counts at least once it is repaired: three fifths of its most, rounded up. */
export const mended = (ask: Ask): number => Math.ceil((3 * ruleOf(ask).highest(ask)) / 5);

/** Every ask answered counts once, at its best points or at what a repair gives it. */
export function score(scenario: Scenario, state: State): Score {
  let got = 0;
  let max = 0;
  for (const [id, best] of state.best) {
    const ask = sceneOf(scenario, id).ask as Ask;
    got += Math.max(best, state.repaired.includes(id) ? mended(ask) : 0);
    max += ruleOf(ask).highest(ask);
  }
  const percent = max ? Math.floor((200 * got + max) / (2 * max)) : 100;
  const finished = !sceneOf(scenario, state.scene).ask;
  return { got, max, percent, stars: finished ? 1 + +(percent >= 60) + +(percent >= 90) : 0 };
}
