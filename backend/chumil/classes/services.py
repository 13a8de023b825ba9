"""Writes: classes, their joining window, who teaches and who is in them."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from chumil.accounts import mail
from chumil.accounts.limits import INVITER, counting_failures
from chumil.accounts.mail import Letterhead
from chumil.accounts.models import Child, User
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.classes.codes import new_code
from chumil.classes.models import Classroom, Enrolment, PhoneRequest, Teaching
from chumil.classes.notice import VERSION
from chumil.classes.selectors import pupils_of
from chumil.common import clock
from chumil.common.errors import DomainError, ErrorCode, not_found

MAX_PUPILS = 60
REQUEST_LIFETIME = timedelta(minutes=10)


@transaction.atomic
def create_classroom(*, teacher: User, name: str, tier: str) -> Classroom:
    """An empty class, closed for joining, owned by this teacher."""
    classroom = Classroom.objects.create(name=name, tier=tier, code=_unused_code())
    Teaching.objects.create(classroom=classroom, user=teacher, role=Teaching.Role.OWNER)
    record(Action.CLASS_MADE, by=teacher.pk, classroom=classroom.pk)
    return classroom


def enrol(*, classroom: Classroom, children: Sequence[Child]) -> None:
    """Puts children into a class; each must be in none."""
    Enrolment.objects.bulk_create(Enrolment(classroom=classroom, child=child) for child in children)


def leave(*, classroom: Classroom, child: Child) -> None:
    """Takes a child out of a class; `not_found` when they are not in it."""
    if not Enrolment.objects.filter(classroom=classroom, child=child, left_at=None).update(left_at=clock.now()):
        raise not_found()


def refuse_overfull(*, classroom: Classroom, more: int) -> None:
    """`class_full` (409) when so many more do not fit; holds the class until the transaction ends."""
    Classroom.objects.select_for_update(no_key=True).get(pk=classroom.pk)
    if pupils_of(classroom).count() + more > MAX_PUPILS:
        raise DomainError(ErrorCode.CLASS_FULL, status=409)


@transaction.atomic
def set_joining(*, classroom: Classroom, is_open: bool, notice_version: str = "", by: User) -> Classroom:
    """Opens the joining window for two hours from now, or closes it.

    The first time the teacher must say that the guardians got the present notice: `notice_needed` (409).
    """
    if is_open and not classroom.notice_version:
        if notice_version != VERSION:
            raise DomainError(ErrorCode.NOTICE_NEEDED, status=409)
        classroom.notice_version, classroom.notice_given_at = notice_version, clock.now()
    classroom.joining_until = clock.now() + settings.JOINING_WINDOW if is_open else None
    classroom.save(update_fields=["joining_until", "notice_version", "notice_given_at"])
    record(Action.CLASS_OPENED if is_open else Action.CLASS_CLOSED, by=by.pk, classroom=classroom.pk)
    return classroom


@transaction.atomic
def rotate_code(*, classroom: Classroom, by: User) -> Classroom:
    """A new code; the old one opens nothing any more."""
    classroom.code = _unused_code()
    classroom.save(update_fields=["code"])
    record(Action.CODE_CHANGED, by=by.pk, classroom=classroom.pk)
    return classroom


@transaction.atomic
def set_archived(*, classroom: Classroom, archived: bool, by: User) -> None:
    """Puts a class away at the year's end, or fetches it back. Its children keep all, and go on playing."""
    classroom.archived_at = clock.now() if archived else None
    classroom.joining_until = None
    classroom.save(update_fields=["archived_at", "joining_until"])
    record(Action.CLASS_ARCHIVED if archived else Action.CLASS_FETCHED_BACK, by=by.pk, classroom=classroom.pk)


def add_co_teacher(*, classroom: Classroom, email: str, by: User, letterhead: Letterhead) -> Teaching:
    """Lets another teacher teach this class and tells them; `no_such_teacher` (404) counts against who asks."""
    with counting_failures((INVITER, str(by.pk))):
        user = User.objects.filter(email=email.strip().lower(), is_active=True).first()
        if user is None:
            raise DomainError(ErrorCode.NO_SUCH_TEACHER, status=404)
    return _teaching(classroom=classroom, user=user, by=by, letterhead=letterhead)


@transaction.atomic
def _teaching(*, classroom: Classroom, user: User, by: User, letterhead: Letterhead) -> Teaching:
    teaching, is_new = Teaching.objects.get_or_create(
        classroom=classroom, user=user, defaults={"role": Teaching.Role.CO}
    )
    if is_new:
        mail.send(mail.TEACHES, user.email, letterhead)
        record(Action.TEACHER_ADDED, by=by.pk, classroom=classroom.pk, subject=user.pk)
    return teaching


@transaction.atomic
def remove_teacher(*, classroom: Classroom, user_id: UUID, by: Teaching) -> None:
    """The owner lets a co-teacher go, or a co-teacher leaves; `owner_stays` (409), `not_found` for the rest."""
    if by.role != Teaching.Role.OWNER and by.user_id != user_id:
        raise not_found()
    if by.role == Teaching.Role.OWNER and by.user_id == user_id:
        raise DomainError(ErrorCode.OWNER_STAYS, status=409)
    removed, _ = Teaching.objects.filter(classroom=classroom, user=user_id).delete()
    if not removed:
        raise not_found()
    record(Action.TEACHER_REMOVED, by=by.user_id, classroom=classroom.pk, subject=user_id)


def ask_for_phone(*, classroom: Classroom, avatar: str, device: UUID) -> PhoneRequest:
    """A phone's request, open for ten minutes, with a code that both sides see."""
    return PhoneRequest.objects.create(
        classroom=classroom,
        device=device,
        avatar=avatar,
        code=f"{secrets.randbelow(10_000):04}",
        expires_at=clock.now() + REQUEST_LIFETIME,
    )


@transaction.atomic
def refuse(*, request: PhoneRequest, by: User) -> None:
    """Turns a phone away; `not_found` when it was decided already."""
    decide(request=request)
    record(Action.PHONE_REFUSED, by=by.pk, classroom=request.classroom_id, subject=request.pk)


def decide(*, request: PhoneRequest) -> None:
    """Closes a request; of many at once one does, `not_found` for the rest and for an expired one.

    What was decided can be fetched for ten minutes more.
    """
    now = clock.now()
    waiting = PhoneRequest.objects.filter(pk=request.pk, decided_at=None, expires_at__gt=now)
    request.decided_at, request.expires_at = now, now + REQUEST_LIFETIME
    if not waiting.update(decided_at=request.decided_at, expires_at=request.expires_at):
        raise not_found()


def _unused_code() -> str:
    code = new_code()
    while Classroom.objects.filter(code=code).exists():
        code = new_code()
    return code
