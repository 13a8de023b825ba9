"""A teacher lets a child's other phone in."""

from django.db import transaction

from chumil.accounts.limits import CLASS, DEVICE, give_back
from chumil.accounts.models import Child, User
from chumil.accounts.services import bind
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.classes.models import PhoneRequest
from chumil.classes.services import decide


@transaction.atomic
def approve_phone(*, request: PhoneRequest, child: Child, by: User) -> None:
    """Binds the phone that asked to this child of the class, once; it fetches its tokens itself.

    `not_found` when somebody else decided or the ten minutes are over.
    """
    decide(request=request)
    request.session = bind(child=child, device=request.device)
    request.save(update_fields=["session"])
    record(Action.PHONE_APPROVED, by=by.pk, classroom=request.classroom_id, children=[child.pk], subject=request.pk)
    give_back((CLASS, str(request.classroom_id)), (DEVICE, str(request.device)), at=request.created_at)
