from itertools import product
from pathlib import Path

import pytest

from chumil.cli.command import run
from chumil.common import clock
from chumil.content.authoring.compile import compile_file
from chumil.content.authoring.library import read_library

FIXTURES = Path(__file__).parents[2] / "fixtures"
PLACES = (
    ("ages-7-9", "my-information"),
    ("ages-10-12", "false-profiles"),
    ("ages-13-15", "intimate-images"),
    ("ages-16-18", "offers"),
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name in ("topics.yaml", "help"):
        (tmp_path / name).symlink_to(FIXTURES / name)
    return tmp_path


def begun(shelf: Path, *more: str, slug: str = "nueva", tier: str = "ages-10-12", topic: str = "false-profiles") -> int:
    return run(["new", slug, "--tier", tier, "--topic", topic, "--fixtures", str(shelf), *more])


@pytest.mark.parametrize(("place", "kind"), list(product(PLACES, ("story", "quiz"))))
def test_check_finds_nothing_but_the_gaps(place: tuple[str, str], kind: str, shelf: Path) -> None:
    tier, topic = place
    assert begun(shelf, "--kind", kind, tier=tier, topic=topic) == 0
    problems = read_library([shelf / "scenarios" / tier / "nueva.yaml"], clock.now().date()).problems
    assert {one.code for one in problems} == {"P028"}


def test_every_gap_is_named_where_it_stands(shelf: Path) -> None:
    begun(shelf)
    file = shelf / "scenarios" / "ages-10-12" / "nueva.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    problems = read_library([file], clock.now().date()).problems
    gaps = sum(line.count("[…") for line in lines if not line.startswith("#"))
    assert len(problems) == gaps
    assert all("[…" in lines[one.line - 1] for one in problems)


def test_it_plays_from_its_first_minute(shelf: Path) -> None:
    begun(shelf)
    assert compile_file(shelf / "scenarios" / "ages-10-12" / "nueva.yaml").scenario is not None


def test_a_story_with_gaps_is_not_exported(shelf: Path, tmp_path: Path) -> None:
    begun(shelf)
    assert run(["export", str(shelf / "scenarios"), "--out", str(tmp_path / "out")]) == 1
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_there_is_never_written_over(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun(shelf)
    file = shelf / "scenarios" / "ages-10-12" / "nueva.yaml"
    file.write_text("mine", encoding="utf-8")
    assert begun(shelf, tier="ages-13-15") == 2
    assert "is there already" in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"topic": "false-profile"}, "Did you mean 'false-profiles'?"),
        ({"tier": "ages-7-9"}, "not for ages-7-9"),
        ({"slug": "../Nueva"}, "is no id"),
    ],
)
def test_what_cannot_be_begun_is_said(
    wrong: dict[str, str], said: str, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert begun(shelf, **wrong) == 2
    assert said in capsys.readouterr().out
    assert not (shelf / "scenarios").exists()


def test_outside_the_project_it_asks_for_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert begun(tmp_path) == 2
    assert "--fixtures" in capsys.readouterr().out
