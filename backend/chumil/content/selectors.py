"""Reads of what is published."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from chumil.content.models import Reference, Scenario, ScenarioVersion
from chumil.content.packs import Kept
from chumil.engine import Scenario as Story
from chumil.engine import parse_scenario

_stories: Kept[Story] = Kept(256)
_rules: Kept[list[dict[str, Any]]] = Kept(4)


@dataclass(frozen=True, slots=True)
class Version:
    """What is said about a version without its body."""

    hash: str
    scenario: str
    kind: str
    tier: str
    topic: str
    risks: list[str]
    role: str | None
    sensitive: bool
    withdrawn: bool
    current: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """The versions a record names, together with the whole offer of a tier."""

    versions: Mapping[str, Version]
    tier: str

    def catalogue(self) -> list[dict[str, Any]]:
        """The entries that `engine.awards` asks for."""
        return [
            {"id": each.scenario, "tier": each.tier, "topic": each.topic, "sensitive": each.sensitive}
            for each in self.versions.values()
            if each.current and each.tier == self.tier
        ]


def catalogue(filters: Mapping[str, str]) -> QuerySet[ScenarioVersion]:
    """The current versions without their bodies; `filters` by tier, topic and kind."""
    offered = ScenarioVersion.objects.filter(current_of__isnull=False, **filters)
    return offered.defer("body").order_by("tier", "scenario_id")


def shelf(hashes: Collection[str], tier: str) -> Shelf:
    """Those of `hashes` that are published, and what `tier` offers now. One query."""
    wanted = Q(hash__in=hashes) | Q(tier=tier, current_of__isnull=False)
    rows = ScenarioVersion.objects.filter(wanted).values_list(
        "hash", "scenario_id", "kind", "tier", "topic", "risks", "role", "sensitive", "withdrawn_at", "current_of"
    )
    versions = (Version(*row[:8], withdrawn=row[8] is not None, current=row[9] is not None) for row in rows)
    return Shelf({each.hash: each for each in versions}, tier)


def stories(hashes: Collection[str]) -> dict[str, Story]:
    """Those of `hashes` that are published, parsed. One query for those not met lately, if any."""
    return _stories.get(hashes, _load_stories)


def badge_rules() -> list[dict[str, Any]]:
    """The rules of the badges; none before they are loaded. One query, and a second when they changed."""
    named = Reference.objects.filter(key=Reference.Key.BADGES).values_list("hash", flat=True)
    found = _rules.get(list(named), _load_rules)
    return next(iter(found.values()), [])


def titles(ids: Collection[str], tier: str) -> QuerySet[Scenario]:
    """The scenarios of a class's catalogue: what `tier` offers, and `ids`, with their current version."""
    wanted = Scenario.objects.filter(Q(current__tier=tier) | Q(id__in=ids))
    return wanted.select_related("current").defer("current__body").order_by("id")


def _load_stories(hashes: Collection[str]) -> dict[str, Story]:
    rows: Iterable[tuple[str, str]] = ScenarioVersion.objects.filter(hash__in=hashes).values_list("hash", "body")
    return {hash: parse_scenario(json.loads(body)) for hash, body in rows}


def _load_rules(hashes: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    rows = Reference.objects.filter(hash__in=hashes).values_list("hash", "body")
    return {hash: json.loads(body) for hash, body in rows}
