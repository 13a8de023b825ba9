"""A child is erased: of everything that leads to them only an empty row stays, so that nothing comes back.

The way goes along the schema, so that a table added later is emptied too.
"""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import ForeignObjectRel, Model

from chumil.accounts.models import Child
from chumil.accounts.services import leave_tombstone
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.play.models import Attempt
from chumil.play.services import forget_plays


@transaction.atomic
def erase_child(*, child_id: UUID, by: UUID | None, classroom: UUID | None = None) -> None:
    """Safe to repeat. Plays that were credited to another child are that child's, and stay theirs."""
    child = Child.objects.select_for_update(no_key=True).get(pk=child_id)
    forget_plays(child=child)
    for model, column in _ways_to_a_child():
        if (model, column) != (Attempt, "child"):  # what was credited to others stays; the rest went above
            model._base_manager.filter(**{column: child}).delete()
    leave_tombstone(child=child)
    record(Action.CHILD_ERASED, by=by, classroom=classroom, children=[child_id])


def _ways_to_a_child() -> Iterator[tuple[type[Model], str]]:
    relations = Child._meta.get_fields(include_hidden=True)
    return ((each.related_model, each.field.name) for each in relations if isinstance(each, ForeignObjectRel))
