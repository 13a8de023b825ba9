"""Standing anywhere in a story: real answers that lead to a scene, and what a path has come to."""

from collections import deque
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Any

from chumil.content.authoring.explore import Space, Step, explore
from chumil.engine import advance, begin, outcome
from chumil.engine.asks import judge_answer
from chumil.engine.model import Ask, Choose, Judgement, Order, ReplayError, Say, Scenario, Sort, Spot, State, Verdict

Path = list[Any]


def ways(scenario: Scenario) -> dict[str, Path]:
    """For each scene that play can reach, the fewest answers that lead there."""
    space = explore(scenario)
    before: dict[int, tuple[int, Step]] = {}
    found: dict[str, Path] = {}
    seen, waiting = {0}, deque([0])
    while waiting and len(found) < len(scenario.scenes):
        at = waiting.popleft()
        scene = space.nodes[at].scene
        if scene not in found:
            found[scene] = _answers(space, before, at)
        for step in space.steps[at]:
            if step.to not in seen:
                seen.add(step.to)
                before[step.to] = at, step
                waiting.append(step.to)
    return found


def _answers(space: Space, before: dict[int, tuple[int, Step]], at: int) -> Path:
    path: Path = []
    while at in before:
        at, step = before[at]
        ask = space.scenario.scenes[space.nodes[at].scene].ask
        assert ask is not None  # only asks have steps
        path.append(step.answer if isinstance(ask, Choose) else answer_for(ask, step.verdict))
    return path[::-1]


def answer_for(ask: Ask, verdict: Verdict) -> Any:
    """An answer to a spot, sort, order or say that is judged so; ValueError where there is none."""
    for answer in _candidates(ask):
        judged = judge_answer(ask, answer, lambda when: when is None)
        if isinstance(judged, Judgement) and judged.verdict == verdict:
            return answer
    raise ValueError(verdict)


def _candidates(ask: Ask) -> Iterator[Any]:
    match ask:
        case Spot():
            found = sorted(ask.signs)
            yield from (found[:count] for count in range(len(found), -1, -1))
        case Sort():
            yield from _sorted_worse_and_worse(ask)
        case Order():
            yield list(ask.steps)[::-1]
            yield from map(list, permutations(ask.steps))
        case Say():
            yield from (list(script.pieces) for script in ask.scripts)
            yield from map(list, combinations(ask.pieces, 1))
            yield from map(list, permutations(ask.pieces, 2))
            yield from map(list, permutations(ask.pieces, 3))


def _sorted_worse_and_worse(ask: Sort) -> Iterator[list[list[str]]]:
    cards = sorted(ask.cards)
    for wrong in range(len(cards) + 1):
        yield [
            [card, ask.cards[card].bin if place >= wrong else next(b for b in ask.bins if b != ask.cards[card].bin)]
            for place, card in enumerate(cards)
        ]


def still_valid(scenario: Scenario, path: object) -> Path:
    """The longest beginning of `path` that this version of the story accepts."""
    state, kept = begin(scenario), []
    for answer in path if isinstance(path, list) else []:
        after = advance(scenario, state, answer)
        if isinstance(after, ReplayError):
            break
        state = after
        kept.append(answer)
    return kept


def standing_after(scenario: Scenario, path: Path) -> dict[str, Any]:
    """Where a valid path stands: scene, meters with their names, flags, score."""
    state: State = begin(scenario)
    for answer in path:
        after = advance(scenario, state, answer)
        if isinstance(after, ReplayError):
            raise ValueError(after.code)
        state = after
    come = outcome(scenario, state)
    return {
        "scene": come.scene,
        "answers": len(path),
        "meters": [
            {"id": name, "label": meter.label or name, "value": come.meters[name]}
            for name, meter in scenario.meters.items()
        ],
        "flags": [{"id": flag, "on": flag in come.flags} for flag in scenario.flags],
        "got": come.got,
        "max": come.max,
        "percent": come.percent,
        "stars": come.stars,
        "finished": come.finished,
    }
