"""A child joins a class: sees the free tiles, takes one, and the phone is bound."""

from uuid import UUID

from django.db import transaction

from chumil.accounts.limits import DEVICE, NETWORK, counting_failures
from chumil.accounts.models import Child, Session
from chumil.accounts.services import start_session
from chumil.classes.models import Classroom
from chumil.classes.selectors import open_classroom, pupils_of
from chumil.common import clock
from chumil.common.errors import DomainError, ErrorCode, not_found


def look(*, code: str, network: str) -> Classroom:
    """The class that is open for this code; `join_not_open` (404) for wrong, closed and unknown alike."""
    with counting_failures((NETWORK, network)):
        return _open(code)


def claim(*, code: str, tile: UUID, device: UUID, network: str) -> Session:
    """Binds the phone to the tile; of many phones exactly one wins, the rest get `tile_taken` (409).

    The winner may ask again, because its answer can get lost on the way.
    """
    with counting_failures((DEVICE, str(device)), (NETWORK, network)):
        classroom = _open(code)
    with transaction.atomic():
        child = pupils_of(classroom).filter(pk=tile).first()
        if child is None:
            raise not_found()
        if Child.objects.filter(pk=tile, claimed_at=None).update(claimed_at=clock.now()):
            return start_session(owner=child, device=device)
    return _session_on(device, child)


def _open(code: str) -> Classroom:
    classroom = open_classroom(code)
    if classroom is None:
        raise DomainError(ErrorCode.JOIN_NOT_OPEN, status=404)
    return classroom


def _session_on(device: UUID, child: Child) -> Session:
    """The sign-in this very phone already got for the tile."""
    session = Session.objects.select_related("child").filter(child=child, device=device, revoked_at=None).first()
    if session is None or not session.is_live():
        raise DomainError(ErrorCode.TILE_TAKEN, status=409)
    return session
