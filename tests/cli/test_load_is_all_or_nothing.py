import argparse
import json
from io import StringIO
from pathlib import Path

import pytest

from chumil.cli import export, load
from chumil.content.models import Reference, Scenario, ScenarioVersion

ROOT = Path(__file__).parents[2]
BASE = (ROOT / "docs" / "authoring" / "codes" / "base.yaml").read_text(encoding="utf-8")
TOPICS = (ROOT / "fixtures" / "topics.yaml").read_text(encoding="utf-8")

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


def loaded(folder: Path, **options: bool) -> tuple[int, str]:
    out = StringIO()
    chosen = {"dry_run": False, "whole": False} | options
    return load.run(argparse.Namespace(paths=[folder], **chosen), out), out.getvalue()


def test_a_first_load_publishes_stories_and_reference_files(folder: Path) -> None:
    code, said = loaded(folder)
    assert (code, Scenario.objects.get().id) == (0, "base")
    assert {each.key for each in Reference.objects.all()} == {"topics", "talks"}
    assert "+ base\n" in said


def test_loading_again_changes_nothing(folder: Path) -> None:
    loaded(folder)
    code, said = loaded(folder)
    assert (code, ScenarioVersion.objects.count()) == (0, 1)
    assert "0 added, 0 changed, 0 withdrawn" in said


def test_one_broken_story_keeps_every_story_out(folder: Path) -> None:
    (folder / "other.yaml").write_text(BASE.replace("start: lobby", "start: x"), encoding="utf-8")
    code, said = loaded(folder)
    assert (code, Scenario.objects.count(), Reference.objects.count()) == (1, 0, 0)
    assert "G001" in said


def test_a_dry_run_says_the_change_and_makes_none(folder: Path) -> None:
    loaded(folder)
    (folder / "base.yaml").write_text(BASE.replace("El nuevo", "La nueva"), encoding="utf-8")
    _, said = loaded(folder, dry_run=True)
    assert "~ base\n" in said
    assert ScenarioVersion.objects.count() == 1


def test_the_exported_pack_is_the_published_one(folder: Path, tmp_path: Path) -> None:
    loaded(folder)
    where = tmp_path / "out"
    code = export.run(argparse.Namespace(paths=[folder], out=where, tier=None), StringIO())
    version = ScenarioVersion.objects.get()
    assert code == 0
    assert (where / f"{version.hash}.json").read_text(encoding="utf-8") == version.body
    written = {file.name for file in where.iterdir()}
    assert written == {f"{version.hash}.json", "catalogue.json", "topics.json", "talks.json"}


def test_class_talks_stand_in_a_document_of_their_own_and_in_no_pack(folder: Path, tmp_path: Path) -> None:
    export.run(argparse.Namespace(paths=[folder], out=tmp_path / "out", tier=None), StringIO())
    talks = json.loads((tmp_path / "out" / "talks.json").read_text(encoding="utf-8"))
    assert talks.keys() == {"fast-friend"}
    assert talks["fast-friend"]["scenario"] == "base"
    assert talks["fast-friend"].keys() == {"title", "say", "ask", "close", "scenario"}
    (pack,) = (tmp_path / "out").glob("?" * 64 + ".json")
    assert "talks" not in json.loads(pack.read_text(encoding="utf-8"))
