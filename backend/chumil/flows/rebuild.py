"""Derives everything again from the attempts. Where nothing was wrong, nothing changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from chumil.accounts.models import Child
from chumil.content import selectors as content
from chumil.engine import Outcome, replay
from chumil.flows.recount import recount
from chumil.play.merge import apply_outcome
from chumil.play.models import Attempt
from chumil.play.selectors import record_of
from chumil.play.services import rewrite_outcomes


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many children were gone through, and which attempts no longer replay and were left alone."""

    children: int
    unplayable: list[UUID]


def rebuild() -> Rebuilt:
    """Outcomes, projections and badges of every child, one transaction each, so that syncs go on meanwhile."""
    children = children_who_played()
    return Rebuilt(len(children), [attempt for child in children for attempt in rebuild_child(child)])


def children_who_played() -> list[UUID]:
    """The ids of all children with attempts, the erased left out."""
    played = Child.objects.filter(erased_at=None, counting__isnull=False)
    return list(played.distinct().values_list("id", flat=True))


@transaction.atomic
def rebuild_child(child_id: UUID) -> list[UUID]:
    """One child's, with what was credited to them; the ids of attempts that no longer replay.

    Of a sealed attempt the outcome is all there is, and stays.
    """
    child = Child.objects.select_for_update(no_key=True).get(pk=child_id)
    unplayable = _replay([each for each in record_of(child_id) if each.path is not None])
    recount(child=child)
    return unplayable


def _replay(record: Sequence[Attempt]) -> list[UUID]:
    stories = content.stories({each.version_id for each in record})
    outcomes = [(each, replay(stories[each.version_id], each.path, each.copied)) for each in record]
    for attempt, outcome in outcomes:
        if isinstance(outcome, Outcome):
            apply_outcome(attempt, outcome)
    rewrite_outcomes([attempt for attempt, outcome in outcomes if isinstance(outcome, Outcome)])
    return [attempt.id for attempt, outcome in outcomes if not isinstance(outcome, Outcome)]
