"""The wrong child played: a teacher has plays count for another, and can undo it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from chumil.accounts.models import Child, User
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.badges.services import take_back
from chumil.classes.models import Classroom
from chumil.classes.selectors import pupils_of, pupils_of_teacher
from chumil.common.errors import not_found
from chumil.flows.recount import badges_met, recount
from chumil.play.models import Attempt, Credit
from chumil.play.selectors import last_credit, record_of
from chumil.play.services import give_credit


def plays_between(child: Child, start: datetime, end: datetime) -> list[UUID]:
    """What counts for a child and was last played in that time, both ends included."""
    return [each.pk for each in record_of(child.pk) if start <= each.played_at <= end]


@transaction.atomic
def credit(*, by: User, classroom: Classroom, attempts: Collection[UUID], to: Child) -> list[Credit]:
    """Has plays of this class count for `to`; one credit for each that did not already.

    `not_found` when one of them counts for nobody of this class. Their origin stays, and with it
    the phone that may still send more of them.
    """
    wanted = set(attempts)
    locked = _lock(wanted, to.pk)
    here = set(pupils_of(classroom).values_list("pk", flat=True)) & locked.keys()
    found = list(Attempt.objects.filter(pk__in=wanted, counts_for__in=here).order_by("id"))
    if len(found) != len(wanted):
        raise not_found()
    moved = [each for each in found if each.counts_for_id != to.pk]
    return _hand_over(moved, locked, to, by, classroom, Action.PLAY_CREDITED)


@transaction.atomic
def undo_credit(*, by: User, classroom: Classroom, credit_id: UUID) -> Credit:
    """Has the play count again for whom it counted before: by another credit, for nothing is taken back.

    `not_found` unless it is the last credit of its play, and both children are this teacher's.
    """
    given = Credit.objects.select_related("attempt").filter(pk=credit_id).first()
    if given is None:
        raise not_found()
    before = last_credit(given.attempt, before=given)
    owner = before.child_id if before else given.attempt.child_id
    locked = _lock({given.attempt_id}, owner)
    hers = set(pupils_of_teacher(by).filter(pk__in=[owner, given.child_id]).values_list("pk", flat=True))
    latest = last_credit(given.attempt)
    if latest is None or latest.pk != given.pk or not {owner, given.child_id} <= hers:
        raise not_found()
    attempt = Attempt.objects.get(pk=given.attempt_id)
    return _hand_over([attempt], locked, locked[owner], by, classroom, Action.CREDIT_UNDONE)[0]


def _lock(attempts: Collection[UUID], child: UUID) -> dict[UUID, Child]:
    """The children whom this is about: who sent the plays, for whom they count, and the one they go to."""
    plays = Attempt.objects.filter(pk__in=attempts)
    concerned = Q(pk__in=plays.values("child")) | Q(pk__in=plays.values("counts_for")) | Q(pk=child)
    rows = Child.objects.select_for_update(no_key=True).filter(concerned).order_by("pk")
    return {each.pk: each for each in rows}


def _hand_over(
    moved: Sequence[Attempt], children: dict[UUID, Child], to: Child, by: User, classroom: Classroom, action: Action
) -> list[Credit]:
    losing = [children[pk] for pk in _holders(moved)]
    before = {child.pk: badges_met(child) for child in losing}
    given = give_credit(attempts=moved, to=to, by=by)
    for child in losing:
        lost = before[child.pk] - recount(child=child, also=moved)
        take_back(child=child.pk, badges=lost)
    recount(child=to)
    for attempt, one in zip(moved, given, strict=True):
        assert attempt.counts_for_id is not None  # such are never found
        record(action, by=by.pk, classroom=classroom.pk, children=(attempt.counts_for_id, to.pk), subject=one.pk)
    return given


def _holders(attempts: Iterable[Attempt]) -> list[UUID]:
    return sorted({each.counts_for_id for each in attempts if each.counts_for_id is not None})
