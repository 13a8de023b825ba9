"""Reads of sessions and cards."""

from uuid import UUID

from django.db.models import Q, QuerySet

from chumil.accounts.models import Card, Child, Session, SignUp, User
from chumil.accounts.secrets import digest
from chumil.common import clock


def live_session(session_id: UUID) -> Session | None:
    """The session with its owner, if it still signs them in. One query."""
    session = Session.objects.select_related("user", "child").filter(pk=session_id).first()
    return session if session is not None and session.is_live() else None


def is_erased(owner: UUID) -> bool:
    """Whether this is the key of a child who was erased."""
    return Child.objects.filter(pk=owner, erased_at__isnull=False).exists()


def is_live(prefix: str = "") -> Q:
    """The sessions that are neither ended nor expired; `prefix` such as `sessions__` leads to them."""
    return Q(**{f"{prefix}revoked_at": None, f"{prefix}expires_at__gt": clock.now()})


def sessions_of(owner: User | Child) -> QuerySet[Session]:
    """Where somebody is signed in now, newest first."""
    return Session.objects.filter(
        is_live(), user=owner if isinstance(owner, User) else None, child=owner if isinstance(owner, Child) else None
    ).order_by("-id")


def session_here(child: Child, device: UUID) -> Session | None:
    """The sign-in that this very phone already has for the child."""
    return sessions_of(child).filter(device=device).select_related("child").first()


def child_with_card(secret: str) -> Child | None:
    """The child whose card holds this secret, if the card is still good. Always one query."""
    card = Card.objects.select_related("child").filter(
        secret_hash=digest(secret), revoked_at=None, child__erased_at=None
    )
    found = card.first()
    return found.child if found else None


def waiting_sign_ups() -> QuerySet[SignUp]:
    """The teachers who confirmed their address and wait for the staff, oldest first."""
    return SignUp.objects.exclude(confirmed_at=None).filter(approved_at=None).order_by("id")


def confirmed_sign_up(email: str) -> SignUp | None:
    """The last one of this address that was confirmed."""
    return waiting_sign_ups().filter(email=email.strip().lower()).last()
