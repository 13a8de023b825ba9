import json
import os
from pathlib import Path

import pytest
from code_pages import BASE, changed

from chumil.cli.stage import LOOK, Stage
from chumil.content.authoring.compile import compile_text
from chumil.content.authoring.explore import explore
from chumil.content.authoring.rehearsal import standing_after, still_valid, ways
from chumil.engine import Scenario

SHIPPED = sorted(Path(__file__).parents[2].glob("fixtures/scenarios/*/*.yaml"))


def story(text: str = BASE) -> Scenario:
    scenario = compile_text(text.encode(), "story.yaml").scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_real_answers_lead_to_every_scene_of_every_shipped_story(file: Path) -> None:
    scenario = story(file.read_text(encoding="utf-8"))
    found = ways(scenario)
    assert found.keys() == {node.scene for node in explore(scenario).nodes}
    for scene, way in found.items():
        assert standing_after(scenario, way)["scene"] == scene


def test_no_answers_lead_to_a_scene_that_nobody_reaches() -> None:
    lost = "scenes.lost:\n    look: story\n    beats: []\n    ending: {tone: open, title: X, text: Y}\n"
    assert "lost" not in ways(story(changed(lost)))
    assert "fin" in ways(story(changed(lost)))


def test_where_a_path_stands_is_told_with_meters_flags_and_points() -> None:
    at = standing_after(story(), [["prisa", "secreto"], "send"])
    assert (at["scene"], at["got"], at["max"], at["finished"]) == ("home", 10, 20, False)
    assert at["meters"] == [{"id": "trust", "label": "Confianza", "value": 2}]
    assert at["flags"] == [{"id": "shared", "on": True}]


def test_of_a_path_that_no_longer_fits_the_beginning_is_kept() -> None:
    renamed = story(BASE.replace("        send:\n", "        give:\n"))
    assert still_valid(renamed, [["prisa"], "send", "tell"]) == [["prisa"]]
    assert still_valid(story(), [["prisa"], "send", "tell"]) == [["prisa"], "send", "tell"]
    assert still_valid(story(), {"path": 1}) == []


def saved(file: Path, text: str, second: int) -> None:
    """A save that the file system tells from the one before."""
    file.write_text(text, encoding="utf-8")
    os.utime(file, (second, second))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "base.yaml"
    saved(file, BASE, 1)
    return file


def test_a_save_is_seen_while_somebody_waits(file: Path) -> None:
    pauses = []

    def save_while_waiting(seconds: float) -> None:
        pauses.append(seconds)
        saved(file, BASE.replace("El nuevo", "La nueva"), 2)

    stage = Stage(file, pause=save_while_waiting)
    shown = stage.changed_since(stage.version)
    assert pauses == [LOOK]
    assert shown["story"]["title"] == "La nueva"


def test_without_a_save_the_wait_ends_and_nothing_is_new(file: Path) -> None:
    stage = Stage(file, pause=lambda seconds: None)
    assert stage.changed_since(1)["version"] == 1


def test_a_broken_save_keeps_the_version_that_plays_and_tells_the_problem(file: Path) -> None:
    stage = Stage(file, pause=lambda seconds: None)
    saved(file, BASE.replace("start: lobby", "start: x"), 2)
    shown = stage.changed_since(1)
    assert (shown["version"], shown["story"]["id"]) == (2, "base")
    assert [one["code"] for one in shown["problems"]] == ["G001"]
    file.unlink()
    assert stage.changed_since(2)["version"] == 2


def test_the_client_gets_the_draft_as_its_only_story_and_no_tag_can_leave_its_place(file: Path) -> None:
    saved(file, BASE.replace("title: El nuevo", 'title: "</script><b>"'), 2)
    page = '<p>x</p><script type="application/json" id="first">{"catalogue":[1,2],"topics":[3]}</script><i>y</i>'
    told = Stage(file).index(page)
    head, _, rest = told.partition('id="first">')
    data, end, tail = rest.partition("</script>")
    assert (head.count("<p>"), end, tail) == (1, "</script>", "<i>y</i>")
    first = json.loads(data)
    assert first["topics"] == [3]
    assert [one["title"] for one in first["catalogue"]] == ["</script><b>"]
