"""Reads of attempts."""

from uuid import UUID

from django.db.models import QuerySet

from chumil.play.models import Attempt, Quarantine


def record_of(child: UUID) -> QuerySet[Attempt]:
    """Everything a child played, in the order it came."""
    return Attempt.objects.filter(child=child).order_by("id")


def waiting(child: UUID) -> int:
    """How many items of this child were refused and wait for an adult."""
    return Quarantine.objects.filter(child=child).count()
