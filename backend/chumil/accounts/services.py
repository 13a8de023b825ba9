"""Writes: signing in and out, and the free tiles of a class."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate
from django.db.models import DateTimeField, F, Value
from django.db.models.functions import Least
from django.utils import timezone

from chumil.accounts.limits import ACCOUNT, NETWORK, counting_failures
from chumil.accounts.models import Child, Session, User
from chumil.accounts.nicknames import Nickname
from chumil.accounts.selectors import live_session
from chumil.common import clock
from chumil.common.errors import DomainError, ErrorCode


def create_tiles(*, nicknames: Sequence[Nickname], tier: str) -> list[Child]:
    """Free tiles, for children to claim."""
    return Child.objects.bulk_create(
        Child(nickname=nickname.text, avatar=nickname.avatar, tier=tier) for nickname in nicknames
    )


def sign_in(*, email: str, password: str, device: UUID, network: str) -> Session:
    """Signs a teacher in; `bad_credentials` (401) whatever was wrong, `too_many_attempts` (429)."""
    login = email.strip().lower()
    with counting_failures((ACCOUNT, login), (NETWORK, network)):
        user = authenticate(username=login, password=password)
        if not isinstance(user, User):
            raise DomainError(ErrorCode.BAD_CREDENTIALS, status=401)
    return start_session(owner=user, device=device)


def start_session(*, owner: User | Child, device: UUID) -> Session:
    """A new sign-in on a device."""
    now = clock.now()
    return Session.objects.create(
        user=owner if isinstance(owner, User) else None,
        child=owner if isinstance(owner, Child) else None,
        device=device,
        created_at=now,
        refreshed_at=now,
        last_seen_day=timezone.localdate(now),
        expires_at=now + settings.SESSION_SLIDING,
        absolute_expires_at=now + settings.SESSION_ABSOLUTE,
    )


def refresh_session(*, session_id: UUID, generation: int) -> Session:
    """The session with its next generation, for a refresh token of `generation`.

    One of many at once moves it on; the others, and a phone whose answer was lost, get the
    same successor for a minute. An older token was stolen from or by somebody: the session
    ends. Raises `session_ended` (401).
    """
    moved = _compare_and_swap(session_id, generation)
    session = live_session(session_id)
    if session is not None and (moved or _answer_was_lost(session, generation)):
        return session
    if session is not None and generation < session.generation:
        end_session(session=session)
    raise DomainError(ErrorCode.SESSION_ENDED, status=401)


def end_session(*, session: Session) -> None:
    """Signs out; every token of the session is refused from now on."""
    Session.objects.filter(pk=session.pk, revoked_at=None).update(revoked_at=clock.now())


def _compare_and_swap(session_id: UUID, generation: int) -> bool:
    now = clock.now()
    sliding = Value(now + settings.SESSION_SLIDING, output_field=DateTimeField())
    current = Session.objects.filter(pk=session_id, generation=generation, revoked_at=None, expires_at__gt=now)
    return bool(
        current.update(
            generation=F("generation") + 1,
            refreshed_at=now,
            last_seen_day=timezone.localdate(now),
            expires_at=Least(sliding, F("absolute_expires_at")),
        )
    )


def _answer_was_lost(session: Session, generation: int) -> bool:
    is_predecessor = generation == session.generation - 1
    return is_predecessor and clock.now() - session.refreshed_at <= settings.REFRESH_GRACE
