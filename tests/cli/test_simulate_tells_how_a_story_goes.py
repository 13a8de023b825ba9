import json
from pathlib import Path

import pytest

from chumil.cli.command import run

BASE = Path(__file__).parents[2] / "docs" / "authoring" / "codes" / "base.yaml"


def test_the_tables_name_every_player_and_ending(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", str(BASE)]) == 0
    said = capsys.readouterr().out
    assert "7 of 7 answers can be given" in said
    for word in ("uniform", "careful", "careless", "ending fin", "100.0 %, 3 / 3.0 / 3 answers"):
        assert word in said


def test_json_has_the_same_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", "--format", "json", str(BASE)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["answers"] == {"authored": 7, "possible": 7}
    assert found["players"]["uniform"]["endings"]["fin"]["probability"] == 1


def test_two_versions_stand_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.yaml"
    text = BASE.read_text(encoding="utf-8").replace("is: unsafe", "is: unsure")
    other.write_text(text, encoding="utf-8")
    assert run(["simulate", str(BASE), str(other)]) == 0
    said = capsys.readouterr().out
    assert "mean, A to B" in said
    percent = next(line for line in said.splitlines() if "percent" in line)
    assert "+" in percent


def test_a_story_that_cannot_be_played_is_refused_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(BASE.read_text(encoding="utf-8").replace("start: lobby", "start: loby"), encoding="utf-8")
    assert run(["simulate", str(broken)]) == 1
    assert "G001 error" in capsys.readouterr().out
