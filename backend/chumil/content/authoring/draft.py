"""A story under check, and ways to walk through it that give each part with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from chumil.content.authoring.problems import Finding, Path
from chumil.content.authoring.schema import (
    ASKS,
    BEATS,
    AnyAsk,
    AnyBeat,
    Choose,
    Outcome,
    Scene,
    Story,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A well-formed story and its pack; the pack's references may still be wrong."""

    story: Story
    pack: dict[str, Any]


Check = Callable[[Draft], Iterator[Finding]]


class Answer(NamedTuple):
    """One way an ask can turn out."""

    path: Path
    scene: str
    verdict: Verdict
    outcome: Outcome


class Said(NamedTuple):
    """A text a child reads; the narrator's, the child's own words, or a character's."""

    path: Path
    text: str
    voice: Literal["narrator", "child", "character"]


def asks(story: Story) -> Iterator[tuple[Path, str, AnyAsk]]:
    """Every ask with its path and the id of its scene."""
    for name, scene in story.scenes.items():
        if scene.ask is not None:
            yield ("scenes", name, "ask"), name, scene.ask


def answers(story: Story) -> Iterator[Answer]:
    """Every option of a choose and every outcome of the other asks."""
    for path, scene, ask in asks(story):
        yield from answers_of(path, scene, ask)


def answers_of(path: Path, scene: str, ask: AnyAsk) -> Iterator[Answer]:
    """The options or outcomes of one ask."""
    if isinstance(ask, Choose):
        for name, option in ask.options.items():
            yield Answer((*path, "options", name), scene, option.verdict, option)
        return
    verdicts: tuple[Verdict, ...] = ("safe", "unsure", "unsafe")
    for verdict in verdicts:
        outcome = getattr(ask.outcomes, verdict)  # type: ignore[attr-defined]
        if outcome is not None:
            yield Answer((*path, "outcomes", verdict), scene, verdict, outcome)


def gotos(outcome: Outcome, path: Path) -> Iterator[tuple[Path, str]]:
    """Where an outcome may lead, with the place that says so."""
    if isinstance(outcome.goto, str):
        yield (*path, "goto"), outcome.goto
        return
    for place, branch in enumerate(outcome.goto):
        yield (*path, "goto", place, "to"), branch.to


def kind_of(part: AnyAsk | AnyBeat) -> str:
    """The word that says what an ask or a beat is."""
    return next(kind for kind in (*ASKS, *BEATS) if kind in type(part).model_fields)


def said(story: Story) -> Iterator[Said]:
    """Every text of the story itself, in reading order."""
    yield Said(("title",), story.title, "narrator")
    yield Said(("summary",), story.summary, "narrator")
    for name, scene in story.scenes.items():
        yield from scene_said(scene, ("scenes", name))
    yield Said(("takeaway",), story.takeaway, "narrator")


def scene_said(scene: Scene, path: Path) -> Iterator[Said]:
    """The texts of one scene: its screen, then the feedback of each answer."""
    yield from screen_said(scene, path)
    if scene.ask is not None:
        for answer in answers_of((*path, "ask"), "", scene.ask):
            yield from feedback_said(answer.outcome, answer.path)


def screen_said(scene: Scene, path: Path) -> Iterator[Said]:
    """What stands on the screen of a scene before the child answers."""
    for place, beat in enumerate(scene.beats):
        kind = kind_of(beat)
        voice: Literal["narrator", "character"] = "narrator" if kind in {"narration", "picture"} else "character"
        yield Said((*path, "beats", place, kind), getattr(beat, kind), voice)
    if scene.ask is not None:
        yield from _ask_said(scene.ask, (*path, "ask"))
    if scene.ending is not None:
        yield Said((*path, "ending", "title"), scene.ending.title, "narrator")
        yield Said((*path, "ending", "text"), scene.ending.text, "narrator")


def _ask_said(ask: AnyAsk, path: Path) -> Iterator[Said]:
    kind = kind_of(ask)
    yield Said((*path, kind), getattr(ask, kind), "narrator")
    if ask.hint:
        yield Said((*path, "hint"), ask.hint, "narrator")
    for key in ("options", "bins", "cards", "steps", "pieces"):
        for name, part in getattr(ask, key, {}).items():
            text = part if isinstance(part, str) else part.text
            tail: Path = () if isinstance(part, str) else ("text",)
            yield Said((*path, key, name, *tail), text, "child")


def feedback_said(outcome: Outcome, path: Path) -> Iterator[Said]:
    """What the narrator says after an answer."""
    yield Said((*path, "why"), outcome.why, "narrator")
    yield Said((*path, "next"), outcome.next, "narrator")
    if outcome.consequence:
        yield Said((*path, "consequence", "title"), outcome.consequence.title, "narrator")
        yield Said((*path, "consequence", "text"), outcome.consequence.text, "narrator")
    if outcome.no_fault:
        yield Said((*path, "no_fault"), outcome.no_fault, "narrator")
