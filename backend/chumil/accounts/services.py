"""Writes: signing in and out, free tiles, cards."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate
from django.db.models import DateTimeField, F, Value
from django.db.models.functions import Least
from django.utils import timezone

from chumil.accounts.limits import ACCOUNT, NETWORK, counting_failures
from chumil.accounts.models import Card, Child, Session, User
from chumil.accounts.nicknames import Nickname, another
from chumil.accounts.secrets import digest, new_secret
from chumil.accounts.selectors import live_session, session_here
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


def bind(*, child: Child, device: UUID) -> Session:
    """The child's sign-in on this phone: the one it already has, or a new one. The tile counts as claimed."""
    Child.objects.filter(pk=child.pk, claimed_at=None).update(claimed_at=clock.now())
    return session_here(child, device) or start_session(owner=child, device=device)


def refresh_session(*, session_id: UUID, generation: int) -> Session:
    """The session with its next generation, for a refresh token of `generation`.

    One of many at once moves it on; the others, and a phone whose answer was lost, get the
    same successor until that one was used, and for a minute in any case. An older token was
    stolen from or by somebody: the session ends. Raises `session_ended` (401).
    """
    moved = _compare_and_swap(session_id, generation)
    session = live_session(session_id)
    if session is not None and (moved or _answer_was_lost(session, generation)):
        return session
    if session is not None and generation < session.generation:
        end_session(session=session)
    raise DomainError(ErrorCode.SESSION_ENDED, status=401)


def note_use(*, session: Session, generation: int) -> None:
    """The phone has the tokens of this generation: the ones before are no longer needed."""
    if generation > session.used_generation:
        Session.objects.filter(pk=session.pk, used_generation__lt=generation).update(used_generation=generation)


def end_session(*, session: Session) -> None:
    """Signs out; every token of the session is refused from now on."""
    Session.objects.filter(pk=session.pk, revoked_at=None).update(revoked_at=clock.now())


def end_sessions(*, owner: User | Child, besides: Session | None = None) -> None:
    """Signs somebody out everywhere, or everywhere but here."""
    sessions = owner.sessions.filter(revoked_at=None)
    if besides is not None:
        sessions = sessions.exclude(pk=besides.pk)
    sessions.update(revoked_at=clock.now())


def free_tile(*, child: Child) -> None:
    """Undoes a claim: every phone of the child is signed out and the tile can be claimed again."""
    Child.objects.filter(pk=child.pk).update(claimed_at=None, secret_generation=F("secret_generation") + 1)
    end_sessions(owner=child)


def leave_tombstone(*, child: Child) -> None:
    """Empties the child's row but for its key and when it was erased."""
    child.nickname = child.avatar = child.tier = ""
    child.claimed_at, child.secret_generation = None, 0
    child.erased_at = child.erased_at or clock.now()
    child.save()


def reset_secret(*, child: Child) -> None:
    """The child's phones let them choose new pictures, as soon as they hear of it."""
    Child.objects.filter(pk=child.pk).update(secret_generation=F("secret_generation") + 1)


def adapt_to_class(*, child: Child, tier: str, taken: Collection[str]) -> Child:
    """The child in another class: of its tier, and with another nickname only where theirs is `taken`."""
    child.tier = tier
    if child.nickname in taken:
        nickname = another(child.avatar, taken)
        child.nickname, child.avatar = nickname.text, nickname.avatar
    child.save(update_fields=["tier", "nickname", "avatar"])
    return child


def issue_cards(*, children: Sequence[Child]) -> list[str]:
    """The secret of a new card for each child, in their order; their old cards are no longer good."""
    Card.objects.filter(child__in=children, revoked_at=None).update(revoked_at=clock.now())
    secrets = [new_secret() for _ in children]
    Card.objects.bulk_create(
        Card(child=child, secret_hash=digest(secret)) for child, secret in zip(children, secrets, strict=True)
    )
    return secrets


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
    if generation != session.generation - 1:
        return False
    never_arrived = session.used_generation < session.generation
    return never_arrived or clock.now() - session.refreshed_at <= settings.REFRESH_GRACE
