"""A child joins a class: sees the free tiles, takes one, and the phone is bound. Or shows a card, or asks."""

from uuid import UUID

from django.db import transaction

from chumil.accounts.limits import CLASS, DEVICE, NETWORK, counting_failures, spend
from chumil.accounts.models import Child, Session
from chumil.accounts.selectors import child_with_card, session_here
from chumil.accounts.services import bind, start_session
from chumil.classes.models import Classroom, PhoneRequest
from chumil.classes.selectors import open_classroom, pupils_of, waiting_request
from chumil.classes.services import ask_for_phone
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
    session = session_here(child, device)
    if session is None:
        raise DomainError(ErrorCode.TILE_TAKEN, status=409)
    return session


def show_card(*, secret: str, device: UUID, network: str) -> Session:
    """Binds the phone to the child of the card; `card_not_valid` (404) for revoked and unknown alike."""
    with counting_failures((DEVICE, str(device)), (NETWORK, network)):
        child = child_with_card(secret)
        if child is None:
            raise DomainError(ErrorCode.CARD_NOT_VALID, status=404)
    with transaction.atomic():
        return bind(child=child, device=device)


def ask(*, code: str, avatar: str, device: UUID, network: str) -> PhoneRequest:
    """Asks the teachers of the open class to let this phone in. Only a request they do not approve counts."""
    with counting_failures((DEVICE, str(device)), (NETWORK, network)):
        classroom = _open(code)
    waiting = waiting_request(classroom, device, avatar)
    if waiting is not None:
        return waiting
    spend((CLASS, str(classroom.pk)), (DEVICE, str(device)))
    return ask_for_phone(classroom=classroom, avatar=avatar, device=device)


def asked(*, request: UUID, device: UUID, network: str) -> PhoneRequest:
    """What became of this phone's request, with its session once approved; `not_found` for anybody else's."""
    with counting_failures((DEVICE, str(device)), (NETWORK, network)):
        found = PhoneRequest.objects.select_related("session__child").filter(pk=request, device=device).first()
        if found is None:
            raise not_found()
    return found


def _open(code: str) -> Classroom:
    classroom = open_classroom(code)
    if classroom is None:
        raise DomainError(ErrorCode.JOIN_NOT_OPEN, status=404)
    return classroom
