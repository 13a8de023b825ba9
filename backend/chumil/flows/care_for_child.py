"""What a teacher does for one child with one tap."""

from django.db import transaction

from chumil.accounts.models import Child, Session, User
from chumil.accounts.services import end_session, free_tile, reset_secret
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.classes.models import Classroom


@transaction.atomic
def undo_claim(*, child: Child, classroom: Classroom, by: User) -> None:
    """Every phone of the child is signed out and the tile is free again; what was played stays with it."""
    free_tile(child=child)
    record(Action.CLAIM_UNDONE, by=by.pk, classroom=classroom.pk, children=[child.pk])


@transaction.atomic
def renew_secret(*, child: Child, classroom: Classroom, by: User) -> None:
    """The child chooses new pictures."""
    reset_secret(child=child)
    record(Action.SECRET_RESET, by=by.pk, classroom=classroom.pk, children=[child.pk])


@transaction.atomic
def sign_phone_out(*, session: Session, child: Child, classroom: Classroom, by: User) -> None:
    """A lost phone: its next request is refused."""
    end_session(session=session)
    record(Action.PHONE_SIGNED_OUT, by=by.pk, classroom=classroom.pk, children=[child.pk], subject=session.pk)
