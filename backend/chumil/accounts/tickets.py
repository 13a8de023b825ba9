"""Links sent by mail: random, stored as a hash, good once and for a while."""

from datetime import timedelta

from chumil.accounts.models import SignUp, Ticket
from chumil.accounts.secrets import digest, new_secret
from chumil.common import clock
from chumil.common.errors import DomainError, ErrorCode

LIFETIME = {
    Ticket.Purpose.INVITE: timedelta(days=14),
    Ticket.Purpose.CONFIRM: timedelta(days=3),
    Ticket.Purpose.RESET: timedelta(minutes=30),
}


def issue(purpose: Ticket.Purpose, email: str, sign_up: SignUp | None = None) -> str:
    """The token of a new ticket."""
    token = new_secret()
    Ticket.objects.create(
        purpose=purpose,
        email=email,
        sign_up=sign_up,
        token_hash=digest(token),
        expires_at=clock.now() + LIFETIME[purpose],
    )
    return token


def redeem(purpose: Ticket.Purpose, token: str) -> Ticket:
    """Uses the ticket up; of many at once one wins. `link_not_valid` (404) for used, expired and unknown alike."""
    good = Ticket.objects.filter(purpose=purpose, token_hash=digest(token), used_at=None, expires_at__gt=clock.now())
    if not good.update(used_at=clock.now()):
        raise DomainError(ErrorCode.LINK_NOT_VALID, status=404)
    return Ticket.objects.select_related("sign_up").get(purpose=purpose, token_hash=digest(token))
