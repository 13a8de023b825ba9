"""The vectors say what the rules are; this runner shows that Python keeps them."""

from collections import Counter
from typing import Any, get_args

import pytest
from vector_files import FOLDER, MANIFEST, vectors

from chumil.engine import (
    ENGINE,
    ReplayError,
    advance,
    awards,
    beats_of,
    begin,
    options_of,
    parse_scenario,
    replay,
)
from chumil.engine.model import ErrorCode

ALL = list(vectors())


def played_out(vector: dict[str, Any]) -> dict[str, Any]:
    scenario = parse_scenario(vector["scenario"])
    result = replay(scenario, vector["path"], vector.get("copied", 0))
    if isinstance(result, ReplayError):
        return {"error": result.code, "at": result.at}
    state = begin(scenario)
    for answer in vector["path"]:
        step = advance(scenario, state, answer)
        assert not isinstance(step, ReplayError)
        state = step
    return result.as_json() | {
        "beats": [beat.text for beat in beats_of(scenario, state)],
        "options": [option.id for option in options_of(scenario, state)],
    }


@pytest.mark.parametrize("vector", [pytest.param(vector, id=name) for name, vector in ALL])
def test_the_engine_gives_what_the_vector_expects(vector: dict[str, Any]) -> None:
    assert vector["engine"] == ENGINE
    if "rules" in vector:
        found = awards(vector["rules"], vector["history"], vector["catalogue"], vector["tier"])
        assert found == vector["expect"]
        return
    outcome = played_out(vector)
    assert vector["expect"]
    assert {key: outcome.get(key) for key in vector["expect"]} == vector["expect"]


def test_exactly_the_vectors_of_the_manifest_were_run() -> None:
    counts = Counter(name.split(":")[0] + ".json" for name, _ in ALL)
    assert counts == MANIFEST
    assert {path.name for path in FOLDER.glob("*.json")} == {*MANIFEST, "MANIFEST.json"}
    assert sum(counts.values()) >= 150


def test_every_error_code_has_a_vector() -> None:
    seen = {vector["expect"]["error"] for _, vector in ALL if "error" in vector["expect"]}
    assert seen == set(get_args(ErrorCode))
