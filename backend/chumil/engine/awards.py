"""Badges: rules as data, met or not by a history of finished plays."""

from collections.abc import Mapping, Sequence
from typing import Any

from chumil.engine.model import Outcome, Scenario

Data = Mapping[str, Any]


def awards(rules: Sequence[Data], history: Sequence[Data], catalogue: Sequence[Data], tier: str) -> list[str]:
    """Sorted ids of the badges whose rule the history meets.

    A history entry is what `played` gives; a catalogue entry has `id`, `tier`, `topic` and
    `sensitive`. For badges of scope `class` the history is the whole class's.
    """
    return sorted(each["id"] for each in rules if _met(each["rule"], history, catalogue, tier))


def played(scenario: Scenario, outcome: Outcome) -> dict[str, Any]:
    """The history entry of one finished play."""
    safe = {name for each in outcome.evidence if each.verdict == "safe" for name in each.objectives}
    return {
        "scenario": scenario.id,
        "kind": scenario.kind,
        "tier": scenario.tier,
        "topic": scenario.topic,
        "risks": list(scenario.risks),
        "role": scenario.role,
        "stars": outcome.stars,
        "objectives": sorted(safe),
        "repaired": bool(outcome.repaired),
        "asked_help": outcome.asked_help,
    }


def _met(rule: Data, history: Sequence[Data], catalogue: Sequence[Data], tier: str) -> bool:
    if "count" in rule:
        found = {each["scenario"] for each in history if _matches(rule["count"], each)}
        return bool(len(found) >= rule["at_least"])
    if "complete" in rule:
        return _complete(rule["complete"], history, catalogue, tier)
    if "all" in rule:
        return all(_met(each, history, catalogue, tier) for each in rule["all"])
    return any(_met(each, history, catalogue, tier) for each in rule["any"])


def _complete(topic: str, history: Sequence[Data], catalogue: Sequence[Data], tier: str) -> bool:
    wanted = {
        each["id"] for each in catalogue if each["topic"] == topic and each["tier"] == tier and not each["sensitive"]
    }
    return bool(wanted) and wanted <= {each["scenario"] for each in history}


def _matches(wanted: Data, play: Data) -> bool:
    return all(_holds(key, value, play) for key, value in wanted.items())


def _holds(key: str, value: Any, play: Data) -> bool:
    match key:
        case "risk":
            return value in play["risks"]
        case "objective":
            return value in play["objectives"]
        case "min_stars":
            return bool(play["stars"] >= value)
    return bool(play.get(key) == value)
