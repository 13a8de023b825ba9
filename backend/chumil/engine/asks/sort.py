"""Put every card in a bin."""

from typing import TypeGuard

from chumil.engine.asks.answers import by_points, fault_of, is_ids, is_sorted
from chumil.engine.model import ErrorCode, Judgement, Sort


def judge(ask: Sort, answer: object) -> Judgement | ErrorCode:
    """Cards in their bin, in tenths of the cards."""
    if not _is_pairs(answer):
        return "answer_shape"
    if any(bin_ not in ask.bins for _, bin_ in answer):
        return "unknown_option"
    cards = [card for card, _ in answer]
    fault = fault_of(cards, ask.cards)
    if fault or not is_sorted(cards):
        return fault or "answer_unsorted"
    if len(cards) < len(ask.cards):
        return "answer_incomplete"
    right = sum(ask.cards[card].bin == bin_ for card, bin_ in answer)
    points = 10 * right // len(cards)
    return Judgement(points, by_points(points), ask.outcomes[by_points(points)])


def _is_pairs(answer: object) -> TypeGuard[list[list[str]]]:
    return isinstance(answer, list) and all(is_ids(each) and len(each) == 2 for each in answer)
