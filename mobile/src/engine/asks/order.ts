import type { Order } from "../model";
import { byPoints, faultOf, full, isIds, type Rule } from "./answers";

/** Put the steps in order: neighbours whose first still stands before the second, in tenths. */
export const order: Rule = {
  judge(ask: Order, answer) {
    if (!isIds(answer)) return "answer_shape";
    const fault = faultOf(answer, ask.steps);
    if (fault) return fault;
    if (answer.length < ask.steps.length) return "answer_incomplete";
    const places = ask.steps.map((step) => answer.indexOf(step.id));
    const kept = places.filter((place, index) => place > (places[index - 1] ?? place)).length;
    return byPoints(ask, kept, ask.steps.length - 1);
  },
  highest: full,
};
