"""Tap every warning sign in what was shown."""

from chumil.engine.asks.answers import by_points, fault_of, is_ids, is_sorted
from chumil.engine.model import ErrorCode, Judgement, Spot


def judge(ask: Spot, answer: object) -> Judgement | ErrorCode:
    """Signs found less decoys tapped, in tenths of the signs."""
    if not is_ids(answer):
        return "answer_shape"
    fault = fault_of(answer, ask.signs.keys() | ask.decoys.keys())
    if fault or not is_sorted(answer):
        return fault or "answer_unsorted"
    found = sum(each in ask.signs for each in answer)
    points = 10 * max(0, 2 * found - len(answer)) // len(ask.signs)
    return Judgement(points, by_points(points), ask.outcomes[by_points(points)])
