import type { Spot } from "../model";
import { byPoints, faultOf, full, isIds, isSorted, type Rule } from "./answers";

/** Tap every warning sign: signs found less decoys tapped, in tenths of the signs. */
export const spot: Rule = {
  judge(ask: Spot, answer) {
    if (!isIds(answer)) return "answer_shape";
    const fault = faultOf(answer, [...ask.signs, ...ask.decoys]);
    if (fault) return fault;
    if (!isSorted(answer)) return "answer_unsorted";
    const found = ask.signs.filter((each) => answer.includes(each.id)).length;
    return byPoints(ask, Math.max(0, 2 * found - answer.length), ask.signs.length);
  },
  highest: full,
};
