"""Reads of what is published."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Subquery

from chumil.content.models import Reference, Scenario, ScenarioVersion
from chumil.content.packs import Kept
from chumil.engine import Scenario as Story
from chumil.engine import parse_scenario

_stories: Kept[Story] = Kept(256)
_rules: Kept[list[dict[str, Any]]] = Kept(4)

OFFERED = Q(current_of__isnull=False, withdrawn_at=None)


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
    rules: str | None
    """The hash of the badges' rules as they stand now."""

    def catalogue(self) -> list[dict[str, Any]]:
        """The entries that `engine.awards` asks for."""
        return [
            {"id": each.scenario, "tier": each.tier, "topic": each.topic, "sensitive": each.sensitive}
            for each in self.versions.values()
            if each.current and each.tier == self.tier
        ]


def catalogue(filters: Mapping[str, str]) -> QuerySet[ScenarioVersion]:
    """The current versions without their bodies; `filters` by tier, topic and kind."""
    offered = ScenarioVersion.objects.filter(OFFERED, **filters)
    return offered.defer("body").order_by("tier", "scenario_id")


def shelf(hashes: Collection[str], tier: str) -> Shelf:
    """Those of `hashes` that are published, and what `tier` offers now. One query."""
    wanted = Q(hash__in=hashes) | Q(OFFERED, tier=tier)
    rules = Subquery(Reference.objects.filter(key=Reference.Key.BADGES).values("hash"))
    columns = ("hash", "scenario_id", "kind", "tier", "topic", "risks", "role", "sensitive", "withdrawn_at")
    rows = list(
        ScenarioVersion.objects.filter(wanted).annotate(rules=rules).values_list(*columns, "current_of", "rules")
    )
    versions = (_version(row) for row in rows)
    return Shelf({each.hash: each for each in versions}, tier, rows[0][10] if rows else None)


def stories(hashes: Collection[str]) -> dict[str, Story]:
    """Those of `hashes` that are published, parsed. One query for those not met lately, if any."""
    return _stories.get(hashes, _load_stories)


def badge_rules(hash: str | None) -> list[dict[str, Any]]:
    """The badges' rules under this hash; none before they are loaded. One query when not met lately."""
    found = _rules.get([hash] if hash else [], _load_rules)
    return next(iter(found.values()), [])


def current_badge_rules() -> list[dict[str, Any]]:
    """The badges' rules as they stand now, in the order of their file."""
    return badge_rules(Reference.objects.filter(key=Reference.Key.BADGES).values_list("hash", flat=True).first())


def offered_or_played(played: Collection[str], tier: str) -> QuerySet[Scenario]:
    """The scenarios a class of this tier has to do with, each with its newest version as `current`."""
    wanted = Scenario.objects.filter(Q(current__tier=tier, current__withdrawn_at=None) | Q(id__in=played))
    return wanted.select_related("current").defer("current__body").order_by("id")


def _version(row: tuple[Any, ...]) -> Version:
    hash, scenario, kind, tier, topic, risks, role, sensitive, withdrawn_at, current_of, _ = row
    offered = withdrawn_at is None and current_of is not None
    return Version(hash, scenario, kind, tier, topic, risks, role, sensitive, withdrawn_at is not None, offered)


def _load_stories(hashes: Collection[str]) -> dict[str, Story]:
    rows: Iterable[tuple[str, str]] = ScenarioVersion.objects.filter(hash__in=hashes).values_list("hash", "body")
    return {hash: parse_scenario(json.loads(body)) for hash, body in rows}


def _load_rules(hashes: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    rows = Reference.objects.filter(hash__in=hashes).values_list("hash", "body")
    return {hash: json.loads(body) for hash, body in rows}
