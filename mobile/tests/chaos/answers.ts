import { type Answer, type Ask, optionsOf, type Scenario, type State } from "../../src/engine";

/** A number in [0, 1). */
export type Dice = () => number;

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): Dice {
  let at = seed >>> 0;
  return () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(from: readonly T[], roll: Dice): T =>
  from[Math.floor(roll() * from.length)] as T;

/** Some answer that is legal in this state; undefined at an ending. */
export function someAnswer(scenario: Scenario, state: State, roll: Dice): Answer | undefined {
  const ask = scenario.scenes.find(({ id }) => id === state.scene)?.ask;
  if (ask?.kind === "choose") return pick(optionsOf(scenario, state), roll).id;
  return ask && pieces(ask, roll);
}

function pieces(ask: Exclude<Ask, { kind: "choose" }>, roll: Dice): Answer {
  switch (ask.kind) {
    case "spot":
      return ids([...ask.signs, ...ask.decoys])
        .filter(() => roll() < 0.5)
        .sort();
    case "sort":
      return ids(ask.cards)
        .sort()
        .map((card) => [card, pick(ask.bins, roll).id] as const);
    case "order":
      return shuffled(ids(ask.steps), roll);
    case "say":
      return shuffled(ids(ask.pieces), roll).slice(0, 1 + Math.floor(roll() * 3));
  }
}

const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);

const shuffled = <T>(items: T[], roll: Dice): T[] =>
  items
    .map((item) => ({ item, at: roll() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
