import type { Sort } from "../model";
import { byPoints, faultOf, full, isIds, isSorted, type Rule } from "./answers";

const isPairs = (answer: unknown): answer is [string, string][] =>
  Array.isArray(answer) && answer.every((each) => isIds(each) && each.length === 2);

/** Put every card in a bin: cards in theirs, in tenths of the cards. */
export const sort: Rule = {
  judge(ask: Sort, answer) {
    if (!isPairs(answer)) return "answer_shape";
    if (!answer.every(([, bin]) => ask.bins.some((each) => each.id === bin))) {
      return "unknown_option";
    }
    const cards = answer.map(([card]) => card);
    const fault = faultOf(cards, ask.cards);
    if (fault) return fault;
    if (!isSorted(cards)) return "answer_unsorted";
    if (cards.length < ask.cards.length) return "answer_incomplete";
    const bins = new Map(answer);
    const right = ask.cards.filter((card) => bins.get(card.id) === card.bin).length;
    return byPoints(ask, right, ask.cards.length);
  },
  highest: full,
};
