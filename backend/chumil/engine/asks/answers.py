"""What the kinds of asks share: the shape of a list answer, and verdicts by points."""

from collections.abc import Callable, Container
from itertools import pairwise
from typing import TypeGuard

from chumil.engine.model import Condition, ErrorCode, Verdict

Holds = Callable[[Condition | None], bool]


def is_ids(answer: object) -> TypeGuard[list[str]]:
    """Whether the answer is a list of strings."""
    return isinstance(answer, list) and all(isinstance(each, str) for each in answer)


def fault_of(ids: list[str], known: Container[str]) -> ErrorCode | None:
    """An id the ask does not have, or one that stands twice."""
    if any(each not in known for each in ids):
        return "unknown_option"
    return "answer_repeats" if len(set(ids)) < len(ids) else None


def is_sorted(ids: list[str]) -> bool:
    """Whether the ids stand in the order of their code points."""
    return all(before <= after for before, after in pairwise(ids))


def by_points(points: int) -> Verdict:
    """The verdict where points are counted: 10 safe, 5 to 9 unsure, below 5 unsafe."""
    if points < 5:
        return "unsafe"
    return "unsure" if points < 10 else "safe"
