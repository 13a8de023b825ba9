"""Writing the trail. Call it in the transaction of what it tells of, so that there is both or neither."""

from collections.abc import Iterable
from uuid import UUID

from chumil.audit.actions import Action
from chumil.audit.models import AuditEvent


def record(
    action: Action,
    *,
    by: UUID | None,
    classroom: UUID | None = None,
    children: Iterable[UUID] = (),
    subject: UUID | None = None,
) -> None:
    """One event for each of the children, or a single one where it is about none; `by` None is a command."""
    about: list[UUID | None] = [*children] or [None]
    AuditEvent.objects.bulk_create(
        AuditEvent(actor=by, action=action, classroom=classroom, child=child, subject=subject) for child in about
    )
