"""Seeded walks over the shipped stories."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from vector_files import ROOT

from chumil.content.authoring.compile import compile_file
from chumil.engine import ReplayError, Scenario, advance, begin, options_of, parse_scenario

SHIPPED = sorted((ROOT / "fixtures" / "scenarios").glob("*/*.yaml"))
WALKS = 6


def pack_of(path: Path) -> dict[str, Any]:
    """The pack of a shipped story, which must be sound."""
    compiled = compile_file(path)
    assert compiled.pack is not None, f"{path.name}: {compiled.problems}"
    return compiled.pack


def walks(pack: dict[str, Any]) -> Iterator[list[Any]]:
    """Paths from the start to an ending, or of forty answers; the same ones each time."""
    scenario = parse_scenario(pack)
    asks = {scene["id"]: scene.get("ask") for scene in pack["scenes"]}
    for seed in range(WALKS):
        yield walk(scenario, asks, Random(f"{pack['id']} {seed}"))


def walk(scenario: Scenario, asks: dict[str, Any], random: Random) -> list[Any]:
    state, path = begin(scenario), []
    while asks[state.scene] and len(path) < 40:
        offered = [option.id for option in options_of(scenario, state)]
        answer = pick(asks[state.scene], offered, random)
        step = advance(scenario, state, answer)
        assert not isinstance(step, ReplayError), step
        state = step
        path.append(answer)
    return path


def pick(ask: dict[str, Any], offered: list[str], random: Random) -> Any:
    """An answer this ask takes; every second list answer is the best one."""

    def ids(key: str) -> list[str]:
        return [each["id"] for each in ask[key]]

    best = random.random() < 0.5
    match ask["kind"]:
        case "choose":
            return random.choice(offered)
        case "spot":
            return sorted(ids("signs") if best else random.sample(ids("signs") + ids("decoys"), 2))
        case "sort":
            cards = sorted(ask["cards"], key=lambda card: card["id"])
            return [[card["id"], card["bin"] if best else random.choice(ids("bins"))] for card in cards]
        case "order":
            return ids("steps") if best else random.sample(ids("steps"), len(ask["steps"]))
    free = random.sample(ids("pieces"), 2)
    return random.choice(ask["scripts"])["pieces"] if best else free
