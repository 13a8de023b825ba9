/** What the kinds of asks share: the shape of a list answer, and verdicts by points. */

import type { Ask, Condition, ErrorCode, Judgement, Result, Verdict } from "../model";

export type Holds = (when: Condition | undefined) => boolean;

/** How one kind of ask is judged; `highest` gives the points of its best authored answer. */
export interface Rule {
  // Each rule is called with its own kind of ask only: the table looks it up by that kind.
  // biome-ignore lint/suspicious/noExplicitAny: a table of rules cannot name each kind.
  judge(ask: any, answer: unknown, holds: Holds): Judgement | ErrorCode;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  highest(ask: any): number;
}

/** Whether the answer is a list of strings. */
export const isIds = (answer: unknown): answer is string[] =>
  Array.isArray(answer) && answer.every((each) => typeof each === "string");

/** An id the ask does not have, or one that stands twice. */
export function faultOf(ids: readonly string[], known: readonly { id: string }[]) {
  const names = new Set(known.map((each) => each.id));
  if (!ids.every((each) => names.has(each))) return "unknown_option";
  return new Set(ids).size < ids.length ? "answer_repeats" : undefined;
}

/** Whether the ids, which are ASCII, stand in the order of their code points. */
export const isSorted = (ids: readonly string[]): boolean =>
  ids.every((each, index) => index === 0 || (ids[index - 1] as string) <= each);

/** The judgement where points are counted: `part` of `whole` in tenths. */
export function byPoints(
  ask: Extract<Ask, { outcomes: unknown }>,
  part: number,
  whole: number,
): Judgement {
  const points = Math.floor((10 * part) / whole);
  const verdict: Verdict = points < 5 ? "unsafe" : points < 10 ? "unsure" : "safe";
  return { points, verdict, result: ask.outcomes[verdict] as Result };
}

/** The points of a perfect answer where points are counted. */
export const full = (): number => 10;
