"""Points, percent and stars: integers only."""

from chumil.engine.asks import highest
from chumil.engine.model import Ask, Scenario, Score, State


def score(scenario: Scenario, state: State) -> Score:
    """Every ask answered counts once, at its best points or at what a repair gives it."""
    got = sum(_counted(scenario, state, ask) for ask in state.best)
    most = sum(highest(ask_of(scenario, ask)) for ask in state.best)
    percent = (200 * got + most) // (2 * most) if most else 100
    finished = scenario.scenes[state.scene].ask is None
    return Score(got, most, percent, _stars(percent) if finished else 0)


def ask_of(scenario: Scenario, scene: str) -> Ask:
    """The ask of a scene that has one."""
    ask = scenario.scenes[scene].ask
    if ask is None:
        raise KeyError(scene)
    return ask


def mended(ask: Ask) -> int:
    """What an ask counts at least once it is repaired: three fifths of its most, rounded up."""
    return (3 * highest(ask) + 4) // 5


def _counted(scenario: Scenario, state: State, ask: str) -> int:
    return max(state.best[ask], mended(ask_of(scenario, ask)) if ask in state.repaired else 0)


def _stars(percent: int) -> int:
    return 1 + (percent >= 60) + (percent >= 90)
