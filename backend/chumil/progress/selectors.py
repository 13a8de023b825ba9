"""What children and teachers see of the projection. The number of attempts costs nothing here."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from chumil.accounts.models import Child
from chumil.badges.selectors import held_by
from chumil.classes.models import Classroom
from chumil.classes.selectors import pupils_of
from chumil.common import clock
from chumil.content.models import Scenario
from chumil.content.selectors import offered_or_played
from chumil.play.selectors import waiting
from chumil.progress.models import ChildScenario

FINISHED = ChildScenario.State.FINISHED


@dataclass(frozen=True, slots=True)
class MyProgress:
    """A child's own sky: `finished` the best of each scenario, `waiting` what was refused. Never answers."""

    stars: int
    finished: list[ChildScenario]
    badges: list[str]
    waiting: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One child and one scenario, as a teacher may see it; `stars` None for a sensitive one."""

    scenario: str
    state: str
    stars: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One child of the class. `finished`, `stars` and `last_day` follow from the cells shown alone."""

    child: Child
    finished: int
    stars: int
    last_day: date | None
    scenarios: list[Cell]


@dataclass(frozen=True, slots=True)
class ClassProgress:
    """A class at `computed_at`."""

    classroom: Classroom
    computed_at: datetime
    catalogue: list[Scenario]
    children: list[Row]


def my_progress(child: Child) -> MyProgress:
    """Three queries, whatever was played."""
    finished = list(ChildScenario.objects.filter(child=child, state=FINISHED).order_by("scenario_id"))
    return MyProgress(
        stars=sum(each.stars for each in finished),
        finished=finished,
        badges=held_by(child.id),
        waiting=waiting(child.id),
    )


def class_progress(classroom: Classroom) -> ClassProgress:
    """Three queries, whatever the number of children and of attempts."""
    children = list(pupils_of(classroom))
    played: dict[UUID, list[ChildScenario]] = {child.id: [] for child in children}
    for each in ChildScenario.objects.filter(child__in=children).order_by("scenario_id"):
        played[each.child_id].append(each)
    catalogue = list(offered_or_played({one.scenario_id for row in played.values() for one in row}, classroom.tier))
    sensitive = {each.id for each in catalogue if each.sensitive}
    return ClassProgress(
        classroom=classroom,
        computed_at=clock.now(),
        catalogue=catalogue,
        children=[_row(child, played[child.id], sensitive) for child in children],
    )


def _row(child: Child, played: list[ChildScenario], sensitive: set[str]) -> Row:
    """Of a sensitive story a teacher sees that it was finished, and nothing more."""
    shown = [each for each in played if each.state == FINISHED or each.scenario_id not in sensitive]
    cells = [_cell(each, each.scenario_id in sensitive) for each in shown]
    last = max((each.last_played_at for each in shown), default=None)
    return Row(
        child=child,
        finished=sum(each.state == FINISHED for each in cells),
        stars=sum(each.stars or 0 for each in cells),
        last_day=timezone.localdate(last) if last else None,
        scenarios=cells,
    )


def _cell(played: ChildScenario, is_sensitive: bool) -> Cell:
    is_open = played.state == FINISHED and not is_sensitive
    return Cell(scenario=played.scenario_id, state=played.state, stars=played.stars if is_open else None)
