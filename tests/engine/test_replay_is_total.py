"""Whatever a phone sends, replay gives an outcome or an error, and never more than there is."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import pack
from stories import HOSTILE, packs, plays, walks

from chumil.engine import Outcome, ReplayError, parse_scenario, replay

SAMPLE = parse_scenario(pack())
settings.register_profile("stories", suppress_health_check=list(HealthCheck), deadline=None)
STORIES = settings(settings.get_profile("stories"), max_examples=150)


@given(HOSTILE, HOSTILE)
def test_any_json_is_an_outcome_or_an_error(path: Any, copied: Any) -> None:
    assert isinstance(replay(SAMPLE, path, copied), Outcome | ReplayError)


@given(st.lists(HOSTILE, max_size=5), st.integers(0, 4))
def test_any_json_after_a_sound_start_is_an_outcome_or_an_error(tail: Any, sound: int) -> None:
    start = ["send", ["hurry"], [["goal", "keep"], ["school", "keep"]], ["stop", "save", "say"]]
    found = replay(SAMPLE, [*start[:sound], *tail])
    assert isinstance(found, Outcome | ReplayError)
    if isinstance(found, ReplayError):
        assert found.at >= sound


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), object(), {1}, b"tell", 10**400])
def test_values_that_are_no_json_are_errors_too(bad: Any) -> None:
    assert replay(SAMPLE, [bad]) == ReplayError("answer_shape", 0)
    assert replay(SAMPLE, [], bad) == ReplayError("copied_invalid", -1)
    assert replay(SAMPLE, bad) == ReplayError("path_not_list", -1)


def test_an_answer_nested_without_end_is_an_error() -> None:
    answer: list[Any] = []
    for _ in range(100_000):
        answer = [answer]
    assert replay(SAMPLE, [answer]) == ReplayError("answer_shape", 0)


@STORIES
@given(plays())
def test_points_never_exceed_the_maximum(play: Any) -> None:
    made, path, copied = play
    found = replay(parse_scenario(made), path, copied)
    if isinstance(found, Outcome):
        assert 0 <= found.got <= found.max
        assert 0 <= found.percent <= 100
        assert found.stars in ((1, 2, 3) if found.finished else (0,))


@STORIES
@given(st.data())
def test_a_shorter_path_is_the_beginning_of_the_longer(data: st.DataObject) -> None:
    made = data.draw(packs())
    scenario = parse_scenario(made)
    path = data.draw(walks(made, scenario))
    whole = replay(scenario, path)
    assert isinstance(whole, Outcome)
    for length in range(len(path)):
        part = replay(scenario, path[:length])
        assert isinstance(part, Outcome)
        assert part.scenes == whole.scenes[: length + 1]
        assert part.evidence == whole.evidence[: len(part.evidence)]
        assert set(part.repaired) <= set(whole.repaired)
        assert not part.finished
        assert part.got <= whole.got


@STORIES
@given(st.data())
def test_copying_changes_the_evidence_and_nothing_else(data: st.DataObject) -> None:
    made = data.draw(packs())
    scenario = parse_scenario(made)
    path = data.draw(walks(made, scenario))
    copied = data.draw(st.integers(0, len(path)))
    fresh, again = replay(scenario, path), replay(scenario, path, copied)
    assert isinstance(fresh, Outcome)
    assert isinstance(again, Outcome)
    assert again.evidence == tuple(each for each in fresh.evidence if each.at >= copied)
    assert again.as_json() | {"evidence": []} == fresh.as_json() | {"evidence": []}
