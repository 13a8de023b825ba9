"""Any story and any answers come to the same thing in Python and in TypeScript."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from stories import plays
from vector_files import ROOT

from chumil.engine import ReplayError, parse_scenario, played, replay

MOBILE = ROOT / "mobile"
ENGINE = MOBILE / "src" / "engine"
PAIRS = 20_000 if os.environ.get("CHUMIL_NIGHTLY") == "1" else 500
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


class TypeScript:
    """The other engine, in one process that answers line by line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def replay(self, pack: Any, path: Any, copied: Any) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([pack, path, copied], allow_nan=False) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@contextmanager
def typescript(folder: Path) -> Iterator[TypeScript]:
    script = MOBILE / "tests" / "engine" / "answer-lines.ts"
    command = ["node", "--import", "tsx", str(script), str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=MOBILE, stdin=pipe, stdout=pipe, text=True) as process:
        yield TypeScript(process)
        assert process.stdin
        process.stdin.close()


def python(pack: Any, path: Any, copied: Any) -> Any:
    scenario = parse_scenario(pack)
    result = replay(scenario, path, copied)
    if isinstance(result, ReplayError):
        return {"result": {"code": result.code, "at": result.at}, "history": None}
    return {"result": result.as_json(), "history": played(scenario, result)}


def compare(other: TypeScript, pairs: int, *phases: Phase) -> None:
    @settings(
        max_examples=pairs,
        deadline=None,
        database=None,
        derandomize=pairs <= 500,
        suppress_health_check=SLOW,
        phases=phases,
    )
    @given(plays())
    def agree(play: tuple[Any, Any, Any]) -> None:
        assert other.replay(*play) == python(*play)

    agree()


@pytest.mark.timeout(3600)
def test_both_engines_give_the_same_outcome_or_the_same_error() -> None:
    with typescript(ENGINE) as other:
        compare(other, PAIRS, Phase.generate, Phase.shrink)


BUGS = [
    ("score.ts", "Math.floor((200 * got + max) / (2 * max))", "Math.floor((100 * got) / max)"),
    ("score.ts", "Math.ceil((3 * ruleOf(ask).highest(ask)) / 5)", "Math.floor((3 * ruleOf(ask).highest(ask)) / 6)"),
    ("replay.ts", "state.best.has(state.scene) ? state.evidence", "false ? state.evidence"),
    ("replay.ts", "each.at >= copied", "each.at > copied"),
    ("replay.ts", "Math.min(5, Math.max(0,", "Math.min(6, Math.max(0,"),
    ("asks/spot.ts", "Math.max(0, 2 * found - answer.length)", "found"),
    (
        "asks/order.ts",
        "place > (places[index - 1] ?? place)",
        "place === (places[index - 1] ?? place) + 1",
    ),
]


@pytest.mark.parametrize(("name", "right", "wrong"), BUGS)
def test_a_bug_put_in_on_purpose_is_found(tmp_path: Path, name: str, right: str, wrong: str) -> None:
    folder = tmp_path / "engine"
    shutil.copytree(ENGINE, folder)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    source = (folder / name).read_text()
    assert source.count(right) == 1
    (folder / name).write_text(source.replace(right, wrong))
    with typescript(folder) as other, pytest.raises(AssertionError):
        compare(other, 500, Phase.generate)
