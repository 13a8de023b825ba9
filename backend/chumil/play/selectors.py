"""Reads of attempts."""

from uuid import UUID

from django.db.models import QuerySet

from chumil.play.models import Attempt, Quarantine


def record_of(child: UUID) -> QuerySet[Attempt]:
    """Everything a child played, in the order it came."""
    return Attempt.objects.filter(child=child).order_by("id")


def unresolved(child: UUID | None = None) -> QuerySet[Quarantine]:
    """Refused items that were not taken since, of one child or of all, in the order they came."""
    rows = Quarantine.objects.filter(resolved_at=None)
    return (rows if child is None else rows.filter(child=child)).order_by("id")


def waiting(child: UUID | None) -> int:
    """How many items of this child, or of all, were refused and wait for an adult."""
    return unresolved(child).count()


def reports_of(child: UUID, body_hash: str) -> int:
    """How often the child's phone sent this very item."""
    return Quarantine.objects.filter(child=child, body_hash=body_hash).values_list("reports", flat=True).first() or 0
