import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from chumil.cli.command import run

BASE = Path(__file__).parents[2] / "docs" / "authoring" / "codes" / "base.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "broken.yaml"
    file.write_text(BASE.read_text(encoding="utf-8").replace("start: lobby", "start: loby"), encoding="utf-8")
    return file


def test_a_good_story_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(BASE)]) == 0
    assert capsys.readouterr().out == "1 story: 0 errors, 0 warnings\n"


def test_a_broken_story_is_1_with_place_and_cure(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(broken)]) == 1
    lines = capsys.readouterr().out.splitlines()
    line = broken.read_text(encoding="utf-8").split("start: loby")[0].count("\n") + 1
    assert lines[0] == f"{broken}:{line}:8: G001 error there is no scene 'loby'; did you mean 'lobby'?"
    assert lines[1] == "    Correct the name, or write the scene."


def test_a_path_that_is_not_there_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(tmp_path / "none.yaml")]) == 2
    assert "F026 error No such file" in capsys.readouterr().out


def test_json_has_every_field(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--format", "json", str(broken)])
    first = json.loads(capsys.readouterr().out)[0]
    assert set(first) == {"file", "line", "column", "code", "severity", "message", "cure"}
    assert first["code"] == "G001"


def test_github_gets_annotations(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--format", "github", str(broken)])
    assert capsys.readouterr().out.startswith(f"::error file={broken},line=")


def test_the_management_command_says_the_same(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(broken)])
    said = capsys.readouterr().out
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("check_scenarios", str(broken), stdout=out)
    assert ended.value.code == 1
    assert out.getvalue() == said


def test_a_kept_warning_is_silent_and_an_idle_keep_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = BASE.read_text(encoding="utf-8").replace("¿Y la foto?", "Pasa a Discord")
    file = tmp_path / "kept.yaml"
    file.write_text(story, encoding="utf-8")
    run(["check", str(file)])
    assert "P013" in capsys.readouterr().out
    file.write_text(story + 'keep: [{code: P013, why: "The lesson is about leaving the game."}]\n', encoding="utf-8")
    run(["check", str(file)])
    assert capsys.readouterr().out == "1 story: 0 errors, 0 warnings\n"


def test_json_carries_the_figures_where_a_band_is_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = "La responsabilidad institucional correspondiente requiere comunicación. " * 9
    file = tmp_path / "hard.yaml"
    text = BASE.read_text(encoding="utf-8")
    file.write_text(text.replace("why: Una foto enviada ya no la controlas tú.", f"why: {long}"), encoding="utf-8")
    run(["check", "--format", "json", str(file)])
    found = {one["code"]: one.get("measured") for one in json.loads(capsys.readouterr().out)}
    assert found["P034"] == {"words": 54, "limit": 45}
    assert found["P030"].keys() == {"words", "inflesz", "crawford", "per_sentence", "limit"}
    assert found["P030"]["inflesz"] < found["P030"]["limit"] == 76
