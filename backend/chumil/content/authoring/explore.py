"""Every state a child can reach: scenes x meters x flags, breadth first, exactly.

Points, evidence and what was visited do not change where play can go, so they are no part of a
state. The rules are the engine's own conditions; a test plays both and compares.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from chumil.engine.conditions import holds
from chumil.engine.model import METER_MAX, METER_MIN, Choose, Result, Scenario, Verdict

MAX_STATES = 100_000

Meters = dict[str, int]


class Node(NamedTuple):
    """A state of play as far as the way on depends on it."""

    scene: str
    meters: tuple[int, ...]
    flags: frozenset[str]


class Step(NamedTuple):
    """One answer: the option id (or verdict, for the other asks), and the branch of its goto."""

    answer: str
    verdict: Verdict
    branch: int
    to: int


@dataclass(slots=True)
class Space:
    """What was found. `steps[i]` leave `nodes[i]`; `complete` False: stopped at MAX_STATES."""

    scenario: Scenario
    nodes: list[Node] = field(default_factory=list)
    steps: list[list[Step]] = field(default_factory=list)
    complete: bool = True

    def meters(self, node: Node) -> Meters:
        """The meters of a node by name."""
        return dict(zip(self.scenario.meters, node.meters, strict=True))


def explore(scenario: Scenario, limit: int = MAX_STATES) -> Space:
    """The reachable states of a scenario, at most `limit` of them."""
    space = Space(scenario)
    start = Node(scenario.start, tuple(m.start for m in scenario.meters.values()), frozenset())
    known = {start: 0}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        space.nodes.append(node)
        steps = []
        meters = space.meters(node)
        for answer, verdict, result in _answers(scenario, node, meters):
            branch, after = _after(node, meters, result)
            if after not in known:
                if len(known) >= limit:
                    space.complete = False
                    continue
                known[after] = len(known)
                waiting.append(after)
            steps.append(Step(answer, verdict, branch, known[after]))
        space.steps.append(steps)
    return space


def _answers(scenario: Scenario, node: Node, meters: Meters) -> list[tuple[str, Verdict, Result]]:
    ask = scenario.scenes[node.scene].ask
    if ask is None:
        return []
    if not isinstance(ask, Choose):
        return [(verdict, verdict, result) for verdict, result in ask.outcomes.items()]
    return [
        (name, option.verdict, option)
        for name, option in ask.options.items()
        if option.when is None or holds(option.when, meters, node.flags)
    ]


def _after(node: Node, before: Meters, result: Result) -> tuple[int, Node]:
    meters, flags = dict(before), node.flags
    for name, change in result.effects.items():
        if isinstance(change, bool):
            flags = flags | {name} if change else flags - {name}
        else:
            meters[name] = min(METER_MAX, max(METER_MIN, meters[name] + change))
    branch = next(
        place for place, goto in enumerate(result.goto) if goto.when is None or holds(goto.when, meters, flags)
    )
    return branch, Node(result.goto[branch].to, tuple(meters.values()), flags)


def reaching(space: Space, own: list[int]) -> list[int]:
    """For every node the union of the bit sets `own` over all nodes it can reach, itself included."""
    before: list[list[int]] = [[] for _ in space.nodes]
    for index, steps in enumerate(space.steps):
        for step in steps:
            before[step.to].append(index)
    reach = list(own)
    waiting = deque(reversed(range(len(reach))))
    while waiting:
        index = waiting.popleft()
        for earlier in before[index]:
            if reach[earlier] | reach[index] != reach[earlier]:
                reach[earlier] |= reach[index]
                waiting.append(earlier)
    return reach
