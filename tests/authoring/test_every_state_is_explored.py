import random
import time
from typing import Any

from code_pages import BASE
from nightly import NIGHTLY

from chumil.content.authoring.checks.state import CHECKS
from chumil.content.authoring.compile import compile_text
from chumil.content.authoring.explore import Node, explore
from chumil.engine import advance, begin, options_of, parse_scenario
from chumil.engine.model import Choose, Scenario

METERS = ("trust", "calm", "privacy", "support")


def _option(number: int, scene: int, scenes: int) -> dict[str, Any]:
    meter = METERS[(scene + number) % 4]
    return {
        "id": f"o{number}", "text": "Sí", "is": ("safe", "unsure", "unsafe")[number],
        "why": "Porque sí.", "next": "Sigue.", "effects": {meter: number - 1},
        "goto": [
            {"when": [">", meter, 3], "to": f"s{min(scene + 2, scenes - 1)}"},
            {"to": f"s{scene + 1}"},
        ],
    }  # fmt: skip


def story_of(scenes: int) -> Scenario:
    """A story of that many scenes whose four meters move with every answer."""
    source = compile_text(BASE.encode(), "base")
    assert source.pack is not None
    look = {"look": "story", "beats": [], "help": ["trusted_adult"]}
    rows: list[dict[str, Any]] = [
        {
            "id": f"s{n}", **look,
            "ask": {
                "kind": "choose", "text": "¿Qué haces?", "objectives": ["refuse"], "repairs": [],
                "options": [_option(number, n, scenes) for number in range(3)],
            },
        }
        for n in range(scenes - 1)
    ]  # fmt: skip
    rows.append({"id": f"s{scenes - 1}", **look, "ending": {"tone": "safe", "title": "Fin", "text": "Fin."}})
    meters = [{"id": name, "start": 2, "label": "M"} for name in METERS]
    pack = source.pack | {"scenes": rows, "meters": meters, "flags": [], "start": "s0", "characters": []}
    return parse_scenario(pack)


def test_sixty_scenes_with_four_meters_are_explored_whole() -> None:
    scenario = story_of(60)
    began = time.process_time()
    space = explore(scenario)
    found = [one for check in CHECKS for one in check(space)]
    if NIGHTLY:  # a time is measured where nothing else runs
        assert time.process_time() - began < 2
    assert space.complete
    assert len(space.nodes) > 1_000
    assert "S010" not in {one.code for one in found}


def test_a_random_player_never_leaves_the_explored_states() -> None:
    scenario = story_of(12)
    space = explore(scenario)
    known = {node: place for place, node in enumerate(space.nodes)}
    chance = random.Random(7)
    for _ in range(300):
        state = begin(scenario)
        while isinstance(scenario.scenes[state.scene].ask, Choose):
            here = Node(state.scene, tuple(state.meters.values()), state.flags)
            offered = [option.id for option in options_of(scenario, state)]
            assert [step.answer for step in space.steps[known[here]]] == offered
            following = advance(scenario, state, chance.choice(offered))
            assert not hasattr(following, "code")
            state = following
            after = Node(state.scene, tuple(state.meters.values()), state.flags)
            assert known[after] in {step.to for step in space.steps[known[here]]}


def test_too_many_states_are_said_to_be_too_many() -> None:
    space = explore(story_of(12), limit=50)
    assert not space.complete
    assert "S010" in {one.code for check in CHECKS for one in check(space)}
