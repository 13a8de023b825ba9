"""Put the steps in order."""

from itertools import pairwise

from chumil.engine.asks.answers import by_points, fault_of, is_ids
from chumil.engine.model import ErrorCode, Judgement, Order


def judge(ask: Order, answer: object) -> Judgement | ErrorCode:
    """Authored neighbours whose first still stands before the second, in tenths of the pairs."""
    if not is_ids(answer):
        return "answer_shape"
    if fault := fault_of(answer, ask.steps):
        return fault
    if len(answer) < len(ask.steps):
        return "answer_incomplete"
    place = {step: index for index, step in enumerate(answer)}
    kept = sum(place[first] < place[second] for first, second in pairwise(ask.steps))
    points = 10 * kept // (len(ask.steps) - 1)
    return Judgement(points, by_points(points), ask.outcomes[by_points(points)])
