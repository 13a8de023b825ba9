"""Reads of badges, and the history by which they are judged."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from chumil.badges.models import Award
from chumil.content.selectors import Shelf, Version, badge_rules
from chumil.engine import awards
from chumil.play.models import Attempt


def held_by(child: UUID) -> list[str]:
    """The ids of the badges a child holds, sorted."""
    return list(Award.objects.filter(child=child).order_by("badge").values_list("badge", flat=True))


def earned(record: Iterable[Attempt], shelf: Shelf) -> list[str]:
    """The badges for children whose rules this record meets; plays of withdrawn versions do not count."""
    mine = [each for each in badge_rules(shelf.rules) if each["scope"] == "child"]
    return awards(mine, history(record, shelf.versions), shelf.catalogue(), shelf.tier)


def history(record: Iterable[Attempt], versions: Mapping[str, Version]) -> list[dict[str, Any]]:
    """The finished plays as `engine.awards` reads them: what `engine.played` gives for each."""
    plays = ((each, versions[each.version_id]) for each in record if each.finished)
    return [_play(attempt, version) for attempt, version in plays if not version.withdrawn]


def _play(attempt: Attempt, version: Version) -> dict[str, Any]:
    safe = {name for each in attempt.evidence if each["verdict"] == "safe" for name in each["objectives"]}
    return {
        "scenario": version.scenario,
        "kind": version.kind,
        "tier": version.tier,
        "topic": version.topic,
        "risks": version.risks,
        "role": version.role,
        "stars": attempt.stars,
        "objectives": sorted(safe),
        "repaired": attempt.repaired,
        "asked_help": attempt.asked_help,
    }
