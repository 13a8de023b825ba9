"""Judge one answer to one ask: one module per kind, each with `judge` and `highest`."""

from typing import assert_never

from chumil.engine.asks import choose, order, say, sort, spot
from chumil.engine.asks.answers import Holds
from chumil.engine.model import Ask, Choose, ErrorCode, Judgement, Order, Say, Sort, Spot

FULL = 10
"""The points of a perfect answer where points are counted."""


def judge_answer(ask: Ask, answer: object, holds: Holds) -> Judgement | ErrorCode:
    """Points, verdict and result of the answer, or why it is none."""
    match ask:
        case Choose():
            return choose.judge(ask, answer, holds)
        case Spot():
            return spot.judge(ask, answer)
        case Sort():
            return sort.judge(ask, answer)
        case Order():
            return order.judge(ask, answer)
        case Say():
            return say.judge(ask, answer)
    assert_never(ask)


def highest(ask: Ask) -> int:
    """The points of the best authored answer."""
    match ask:
        case Choose():
            return choose.highest(ask)
        case Say():
            return say.highest(ask)
    return FULL
