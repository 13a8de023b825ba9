"""A story as boxes and arrows, before anybody draws them."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from chumil.content.authoring.explore import explore
from chumil.engine.conditions import format_condition
from chumil.engine.model import Choose, Goto, Result, Scenario, Scene

SHORT = 30
MOST = 4


@dataclass(frozen=True, slots=True)
class Box:
    """One scene. `tint` is its safety, `ending-TONE` for an ending, or `none`; `facts` are short lines."""

    id: str
    kind: str
    text: str
    tint: str
    facts: tuple[str, ...]
    reached: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """All answers that lead from one scene to another under the same condition."""

    start: str
    to: str
    answers: tuple[str, ...]
    when: str

    @property
    def lines(self) -> list[str]:
        """What is written beside the arrow: the condition, then a few answers cut short."""
        lines = (
            [f"[{line}" for line in textwrap.wrap(self.when + "]", SHORT, break_on_hyphens=False)] if self.when else []
        )
        lines[1:] = [line.removeprefix("[") for line in lines[1:]]
        lines += [textwrap.shorten(answer, SHORT, placeholder="…") for answer in self.answers[:MOST]]
        return [*lines, f"+{len(self.answers) - MOST}"] if len(self.answers) > MOST else lines


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole story; the first box is the start."""

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def chart(scenario: Scenario) -> Chart:
    """The boxes and arrows of a story, the start first."""
    space = explore(scenario)
    reached = {node.scene for node in space.nodes} if space.complete else set(scenario.scenes)
    scenes = sorted(scenario.scenes.values(), key=lambda scene: scene.id != scenario.start)
    boxes = tuple(_box(scene, scene.id in reached) for scene in scenes)
    return Chart(scenario.title, boxes, tuple(arrow for scene in scenes for arrow in _arrows(scene)))


def _box(scene: Scene, reached: bool) -> Box:
    if scene.ending is not None:
        kind, text, tint = "ending", scene.ending.title, f"ending-{scene.ending.tone}"
    else:
        kind, text = (scene.ask.kind, scene.ask.text) if scene.ask else ("", "")
        tint = scene.safety or "none"
    facts = ["repairs: " + ", ".join(scene.ask.repairs)] if scene.ask and scene.ask.repairs else []
    if scene.help:
        facts.append("help: " + ", ".join(scene.help))
    return Box(scene.id, kind, text, tint, tuple(facts), reached)


def _arrows(scene: Scene) -> Iterator[Arrow]:
    ways: dict[tuple[str, str], list[str]] = {}
    for answer, result, offered in _results(scene):
        for goto, when in _branches(result):
            condition = " and ".join(filter(None, (offered, when)))
            ways.setdefault((goto.to, condition), []).append(answer)
    for (to, when), answers in ways.items():
        yield Arrow(scene.id, to, tuple(answers), when)


def _results(scene: Scene) -> Iterator[tuple[str, Result, str]]:
    """Each answer's words, what it brings, and the condition under which it is offered."""
    if isinstance(scene.ask, Choose):
        for option in scene.ask.options.values():
            yield option.text, option, format_condition(option.when) if option.when else ""
    elif scene.ask is not None:
        for verdict, result in scene.ask.outcomes.items():
            yield verdict, result, ""


def _branches(result: Result) -> Iterator[tuple[Goto, str]]:
    for goto in result.goto:
        last = "else" if len(result.goto) > 1 else ""
        yield goto, format_condition(goto.when) if goto.when else last
