"""Keeps the projection: computed from the attempts as they stand, never counted up."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from chumil.content.selectors import Version
from chumil.play.models import Attempt
from chumil.progress.models import ChildScenario

State = ChildScenario.State
_COMPUTED = [
    "version",
    "state",
    "stars",
    "percent",
    "plays",
    "first_finished_at",
    "last_finished_at",
    "last_played_at",
]


def project(
    *, child: UUID, record: Iterable[Attempt], versions: Mapping[str, Version], scenarios: Collection[str]
) -> None:
    """Writes the child's rows for these scenarios, in one statement; one of which nothing is left goes."""
    plays: dict[str, list[Attempt]] = {}
    for attempt in record:
        scenario = versions[attempt.version_id].scenario
        if scenario in scenarios:
            plays.setdefault(scenario, []).append(attempt)
    if plays.keys() != set(scenarios):
        ChildScenario.objects.filter(child=child, scenario__in=set(scenarios) - plays.keys()).delete()
    ChildScenario.objects.bulk_create(
        [_row(child, scenario, attempts) for scenario, attempts in sorted(plays.items())],
        update_conflicts=True,
        unique_fields=["child", "scenario"],
        update_fields=_COMPUTED,
    )


def _row(child: UUID, scenario: str, attempts: list[Attempt]) -> ChildScenario:
    finished = [each for each in attempts if each.finished]
    best = max(finished or attempts, key=_rank)
    when = [each.played_at for each in finished]
    return ChildScenario(
        child_id=child,
        scenario_id=scenario,
        version_id=best.version_id,
        state=State.FINISHED if finished else State.IN_PROGRESS,
        stars=best.stars if finished else 0,
        percent=best.percent if finished else 0,
        plays=len(finished),
        first_finished_at=min(when, default=None),
        last_finished_at=max(when, default=None),
        last_played_at=max(each.played_at for each in attempts),
    )


def _rank(attempt: Attempt) -> tuple[int, int, UUID]:
    """The best play first; the id decides among equals, so that no order of arrival does."""
    return attempt.stars, attempt.percent, attempt.client_id
