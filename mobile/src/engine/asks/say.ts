import { MAX_PIECES, type Result, type Say, WORTH } from "../model";
import { faultOf, isIds, type Rule } from "./answers";

/** Build what to say: the script with exactly these pieces in this order, else `otherwise`. */
export const say: Rule = {
  judge(ask: Say, answer) {
    if (!isIds(answer) || answer.length < 1 || answer.length > MAX_PIECES) return "answer_shape";
    const fault = faultOf(answer, ask.pieces);
    if (fault) return fault;
    const said = answer.join();
    const verdict = ask.scripts.find((each) => each.pieces.join() === said)?.is ?? ask.otherwise;
    return { points: WORTH[verdict], verdict, result: ask.outcomes[verdict] as Result };
  },
  highest: (ask: Say) =>
    Math.max(WORTH[ask.otherwise], ...ask.scripts.map((each) => WORTH[each.is])),
};
