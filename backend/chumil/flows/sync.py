"""The phone sends what a child played; the server keeps it, scores it and says what it has.

The whole batch is one transaction with a constant number of queries. On any surprise every
item is tried again in a transaction of its own, so that one bad item never stops another.
Nothing is answered before it is durable: when the database fails, so does the request.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from chumil.accounts.models import Child
from chumil.badges.selectors import earned, held_by
from chumil.badges.services import award
from chumil.common import clock
from chumil.common.database import TROUBLE
from chumil.content import selectors as content
from chumil.flows.recount import recount
from chumil.play.items import Item, ItemError, Refusal, client_id_of, raw_text, read_item
from chumil.play.merge import WRITTEN, Arrival, Judged, judge
from chumil.play.models import Attempt
from chumil.play.selectors import record_and_sent_by, reports_of
from chumil.play.services import given_up, quarantine, store_attempts
from chumil.progress.services import project

log = logging.getLogger("chumil.sync")
_REFUSED = ("conflict", "invalid")
TRIES = 5
"""How often an item may fail for a reason of our own before it is refused, so that its phone stops sending it."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What the phone is told: one Judged an item, in its order, and all badges the child holds."""

    server_now: datetime
    results: list[Judged]
    badges: list[str]


@dataclass(slots=True)
class _Record:
    """What a child's phones sent, by client id, as it is and as the batch changes it; `credited` came from others'."""

    attempts: dict[UUID, Attempt]
    credited: list[Attempt]
    changed: dict[UUID, Attempt] = field(default_factory=dict)

    def known(self, raw: Any) -> Attempt | None:
        """The attempt that a refused item speaks of, if it can be told."""
        client_id = client_id_of(raw)
        return self.attempts.get(client_id) if client_id else None

    def take(self, judged: Judged) -> None:
        if judged.status in WRITTEN and judged.attempt is not None:
            self.attempts[judged.attempt.client_id] = judged.attempt
            self.changed[judged.attempt.client_id] = judged.attempt

    def counting_for(self, child: UUID) -> list[Attempt]:
        """What makes the figures of this child."""
        return self.credited + [each for each in self.attempts.values() if each.counts_for_id == child]


def sync(*, child: UUID, client_now: datetime, items: Sequence[Any]) -> Synced:
    """Takes the items, junk and all, one by one in their order. Raises TROUBLE when nothing can be kept."""
    now = clock.now()
    arrival = Arrival(child, now, (now - client_now) // timedelta(milliseconds=1))
    try:
        results, badges = _take_or_keep(items, arrival)
    except TROUBLE:
        raise
    except Exception:  # whatever it was, the neighbours of a poison item must get through
        log.exception("a batch failed and is taken item by item")
        results, badges = _take_one_by_one(items, arrival)
    return Synced(now, results, badges)


def _take_one_by_one(items: Sequence[Any], arrival: Arrival) -> tuple[list[Judged], list[str]]:
    results: list[Judged] = []
    badges = held_by(arrival.child)
    for raw in items:
        try:
            judged, badges = _take_or_keep([raw], arrival)
        except TROUBLE:
            raise
        except Exception:
            log.exception("an item failed")
            judged = [_failed(raw, arrival)]
        results += judged
    return results, badges


@transaction.atomic
def _failed(raw: Any, arrival: Arrival) -> Judged:
    _locked(arrival.child)
    quarantine(refused=[(raw, Refusal.INTERNAL)], arrival=arrival)
    reports = reports_of(arrival.child, raw_text(raw)[1])
    return Judged("retry" if reports < TRIES else "invalid", code=Refusal.INTERNAL)


@transaction.atomic
def _take_or_keep(items: Sequence[Any], arrival: Arrival) -> tuple[list[Judged], list[str]]:
    results, badges = take(items, arrival)
    refused = [
        (raw, judged.code or judged.status)
        for raw, judged in zip(items, results, strict=True)
        if judged.status in _REFUSED
    ]
    if refused:
        quarantine(refused=refused, arrival=arrival)
    return results, badges


@transaction.atomic(savepoint=False)  # what goes wrong in it undoes the caller's transaction too
def take(items: Sequence[Any], arrival: Arrival) -> tuple[list[Judged], list[str]]:
    """Stores what can be taken, in one transaction; what became of each item, and the badges held then."""
    child = _locked(arrival.child)
    if child is None or child.erased_at is not None:
        return [Judged("gone") for _ in items], []
    read = [_read(raw, arrival.child) for raw in items]
    known = list(record_and_sent_by(child.pk))
    record = _Record(
        {each.client_id: each for each in known if each.child_id == child.pk},
        [each for each in known if each.child_id != child.pk],
    )
    named = {each.version_id for each in known} | _versions(read)
    shelf = content.shelf(named, child.tier)
    stories = content.stories(_versions(read) & shelf.versions.keys())
    hopeless = given_up(child=child.pk, unknown=_versions(read) - shelf.versions.keys(), at=arrival.at)
    results = []
    for raw, item in zip(items, read, strict=True):
        if isinstance(item, Item):
            judged = judge(item, record.attempts.get(item.id), stories, arrival, hopeless)
        else:
            judged = Judged("invalid", record.known(raw), item)
        record.take(judged)
        results.append(judged)
    return results, _keep(record, shelf, arrival)


def _locked(child: UUID) -> Child | None:
    """The child's row, locked: syncs of one child come one after the other."""
    return Child.objects.select_for_update(no_key=True).filter(pk=child).first()


def _read(raw: Any, child: UUID) -> Item | Refusal:
    try:
        return read_item(raw, child)
    except ItemError as problem:
        return problem.code


def _versions(read: Iterable[Item | Refusal]) -> set[str]:
    return {each.version for each in read if isinstance(each, Item)}


def _recount_others(changed: Iterable[Attempt], child: UUID) -> None:
    """Plays of this child's phone that were credited to others are those children's figures."""
    others = {each.counts_for_id for each in changed if each.counts_for_id is not None} - {child}
    if others:
        for other in Child.objects.select_for_update(no_key=True).filter(pk__in=others).order_by("pk"):
            recount(child=other)


def _keep(record: _Record, shelf: content.Shelf, arrival: Arrival) -> list[str]:
    """Stores what changed and everything that follows from it; the badges held then."""
    held = held_by(arrival.child)
    if not record.changed:
        return held
    store_attempts(list(record.changed.values()))
    _recount_others(record.changed.values(), arrival.child)
    counting = record.counting_for(arrival.child)
    project(
        child=arrival.child,
        record=counting,
        versions=shelf.versions,
        scenarios={
            shelf.versions[each.version_id].scenario
            for each in record.changed.values()
            if each.counts_for_id == arrival.child
        },
    )
    if not any(each.finished for each in record.changed.values()):
        return held
    met = earned(counting, shelf)
    return award(child=arrival.child, earned=met, held=held)
