"""The pure heart of sync: what becomes of a child's attempts when an item arrives.

Merging is "the longer, if one is a prefix of the other", so items may come in any order and
any number of times.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from chumil.engine import ENGINE, Outcome, ReplayError, Scenario, replay
from chumil.play.items import Item, Refusal
from chumil.play.models import Attempt

Status = Literal["accepted", "extended", "duplicate", "conflict", "invalid", "gone", "retry"]
WRITTEN: tuple[Status, ...] = ("accepted", "extended")
TAKEN: tuple[Status, ...] = (*WRITTEN, "duplicate")


@dataclass(frozen=True, slots=True)
class Arrival:
    """The circumstances of a batch: whose it is, when it came, what the phone's clock is slow by."""

    child: UUID
    at: datetime
    offset_ms: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one item: its status, and the attempt as it stands now, if there is one."""

    status: Status
    attempt: Attempt | None = None
    code: str | None = None


def judge(
    item: Item,
    known: Attempt | None,
    stories: Mapping[str, Scenario],
    arrival: Arrival,
    given_up: Collection[str] = (),
) -> Judged:
    """Decides over one item; the attempt of an `accepted` or `extended` is changed, and not saved.

    A version that is not among the `stories` may still be published: the phone is to send again,
    unless we have waited long enough and gave it up.
    """
    decided = _nothing_new(item, known) if known else None
    if decided is not None:
        return decided
    if item.version in given_up:
        return Judged("invalid", known, Refusal.UNKNOWN_VERSION)
    if item.version not in stories:
        return Judged("retry", known)
    outcome = replay(stories[item.version], item.path, item.copied)
    if isinstance(outcome, ReplayError):
        return Judged("invalid", known, outcome.code)
    attempt = known or _new(item, arrival)
    _grow(attempt, item, outcome, arrival)
    return Judged("extended" if known else "accepted", attempt)


def apply_outcome(attempt: Attempt, outcome: Outcome) -> None:
    """Writes what a replay came to into the attempt."""
    attempt.finished = outcome.finished
    attempt.got = outcome.got
    attempt.max = outcome.max
    attempt.percent = outcome.percent
    attempt.stars = outcome.stars
    attempt.ending = outcome.ending
    attempt.evidence = [each.as_json() for each in outcome.evidence]
    attempt.asked_help = outcome.asked_help
    attempt.repaired = bool(outcome.repaired)


def _nothing_new(item: Item, known: Attempt) -> Judged | None:
    """What becomes of an item that adds nothing to the attempt; None when it does."""
    if known.counts_for_id is None:
        return Judged("gone")  # it was another child's, who was erased since
    differs = _difference(item, known)
    if differs is not None:
        return Judged("conflict", known, differs)
    return Judged("duplicate", known) if len(item.path) <= known.length else None


def _difference(item: Item, known: Attempt) -> Refusal | None:
    """Why the item cannot be the same attempt, if so: the first that came stays."""
    if item.version != known.version_id:
        return Refusal.VERSION_DIFFERS
    shared = min(len(item.path), known.length)
    if known.path is not None and not _same(item.path[:shared], known.path[:shared]):
        return Refusal.PATH_DIFFERS
    return None if item.copied == known.copied else Refusal.COPIED_DIFFERS


def _same(one: Any, other: Any) -> bool:
    """Equality of JSON, in which `true` is not 1."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and bool(one == other)


def _new(item: Item, arrival: Arrival) -> Attempt:
    return Attempt(
        child_id=arrival.child,
        counts_for_id=arrival.child,
        client_id=item.id,
        version_id=item.version,
        engine=ENGINE,
        copied=item.copied,
        started_at=item.started_at,
        received_at=arrival.at,
    )


def _grow(attempt: Attempt, item: Item, outcome: Outcome, arrival: Arrival) -> None:
    attempt.path = item.path
    attempt.length = len(item.path)
    attempt.finished_at = item.finished_at
    attempt.clock_offset_ms = arrival.offset_ms
    attempt.sequence = item.sequence
    attempt.updated_at = arrival.at
    apply_outcome(attempt, outcome)
    attempt.drift = item.shown is not None and outcome.finished and item.shown != (outcome.percent, outcome.stars)
