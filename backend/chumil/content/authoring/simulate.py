"""What becomes of a story in many hands: exact where the states allow, sampled and said so where not.

A play is followed answer by answer for all ways at once. Two ways are one from the moment that
nothing can tell them apart: states that are alike, the same points, and the same marks at those
asks that play can still come back to or repair. Shares are whole numbers: after n answers they
are counted in `unit ** n` parts.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from chumil.content.authoring.alike import alike
from chumil.content.authoring.explore import Space, Step, explore, reaching
from chumil.content.authoring.players import PLAYERS, Reader, Weights
from chumil.engine.asks import highest
from chumil.engine.model import MAX_ANSWERS, WORTH, Scenario

MAX_WAYS = 150_000
SAMPLES = 4_000
SEED = 20_260_101


class Marks(NamedTuple):
    """The points of a play: settled sums, and asks that may still change as (ask, best, repaired)."""

    got: int = 0
    most: int = 0
    open: tuple[tuple[str, int, bool], ...] = ()

    def percent(self) -> int:
        """The whole percent of a play that has ended, as the engine rounds it."""
        return (200 * self.got + self.most) // (2 * self.most) if self.most else 100


class Place(NamedTuple):
    """States that are alike: `words` on the screen, and for each step the words of its feedback."""

    scene: str
    words: int
    steps: tuple[Step, ...]
    after: tuple[int, ...]
    live: int


@dataclass(slots=True)
class Mass:
    """How likely a way is, and the words read on it: their sum times `share`, fewest and most."""

    share: int
    read: int
    least: int
    most: int

    def add(self, other: "Mass") -> None:
        """Takes in another way that came to the same."""
        self.share += other.share
        self.read += other.read
        self.least, self.most = min(self.least, other.least), max(self.most, other.most)

    def step(self, weight: int, words: int) -> "Mass":
        """What goes on with this weight, `words` further on."""
        read = (self.read + words * self.share) * weight
        return Mass(self.share * weight, read, self.least + words, self.most + words)


@dataclass(slots=True)
class Tally:
    """Plays that ended: how likely, after how many answers, with which percent; the words read."""

    answers: dict[int, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    percents: dict[int, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    read: Fraction = Fraction(0)
    least: int = 1 << 30
    most: int = 0

    def add(self, answers: int, percent: int, mass: Mass, whole: int) -> None:
        """One more way, `mass.share` of `whole`."""
        share = Fraction(mass.share, whole)
        self.answers[answers] += share
        self.percents[percent] += share
        self.read += Fraction(mass.read, whole)
        self.least, self.most = min(self.least, mass.least), max(self.most, mass.most)


@dataclass(frozen=True, slots=True)
class Played:
    """What one player comes to.

    `given` says how often each (scene, answer) is given in a play; `unfinished` is the share that
    200 answers do not bring to an ending.
    """

    endings: dict[str, Tally]
    given: dict[tuple[str, str], Fraction]
    unfinished: Fraction
    exact: bool


@dataclass(frozen=True, slots=True)
class Simulation:
    """A story played by every player. `space` holds the states that play can reach."""

    scenario: Scenario
    space: Space
    players: Mapping[str, Played]


def simulate(scenario: Scenario) -> Simulation:
    """Let every imagined player play the story in every way."""
    walker = Walker(explore(scenario))
    return Simulation(scenario, walker.space, {name: walker.play(weights) for name, weights in PLAYERS.items()})


class Walker:
    """Plays over the states of one story."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.scenario = space.scenario
        self._bit = {name: 1 << place for place, name in enumerate(self.scenario.scenes)}
        self._highest = {name: highest(one.ask) for name, one in self.scenario.scenes.items() if one.ask}
        self.places = self._places()

    def _places(self) -> list[Place]:
        space, reader = self.space, Reader(self.space)
        live = reaching(space, [self._touched(node.scene) for node in space.nodes])
        signs = [
            (node.scene, reader.on(node), tuple(reader.after(node, step) for step in steps), bits)
            for node, steps, bits in zip(space.nodes, space.steps, live, strict=True)
        ]
        classes = alike(space, signs)
        found: dict[int, Place] = {}
        for number, steps, (scene, words, after, bits) in zip(classes, space.steps, signs, strict=True):
            if number not in found:
                moved = tuple(step._replace(to=classes[step.to]) for step in steps)
                found[number] = Place(scene, words, moved, after, bits)
        return list(found.values())

    def _touched(self, scene: str) -> int:
        """The asks whose points this scene can change."""
        ask = self.scenario.scenes[scene].ask
        return sum(self._bit[each] for each in {scene, *ask.repairs}) if ask else 0

    def play(self, weights: Weights) -> Played:
        """Every way where they can be followed, else a sample of them."""
        followed = self._follow(weights) if self.space.complete else None
        return self._sample(weights) if followed is None else followed

    def _follow(self, weights: Weights) -> Played | None:
        played = Played(defaultdict(Tally), defaultdict(Fraction), Fraction(0), exact=True)
        unit = lcm(*(sum(weights[step.verdict] for step in place.steps) or 1 for place in self.places))
        words = self.places[0].words
        ways = {(0, Marks()): Mass(1, words, words, words)}
        seen = 0
        for length in range(MAX_ANSWERS + 1):
            going = self._ended(ways, length, unit**length, played)
            seen += len(going)
            if not going:
                return played
            if seen > MAX_WAYS:
                return None
            if length < MAX_ANSWERS:
                ways = self._advanced(going, weights, unit, unit**length, played)
        left = Fraction(sum(mass.share for mass in going.values()), unit**MAX_ANSWERS)
        return Played(played.endings, played.given, left, exact=True)

    def _ended(
        self, ways: dict[tuple[int, Marks], Mass], length: int, whole: int, played: Played
    ) -> dict[tuple[int, Marks], Mass]:
        """The ways that go on; those that ended are told."""
        going = {}
        for (at, marks), mass in ways.items():
            if self._ends(at):
                played.endings[self.places[at].scene].add(length, marks.percent(), mass, whole)
            else:
                going[at, marks] = mass
        return going

    def _ends(self, at: int) -> bool:
        return self.scenario.scenes[self.places[at].scene].ending is not None

    def _advanced(
        self, ways: dict[tuple[int, Marks], Mass], weights: Weights, unit: int, whole: int, played: Played
    ) -> dict[tuple[int, Marks], Mass]:
        after: dict[tuple[int, Marks], Mass] = {}
        given: Counter[tuple[str, str]] = Counter()
        for (at, marks), mass in ways.items():
            place = self.places[at]
            part = unit // (sum(weights[step.verdict] for step in place.steps) or 1)
            for step, words in zip(place.steps, place.after, strict=True):
                moved = mass.step(weights[step.verdict] * part, words + self.places[step.to].words)
                given[place.scene, step.answer] += moved.share
                new = step.to, self._marked(marks, place.scene, step)
                if new in after:
                    after[new].add(moved)
                else:
                    after[new] = moved
        for answer, share in given.items():
            played.given[answer] += Fraction(share, whole * unit)
        return after

    def _sample(self, weights: Weights) -> Played:
        """Plays drawn at random, always the same ones."""
        chance = random.Random(SEED)  # noqa: S311  the same sample every time is wanted
        played = Played(defaultdict(Tally), defaultdict(Fraction), Fraction(0), exact=False)
        lost = 0
        for _ in range(SAMPLES):
            at, marks, read, length = 0, Marks(), self.places[0].words, 0
            while (place := self.places[at]).steps and length < MAX_ANSWERS:
                number = chance.choices(range(len(place.steps)), [weights[one.verdict] for one in place.steps])[0]
                step = place.steps[number]
                played.given[place.scene, step.answer] += Fraction(1, SAMPLES)
                at, marks, length = step.to, self._marked(marks, place.scene, step), length + 1
                read += place.after[number] + self.places[at].words
            if self._ends(at):
                played.endings[self.places[at].scene].add(length, marks.percent(), Mass(1, read, read, read), SAMPLES)
            else:
                lost += 1
        return Played(played.endings, played.given, Fraction(lost, SAMPLES), exact=False)

    def _marked(self, marks: Marks, scene: str, step: Step) -> Marks:
        """The marks after an answer; an ask that nothing can change any more is settled."""
        ask = self.scenario.scenes[scene].ask
        assert ask is not None  # only asks have steps
        best = {name: (points, mended) for name, points, mended in marks.open}
        points, mended = best.get(scene, (0, False))
        best[scene] = max(points, WORTH[step.verdict]), mended
        if step.verdict == "safe":
            for name in set(ask.repairs) & best.keys():
                best[name] = best[name][0], True
        got, most, still = marks.got, marks.most, []
        live = self.places[step.to].live
        for name in sorted(best):
            if live & self._bit[name]:
                still.append((name, *best[name]))
            else:
                got, most = got + self._counted(name, *best[name]), most + self._highest[name]
        return Marks(got, most, tuple(still))

    def _counted(self, name: str, points: int, mended: bool) -> int:
        return max(points, (3 * self._highest[name] + 4) // 5 if mended else 0)
