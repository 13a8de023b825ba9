"""Class talks: authors write them beside a story, teachers read them, no child's phone carries them."""

from collections.abc import Iterator, Sequence
from typing import Any

from chumil.content.authoring.checks.graph import near
from chumil.content.authoring.draft import answers
from chumil.content.authoring.problems import Finding, Path
from chumil.content.authoring.schema import Story


def collected(stories: Sequence[Story]) -> dict[str, dict[str, Any]]:
    """The reference document `talks`: by misconception the talk, and as `scenario` the story it stands in."""
    return {name: talk.model_dump() | {"scenario": story.id} for story in stories for name, talk in story.talks.items()}


def mismatched(stories: Sequence[Story], others: Sequence[Story] = ()) -> Iterator[tuple[Story, Finding]]:
    """Misconceptions of `stories` that no talk is about, and talks about none; `others` count too."""
    whole = [*stories, *others]
    told = {name for story in whole for name in story.talks}
    named = {name for story in whole for name in _named(story)}
    for story in stories:
        for name, path in _named(story).items():
            if name not in told:
                yield story, Finding(path, "G018", f"there is no talk for {name!r}{near(name, told)}")
        for name in story.talks:
            if name not in named:
                yield story, Finding(("talks", name), "G018", f"no answer names the misconception {name!r}")


def repeated(stories: Sequence[Story]) -> Iterator[tuple[Story, Finding]]:
    """Talks about a misconception that another story has written one for."""
    first: dict[str, str] = {}
    for story in stories:
        for name in story.talks:
            if (other := first.setdefault(name, story.id)) != story.id:
                yield story, Finding(("talks", name), "R005", f"{other!r} has a talk for {name!r} too")


def _named(story: Story) -> dict[str, Path]:
    """The misconceptions that the answers of a story name, each where it comes first."""
    named: dict[str, Path] = {}
    for answer in answers(story):
        if answer.outcome.misconception:
            named.setdefault(answer.outcome.misconception, (*answer.path, "misconception"))
    return named
