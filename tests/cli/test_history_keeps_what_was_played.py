from pathlib import Path

import pytest

from builders import NOON, SAFE, hash_of, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.cli.command import run
from chumil.content.models import Scenario, ScenarioVersion
from chumil.content.services import publish
from chumil.flows.sync import sync
from chumil.play.models import Attempt

pytestmark = pytest.mark.django_db
FIRST, SECOND = make_pack(), make_pack(title="Otro título")


def played(child: Child, path: list[str]) -> None:
    """The child's phone sends an attempt at the first version."""
    sync(child=child.id, client_now=NOON, items=[make_attempt_item(child.id, hash_of(FIRST), path)])


@pytest.fixture
def two_versions(ana: Child) -> None:
    """Ana has begun the first version; the second is current."""
    published(FIRST)
    played(ana, SAFE[:1])
    published(SECOND)


def history(*more: str) -> int:
    return run(["history", "el-juego", *more])


@pytest.mark.usefixtures("two_versions")
def test_each_version_is_listed_with_the_attempts_pinned_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert history() == 0
    lines = {line.split()[0]: line.split() for line in capsys.readouterr().out.splitlines() if line.strip()}
    assert lines[hash_of(FIRST)[:12]][-2:] == ["1", "1"]
    assert lines[hash_of(SECOND)[:12]][-3:] == ["0", "0", "current"]


def test_a_story_never_published_is_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert history() == 1
    assert "was ever published" in capsys.readouterr().out


@pytest.mark.usefixtures("two_versions")
def test_a_version_that_was_played_is_never_removed_and_it_is_said_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert history("--remove", hash_of(FIRST)) == 1
    assert "children's plays are pinned to it" in capsys.readouterr().out
    assert (ScenarioVersion.objects.count(), Attempt.objects.count()) == (2, 1)


@pytest.mark.usefixtures("two_versions")
def test_the_current_version_is_never_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert history("--remove", hash_of(SECOND)) == 1
    assert "it is the current version" in capsys.readouterr().out
    assert Scenario.objects.get().current_id == hash_of(SECOND)


def test_a_version_that_nobody_played_is_forgotten(capsys: pytest.CaptureFixture[str]) -> None:
    published(FIRST)
    published(SECOND)
    assert history("--remove", hash_of(FIRST)[:10]) == 0
    assert [one.hash for one in ScenarioVersion.objects.all()] == [hash_of(SECOND)]


@pytest.mark.usefixtures("two_versions")
@pytest.mark.parametrize("start", ["zzz", ""])
def test_a_beginning_that_is_not_one_versions_removes_nothing(start: str) -> None:
    history("--remove", start)
    assert ScenarioVersion.objects.count() == 2


@pytest.mark.usefixtures("two_versions")
def test_an_attempt_goes_on_in_its_version_after_a_change_and_a_withdrawal(ana: Child) -> None:
    publish([], {}, whole=True)
    item = make_attempt_item(ana.id, hash_of(FIRST), SAFE)
    item["id"] = str(Attempt.objects.get().client_id)
    sync(child=ana.id, client_now=NOON, items=[item])
    assert Attempt.objects.get().finished
    assert Attempt.objects.get().version_id == hash_of(FIRST)


BASE = Path(__file__).parents[2] / "docs" / "authoring" / "codes" / "base.yaml"


def test_publish_is_load_and_its_dry_run_tells_of_attempts_that_go_on(
    tmp_path: Path, ana: Child, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "base.yaml"
    story.write_text(BASE.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(["publish", str(story)]) == 0
    version = ScenarioVersion.objects.get().hash
    sync(child=ana.id, client_now=NOON, items=[make_attempt_item(ana.id, version, [["prisa"]])])
    story.write_text(BASE.read_text(encoding="utf-8").replace("El nuevo", "La nueva"), encoding="utf-8")
    capsys.readouterr()
    assert run(["publish", "--dry-run", str(story)]) == 0
    said = capsys.readouterr().out
    assert "~ base (attempts that go on in the version they began: 1)\n" in said
    assert ScenarioVersion.objects.count() == 1
