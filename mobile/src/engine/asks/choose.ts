import { type Choose, WORTH } from "../model";
import type { Rule } from "./answers";

/** Pick one option. */
export const choose: Rule = {
  judge(ask: Choose, answer, holds) {
    if (typeof answer !== "string") return "answer_shape";
    const result = ask.options.find((each) => each.id === answer);
    if (!result) return "unknown_option";
    if (!holds(result.when)) return "option_unavailable";
    return { points: WORTH[result.is], verdict: result.is, result };
  },
  highest: (ask: Choose) => Math.max(...ask.options.map((each) => WORTH[each.is])),
};
