"""Build what to say from pieces."""

from chumil.engine.asks.answers import fault_of, is_ids
from chumil.engine.model import MAX_PIECES, WORTH, ErrorCode, Judgement, Say, Verdict


def judge(ask: Say, answer: object) -> Judgement | ErrorCode:
    """The worth of the script with exactly these pieces in this order, else of `otherwise`."""
    if not is_ids(answer) or not 1 <= len(answer) <= MAX_PIECES:
        return "answer_shape"
    if fault := fault_of(answer, ask.pieces):
        return fault
    verdict = _verdict(ask, tuple(answer))
    return Judgement(WORTH[verdict], verdict, ask.outcomes[verdict])


def highest(ask: Say) -> int:
    """The worth of the best script, or of `otherwise` where that is better."""
    return max(WORTH[ask.otherwise], *(WORTH[each.verdict] for each in ask.scripts))


def _verdict(ask: Say, pieces: tuple[str, ...]) -> Verdict:
    for script in ask.scripts:
        if script.pieces == pieces:
            return script.verdict
    return ask.otherwise
