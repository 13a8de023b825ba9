"""Reads of attempts."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from chumil.content.models import ScenarioVersion
from chumil.play.models import Attempt, Credit, Quarantine


def record_of(child: UUID) -> QuerySet[Attempt]:
    """Everything that counts for a child, in the order it came."""
    return Attempt.objects.filter(counts_for=child).order_by("id")


def record_and_sent_by(child: UUID) -> QuerySet[Attempt]:
    """The same, and what their phone sent that counts for another."""
    return Attempt.objects.filter(Q(counts_for=child) | Q(child=child)).order_by("id")


def last_credit(attempt: Attempt, *, before: Credit | None = None) -> Credit | None:
    """The newest credit of an attempt, or the one that held before another."""
    given = attempt.credits.filter(pk__lt=before.pk) if before else attempt.credits.all()
    return given.order_by("-id").first()


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


def versions_of(scenario: str) -> QuerySet[Any]:
    """The versions of a scenario, the newest first, with `played` and `running`: attempts pinned to each."""
    running = Count("attempts", filter=Q(attempts__finished=False))
    counted = ScenarioVersion.objects.annotate(played=Count("attempts"), running=running)
    return counted.filter(scenario=scenario).select_related("scenario").defer("body").order_by("-published_at", "hash")
