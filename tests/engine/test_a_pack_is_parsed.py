"""A pack is either a whole scenario or a list of everything wrong with it, each in its place."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import option, pack, result, scene, texts

from chumil.engine import ScenarioError, parse_scenario

ABSENT = object()
LONG = [f"p{index}" for index in range(9)]


def spoil(pointer: str, value: Any) -> dict[str, Any]:
    """The sample with one place set (or taken away)."""
    data: Any = pack()
    *way, last = pointer.strip("/").split("/")
    place = data
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if isinstance(place, list):
        place[int(last)] = value
    elif value is ABSENT:
        del place[last]
    else:
        place[last] = value
    return data


def problems(data: Any) -> list[tuple[str, str]]:
    try:
        parse_scenario(data)
    except ScenarioError as error:
        return [(each.pointer, each.code) for each in error.problems]
    return []


def test_a_sound_pack_is_a_scenario() -> None:
    scenario = parse_scenario(pack())
    assert list(scenario.scenes) == ["pick", "tap", "bins", "steps", "talk", "end"]
    assert scenario.scenes["pick"].beats[0].when == (">=", "trust", 2)
    assert not scenario.characters["dani"].known
    assert not scenario.sensitive


def test_a_content_note_makes_a_story_sensitive() -> None:
    assert parse_scenario(pack() | {"content_note": "n"}).sensitive


def test_parsing_leaves_the_pack_as_it_was() -> None:
    data = pack()
    before = deepcopy(data)
    parse_scenario(data)
    assert data == before


S = "/scenes"
TO_END = [{"to": "end"}]
IF_TOLD = {"when": ["flag", "told"], "to": "end"}


@pytest.mark.parametrize(
    ("pointer", "value", "where", "code"),
    [
        ("/format", 2, "/format", "out_of_range"),
        ("/format", True, "/format", "wrong_type"),
        ("/format", 1.0, "/format", "wrong_type"),
        ("/title", ABSENT, "", "missing_key"),
        ("/title", None, "/title", "wrong_type"),
        ("/title", "  ", "/title", "empty"),
        ("/title", "\ud800", "/title", "bad_text"),
        ("/colour", "red", "/colour", "unknown_key"),
        ("/a~b", 1, "/a~0b", "unknown_key"),
        ("/id", "El-Juego", "/id", "bad_id"),
        ("/id", "juego\n", "/id", "bad_id"),
        ("/id", 5, "/id", "wrong_type"),
        ("/kind", "game", "/kind", "bad_value"),
        ("/tier", "ages-1-3", "/tier", "bad_value"),
        ("/risks/0", "boredom", "/risks/0", "bad_value"),
        ("/risks", "grooming", "/risks", "wrong_type"),
        ("/minutes", 0, "/minutes", "out_of_range"),
        ("/objectives", {}, "/objectives", "missing_key"),
        ("/start", "nowhere", "/start", "unknown_scene"),
        ("/meters/0/start", 6, "/meters/0/start", "out_of_range"),
        ("/meters/0/start", -1, "/meters/0/start", "out_of_range"),
        ("/meters/0/start", True, "/meters/0/start", "wrong_type"),
        ("/flags", ["told", "told"], "/flags/1", "duplicate_id"),
        ("/flags", ["told", "trust"], "/flags/1", "duplicate_id"),
        ("/flags", ["told", "and"], "/flags/1", "bad_id"),
        ("/characters/0/known", "no", "/characters/0/known", "wrong_type"),
        ("/talks", {}, "/talks", "unknown_key"),
        ("/scenes", [], "/scenes", "too_few"),
        (f"{S}/5/id", "pick", f"{S}/5/id", "duplicate_id"),
        (f"{S}/5/look", "film", f"{S}/5/look", "bad_value"),
        (f"{S}/5/ending", ABSENT, f"{S}/5", "ask_or_ending"),
        (f"{S}/0/ending", {"tone": "safe", "title": "t", "text": "t"}, f"{S}/0", "ask_or_ending"),
        (f"{S}/5/ending/tone", "sad", f"{S}/5/ending/tone", "bad_value"),
        (f"{S}/0/beats/0/from", "eva", f"{S}/0/beats/0/from", "unknown_character"),
        (f"{S}/0/beats/0/kind", "song", f"{S}/0/beats/0/kind", "bad_value"),
        (f"{S}/0/beats/0/mood", "bored", f"{S}/0/beats/0/mood", "bad_value"),
        (f"{S}/1/beats/1/id", "hi", f"{S}/1/beats/1/id", "duplicate_id"),
        (f"{S}/0/beats/0/when", [], f"{S}/0/beats/0/when", "bad_condition"),
        (f"{S}/0/beats/0/when", ["xor", 1, 2], f"{S}/0/beats/0/when", "bad_condition"),
        (f"{S}/0/beats/0/when", ["and", ["flag", "told"]], f"{S}/0/beats/0/when", "bad_condition"),
        (f"{S}/0/beats/0/when", ["flag"], f"{S}/0/beats/0/when", "bad_condition"),
        (f"{S}/0/beats/0/when", [">=", "trust"], f"{S}/0/beats/0/when", "bad_condition"),
        (f"{S}/0/beats/0/when", [">=", "trust", 6], f"{S}/0/beats/0/when/2", "out_of_range"),
        (f"{S}/0/beats/0/when", [">=", "told", 2], f"{S}/0/beats/0/when/1", "unknown_name"),
        (f"{S}/0/beats/0/when", ["flag", "trust"], f"{S}/0/beats/0/when/1", "unknown_name"),
        (f"{S}/0/beats/0/when", ["not", ["flag", "x"]], f"{S}/0/beats/0/when/1/1", "unknown_name"),
        (f"{S}/0/ask/kind", "guess", f"{S}/0/ask/kind", "bad_value"),
        (f"{S}/0/ask/objectives", [], f"{S}/0/ask/objectives", "too_few"),
        (f"{S}/0/ask/objectives", ["a", "b", "c"], f"{S}/0/ask/objectives", "out_of_range"),
        (f"{S}/1/ask/repairs/0", "end", f"{S}/1/ask/repairs/0", "unknown_ask"),
        (f"{S}/1/ask/repairs/0", "tap", f"{S}/1/ask/repairs/0", "repairs_itself"),
        (f"{S}/0/ask/options", [], f"{S}/0/ask/options", "too_few"),
        (f"{S}/0/ask/options/1/id", "tell", f"{S}/0/ask/options/1/id", "duplicate_id"),
        (f"{S}/0/ask/options/0/is", "good", f"{S}/0/ask/options/0/is", "bad_value"),
        (f"{S}/0/ask/options/0/why", ABSENT, f"{S}/0/ask/options/0", "missing_key"),
        (f"{S}/0/ask/options/0/tactic", "magia", f"{S}/0/ask/options/0/tactic", "bad_value"),
        (
            f"{S}/0/ask/options/0/effects",
            {"x": 1},
            f"{S}/0/ask/options/0/effects/x",
            "unknown_name",
        ),
        (
            f"{S}/0/ask/options/0/effects/trust",
            True,
            f"{S}/0/ask/options/0/effects/trust",
            "wrong_type",
        ),
        (
            f"{S}/0/ask/options/0/effects/trust",
            6,
            f"{S}/0/ask/options/0/effects/trust",
            "out_of_range",
        ),
        (f"{S}/0/ask/options/0/effects/told", 1, f"{S}/0/ask/options/0/effects/told", "wrong_type"),
        (f"{S}/0/ask/options/0/effects", [], f"{S}/0/ask/options/0/effects", "wrong_type"),
        (f"{S}/0/ask/options/0/goto", [], f"{S}/0/ask/options/0/goto", "too_few"),
        (f"{S}/0/ask/options/0/goto", "end", f"{S}/0/ask/options/0/goto", "wrong_type"),
        (f"{S}/0/ask/options/0/goto", [IF_TOLD], f"{S}/0/ask/options/0/goto", "goto_default"),
        (
            f"{S}/0/ask/options/0/goto",
            TO_END * 2,
            f"{S}/0/ask/options/0/goto/0",
            "goto_unreachable",
        ),
        (f"{S}/0/ask/options/0/goto/0/to", "x", f"{S}/0/ask/options/0/goto/0/to", "unknown_scene"),
        (f"{S}/1/ask/signs", texts("hurry"), f"{S}/1/ask/signs", "too_few"),
        (f"{S}/1/ask/signs/0/id", "nothing", f"{S}/1/ask/signs/0/id", "unknown_beat"),
        (f"{S}/1/ask/decoys/0/id", "hurry", f"{S}/1/ask/decoys/0/id", "duplicate_id"),
        (f"{S}/1/beats/1/when", ["flag", "told"], f"{S}/1/ask/signs/0/id", "conditional_beat"),
        (f"{S}/1/ask/outcomes/unsure", ABSENT, f"{S}/1/ask/outcomes", "outcomes_missing"),
        (f"{S}/1/ask/outcomes/fine", result("end"), f"{S}/1/ask/outcomes/fine", "unknown_key"),
        (f"{S}/1/ask/outcomes/safe/is", "safe", f"{S}/1/ask/outcomes/safe/is", "unknown_key"),
        (f"{S}/2/ask/bins", texts("keep"), f"{S}/2/ask/bins", "too_few"),
        (f"{S}/2/ask/cards/0/bin", "burn", f"{S}/2/ask/cards/0/bin", "unknown_bin"),
        (f"{S}/2/ask/cards/1/id", "school", f"{S}/2/ask/cards/1/id", "duplicate_id"),
        (f"{S}/3/ask/steps", texts("a", "b"), f"{S}/3/ask/steps", "too_few"),
        (
            f"{S}/4/ask/outcomes/unsure",
            result("end"),
            f"{S}/4/ask/outcomes/unsure",
            "outcomes_surplus",
        ),
        (f"{S}/4/ask/outcomes/unsafe", ABSENT, f"{S}/4/ask/outcomes", "outcomes_missing"),
        (f"{S}/4/ask/otherwise", "bad", f"{S}/4/ask/otherwise", "bad_value"),
        (f"{S}/4/ask/scripts", [], f"{S}/4/ask/scripts", "too_few"),
        (f"{S}/4/ask/scripts/0/pieces/1", "x", f"{S}/4/ask/scripts/0/pieces/1", "unknown_piece"),
        (f"{S}/4/ask/scripts/0/pieces/1", "no", f"{S}/4/ask/scripts/0/pieces/1", "duplicate_id"),
        (f"{S}/4/ask/scripts/0/pieces", [], f"{S}/4/ask/scripts/0/pieces", "too_few"),
        (f"{S}/4/ask/scripts/0/pieces", LONG, f"{S}/4/ask/scripts/0/pieces", "out_of_range"),
        (
            f"{S}/4/ask/scripts",
            [{"pieces": ["no"], "is": "safe"}, {"pieces": ["no"], "is": "unsafe"}],
            f"{S}/4/ask/scripts/1",
            "duplicate_script",
        ),
    ],
)
def test_a_mistake_is_reported_in_its_place(pointer: str, value: Any, where: str, code: str) -> None:
    assert (where, code) in problems(spoil(pointer, value))


def test_all_mistakes_are_reported_at_once() -> None:
    data = pack() | {"minutes": "five", "colour": "red", "start": "nowhere"}
    data["scenes"].append(scene("loose", ask={"kind": "choose"}))
    found = problems(data)
    assert {"/minutes", "/colour", "/start", "/scenes/6/ask"} <= {where for where, _ in found}


def test_an_option_may_say_more() -> None:
    data = pack()
    more = option("ask", "unsure", "end", no_fault="No.", tactic="prisa")
    data["scenes"][0]["ask"]["options"].append(more | {"consequence": {"title": "t", "text": "x"}})
    assert not problems(data)


@pytest.mark.parametrize("depth", [13, 3000])
def test_a_condition_nested_without_end_is_refused(depth: int) -> None:
    tree: list[Any] = ["flag", "told"]
    for _ in range(depth):
        tree = ["not", tree]
    found = problems(spoil("/scenes/0/beats/0/when", tree))
    assert [code for _, code in found] == ["bad_condition"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "kind", "ask", "to", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


def places(data: Any, pointer: str = "") -> list[str]:
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    found = []
    for key, value in inside:
        found.append(f"{pointer}/{key}")
        if isinstance(value, dict | list):
            found += places(value, found[-1])
    return found


def is_sound(data: Any) -> bool:
    try:
        return bool(parse_scenario(data).scenes)
    except ScenarioError:
        return False


@settings(max_examples=300)
@given(st.sampled_from(places(pack())), JSON)
def test_any_json_anywhere_is_a_scenario_or_a_list_of_problems(pointer: str, value: Any) -> None:
    data = spoil(pointer, value)
    assert is_sound(data) or problems(data)


@given(JSON)
def test_any_json_is_a_scenario_or_a_list_of_problems(value: Any) -> None:
    with pytest.raises(ScenarioError):
        parse_scenario(value)
