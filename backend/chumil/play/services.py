"""Writes of attempts and of what was refused. Callers hold the child's row."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from chumil.accounts.models import Child, User
from chumil.play.items import client_id_of, raw_text
from chumil.play.merge import Arrival
from chumil.play.models import Attempt, Credit, Quarantine, RefusalCount, UnknownVersion

KEPT_PER_CHILD = 200
"""Refused items kept of one child; what comes beyond is counted, but the first of every code is kept."""
KEPT_FOR = timedelta(days=30)
PATIENCE = timedelta(hours=24)
"""How long a version may stay unpublished: a deploy that was rolled back comes again within a day."""

_OUTCOME = ["finished", "got", "max", "percent", "stars", "ending", "evidence", "asked_help", "repaired"]
_NOTHING: dict[str, Any] = {
    "path": None,
    "evidence": [],
    "ending": None,
    "finished": False,
    "finished_at": None,
    **dict.fromkeys(["got", "max", "percent", "stars"], 0),
    **dict.fromkeys(["asked_help", "repaired", "drift"], False),
}
_GROWS = ["path", "length", "finished_at", "clock_offset_ms", "sequence", "updated_at", "drift", *_OUTCOME]


def store_attempts(attempts: Sequence[Attempt]) -> None:
    """Inserts the new and grows the known, in one statement. The key of the row is the server's."""
    Attempt.objects.bulk_create(
        attempts, update_conflicts=True, unique_fields=["child", "client_id"], update_fields=_GROWS
    )


def rewrite_outcomes(attempts: Sequence[Attempt]) -> None:
    """Saves outcomes that were computed again."""
    Attempt.objects.bulk_update(attempts, _OUTCOME, batch_size=200)


def give_credit(*, attempts: Sequence[Attempt], to: Child, by: User) -> list[Credit]:
    """Has the attempts count for this child from now on; a credit for each, in their order."""
    Attempt.objects.filter(pk__in=[each.pk for each in attempts]).update(counts_for=to)
    return Credit.objects.bulk_create(Credit(attempt=each, child=to, actor=by) for each in attempts)


def seal(attempts: QuerySet[Attempt]) -> None:
    """Drops the answers; what they came to stays."""
    attempts.update(path=None)


def forget_plays(*, child: Child) -> None:
    """Deletes what is the child's own; of what another's phone sent an empty row stays, lest it be sent again."""
    Attempt.objects.filter(counts_for=child).exclude(child=child).update(counts_for=None, **_NOTHING)
    Attempt.objects.filter(Q(counts_for=child) | Q(counts_for=None), child=child).delete()


def quarantine(*, refused: Sequence[tuple[Any, str]], arrival: Arrival) -> None:
    """Keeps refused items, each once, with the code of the refusal and how often it came."""
    mine = Quarantine.objects.filter(child=arrival.child)
    before = dict(mine.values_list("body_hash", "code"))
    rows = {row.body_hash: row for row in (_refused(raw, code, arrival) for raw, code in refused)}
    for body_hash in rows.keys() & before.keys():
        mine.filter(body_hash=body_hash).update(reports=F("reports") + 1, code=rows[body_hash].code)
    keep, beyond = _within_cap([rows[each] for each in rows if each not in before], before.values())
    Quarantine.objects.bulk_create(keep, ignore_conflicts=True)
    _count(beyond, arrival.child)


def resolve(*, row: Quarantine, status: str, at: datetime) -> None:
    """Notes that a refused item was taken after all."""
    Quarantine.objects.filter(pk=row.pk).update(resolved_at=at, resolved_as=status)


def given_up(*, child: UUID, unknown: Collection[str], at: datetime) -> set[str]:
    """Those of the unpublished versions that this child's phones have named for a day; notes the new ones."""
    if not unknown:
        return set()
    rows = [UnknownVersion(child_id=child, version=version, first_seen_at=at) for version in sorted(unknown)]
    UnknownVersion.objects.bulk_create(rows, ignore_conflicts=True)
    seen = UnknownVersion.objects.filter(child=child, version__in=unknown, first_seen_at__lte=at - PATIENCE)
    return set(seen.values_list("version", flat=True))


def forget_refused(*, at: datetime) -> int:
    """Empties what was refused more than 30 days ago; how many rows. Their codes and counts stay."""
    old = at - KEPT_FOR
    UnknownVersion.objects.filter(first_seen_at__lt=old).delete()
    return Quarantine.objects.filter(received_at__lt=old).exclude(raw="").update(raw="")


def _refused(raw: Any, code: str, arrival: Arrival) -> Quarantine:
    text, body_hash = raw_text(raw)
    return Quarantine(
        child_id=arrival.child,
        client_id=client_id_of(raw),
        code=code,
        raw=text,
        body_hash=body_hash,
        clock_offset_ms=arrival.offset_ms,
        received_at=arrival.at,
    )


def _within_cap(rows: Iterable[Quarantine], before: Iterable[str]) -> tuple[list[Quarantine], list[Quarantine]]:
    """The rows to keep and those to count, given the codes of what is kept already."""
    kept = Counter(before)
    keep: list[Quarantine] = []
    beyond: list[Quarantine] = []
    for row in rows:
        fits = kept.total() < KEPT_PER_CHILD or row.code not in kept
        (keep if fits else beyond).append(row)
        kept[row.code] += fits
    return keep, beyond


def _count(rows: Iterable[Quarantine], child: UUID) -> None:
    for code, number in Counter(row.code for row in rows).items():
        count, _ = RefusalCount.objects.get_or_create(child_id=child, code=code)
        RefusalCount.objects.filter(pk=count.pk).update(count=F("count") + number)
