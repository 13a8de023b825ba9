"""Three imagined players, and what playing costs them in words: the assumptions of `simulate`."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from chumil.content.authoring.explore import Node, Space, Step
from chumil.content.authoring.spanish import words
from chumil.engine.conditions import holds
from chumil.engine.model import Choose, Result, Scenario, Verdict

Weights = Mapping[Verdict, int]
PLAYERS: Mapping[str, Weights] = {
    "uniform": {"safe": 1, "unsure": 1, "unsafe": 1},
    "careful": {"safe": 6, "unsure": 3, "unsafe": 1},
    "careless": {"safe": 1, "unsure": 3, "unsafe": 6},
}
"""How much likelier one verdict is than another; every answer offered has a share."""

WORDS_A_MINUTE = {"ages-7-9": 60, "ages-10-12": 100, "ages-13-15": 140, "ages-16-18": 170}
SECONDS_AN_ANSWER = 8


def shares(steps: list[Step], weights: Weights) -> list[Fraction]:
    """How likely each step is for this player; they sum to 1."""
    whole = sum(weights[step.verdict] for step in steps)
    return [Fraction(weights[step.verdict], whole) for step in steps]


def minutes(scenario: Scenario, read: float, answers: float) -> float:
    """How long reading `read` words and giving `answers` answers takes at this tier."""
    return read / WORDS_A_MINUTE[scenario.tier] + answers * SECONDS_AN_ANSWER / 60


@dataclass(frozen=True, slots=True)
class Reader:
    """Counts the words a child meets: on entering a state, and after an answer."""

    space: Space

    def on(self, node: Node) -> int:
        """The words on the screen in this state."""
        scene, meters = self.space.scenario.scenes[node.scene], self.space.meters(node)
        texts = [beat.text for beat in scene.beats if holds(beat.when, meters, node.flags)]
        if scene.ending is not None:
            texts += [scene.ending.title, scene.ending.text]
        ask = scene.ask
        if isinstance(ask, Choose):
            offered = (each for each in ask.options.values() if holds(each.when, meters, node.flags))
            texts += [ask.text, *(each.text for each in offered)]
        elif ask is not None:
            texts.append(ask.text)
            for part in ("bins", "steps", "pieces"):
                texts += getattr(ask, part, {}).values()
            texts += [card.text for card in getattr(ask, "cards", {}).values()]
        return sum(len(words(text)) for text in texts)

    def after(self, node: Node, step: Step) -> int:
        """The words of the feedback to this answer."""
        ask = self.space.scenario.scenes[node.scene].ask
        assert ask is not None  # only asks have steps
        result: Result = ask.options[step.answer] if isinstance(ask, Choose) else ask.outcomes[step.verdict]
        texts = [result.why, result.next, result.no_fault or ""]
        if result.consequence is not None:
            texts += [result.consequence.title, result.consequence.text]
        return sum(len(words(text)) for text in texts)
