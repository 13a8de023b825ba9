"""What the committed OpenAPI allows at all: no ranking of children, no secret in an address."""

import re

import pytest
import yaml

from architecture.repository import ROOT

SPEC = yaml.safe_load((ROOT / "backend" / "openapi.yaml").read_text(encoding="utf-8"))
RANKING = re.compile(r"rank|leader|streak|position|lives|coins|lost", re.IGNORECASE)
IN_QUERIES = {"page", "page_size", "tier", "topic", "kind", "archived"}
IN_PATHS = re.compile(r"\{(\w+_id|hash|key)\}")


def names():
    """Every path and every property."""
    properties = {name for each in SPEC["components"]["schemas"].values() for name in each.get("properties", {})}
    return set(SPEC["paths"]) | properties


def parameters(place):
    operations = [operation for path in SPEC["paths"].values() for operation in path.values()]
    listed = [each for operation in operations for each in operation.get("parameters", [])]
    return {each["name"] for each in listed if each["in"] == place}


@pytest.mark.asvs(45)
def test_no_child_is_ranked_and_nothing_can_be_lost():
    assert not {name for name in names() if RANKING.search(name)}
    assert RANKING.search("/api/v1/classes/{id}/leaderboard")


@pytest.mark.asvs(33)
def test_addresses_hold_filters_and_keys_and_no_secret():
    assert parameters("query") <= IN_QUERIES
    assert all(IN_PATHS.fullmatch(f"{{{name}}}") for name in parameters("path"))
