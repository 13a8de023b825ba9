"""G and P: what a story owes to the reference files and to the other stories of its tier."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from chumil.content.authoring.checks.graph import near
from chumil.content.authoring.draft import Draft
from chumil.content.authoring.problems import Finding
from chumil.content.authoring.schema import Story

ENOUGH = 4  # below this a tier is too small for a quota


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the reference files say; None where a file was not found or has errors."""

    topics: dict[str, dict[str, Any]] | None = None
    channels: frozenset[str] | None = None


def against_shelf(draft: Draft, shelf: Shelf) -> Iterator[Finding]:
    """The story's topic and help keys."""
    story = draft.story
    if shelf.channels is not None:
        known = shelf.channels | {"trusted_adult"}
        for name, scene in story.scenes.items():
            for place, key in enumerate(scene.help):
                if key not in known:
                    message = f"there is no help channel {key!r}{near(key, known)}"
                    yield Finding(("scenes", name, "help", place), "G020", message)
    if shelf.topics is None:
        return
    topic = shelf.topics.get(story.topic)
    if topic is None:
        message = f"there is no topic {story.topic!r}{near(story.topic, shelf.topics)}"
        yield Finding(("topic",), "G021", message)
        return
    if story.tier not in topic["tiers"]:
        yield Finding(("topic",), "G022", f"the topic {story.topic!r} is not for {story.tier}")
    if topic["sensitive"] and story.content_note is None:
        yield Finding(("topic",), "P026", f"stories about {story.topic!r} need a content_note")


def quotas(stories: list[Story]) -> Iterator[tuple[Story, Finding]]:
    """Per tier: most aggressors are known people, and not every target is a girl."""
    tiers: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        if story.kind == "story":
            tiers[story.tier].append(story)
    for tier, shelf in tiers.items():
        with_aggressor = [story for story in shelf if story.aggressor != "none"]
        strangers = [story for story in with_aggressor if story.aggressor == "stranger"]
        if len(with_aggressor) >= ENOUGH and 2 * len(strangers) > len(with_aggressor):
            message = f"{len(strangers)} of {len(with_aggressor)} aggressors of {tier} are strangers"
            yield strangers[-1], Finding(("aggressor",), "P040", message)
        girls = [story for story in shelf if story.target_gender == "girl"]
        if len(shelf) >= ENOUGH and len(girls) == len(shelf):
            message = f"every target of {tier} is a girl"
            yield girls[-1], Finding(("target_gender",), "P041", message)
