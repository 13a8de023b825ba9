"""Pick one option."""

from chumil.engine.asks.answers import Holds
from chumil.engine.model import WORTH, Choose, ErrorCode, Judgement


def judge(ask: Choose, answer: object, holds: Holds) -> Judgement | ErrorCode:
    """The worth of the option named by a string."""
    if not isinstance(answer, str):
        return "answer_shape"
    option = ask.options.get(answer)
    if option is None:
        return "unknown_option"
    if not holds(option.when):
        return "option_unavailable"
    return Judgement(WORTH[option.verdict], option.verdict, option)


def highest(ask: Choose) -> int:
    """The worth of the best authored option, offered or not."""
    return max(WORTH[option.verdict] for option in ask.options.values())
