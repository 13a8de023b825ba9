"""A teacher moves a child to another of her classes."""

from django.db import transaction

from chumil.accounts.models import Child, User
from chumil.accounts.services import adapt_to_class
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.classes.models import Classroom
from chumil.classes.selectors import nicknames_in
from chumil.classes.services import enrol, leave, refuse_overfull


@transaction.atomic
def move_child(*, child: Child, source: Classroom, target: Classroom, by: User) -> Child:
    """The child, now of the target's tier, and with a new nickname only where the old one is taken there.

    Raises `class_full` (409), and `not_found` when the child has left the source meanwhile.
    """
    refuse_overfull(classroom=target, more=1)
    leave(classroom=source, child=child)
    enrol(classroom=target, children=[child])
    record(Action.CHILD_MOVED, by=by.pk, classroom=source.pk, children=[child.pk], subject=target.pk)
    return adapt_to_class(child=child, tier=target.tier, taken=nicknames_in(target, besides=child))
