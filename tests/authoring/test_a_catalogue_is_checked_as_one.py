from datetime import date
from pathlib import Path

from code_pages import BASE, changed

from chumil.content.authoring.library import read_library

TODAY = date(2026, 11, 23)
FIXTURES = Path(__file__).parents[2] / "fixtures"


def codes(folder: Path, today: date = TODAY) -> list[str]:
    return [one.code for one in read_library([folder], today).problems]


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_the_shipped_stories_have_no_errors() -> None:
    library = read_library([FIXTURES], TODAY)
    assert len(library.stories) >= 4
    assert [str(one) for one in library.problems if one.severity == "error"] == []
    assert {one.key for one in library.references} == {"topics", "objectives", "badges", "help"}


def test_a_story_in_the_folder_of_another_tier_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "scenarios/ages-10-12/base.yaml", BASE)
    assert codes(tmp_path) == []
    write(tmp_path, "scenarios/ages-7-9/base.yaml", BASE)
    assert codes(tmp_path).count("F024") == 1


def test_two_stories_of_one_id_are_an_error(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE)
    assert codes(tmp_path) == []
    write(tmp_path, "b.yaml", changed("talks: {}\n"))
    assert codes(tmp_path) == ["R001"]


def shelf(folder: Path, *aggressors: str) -> list[str]:
    for number, aggressor in enumerate(aggressors):
        write(folder, f"{number}.yaml", changed(f"id: s{number}\naggressor: {aggressor}\ntarget_gender: boy\n"))
    return codes(folder)


def test_a_tier_of_strangers_is_a_warning(tmp_path: Path) -> None:
    assert "P040" not in shelf(tmp_path, "stranger", "stranger", "peer", "relative")
    assert "P040" in shelf(tmp_path, "stranger", "stranger", "stranger", "relative")


def test_a_channel_is_unconfirmed_until_called_and_again_after_half_a_year(tmp_path: Path) -> None:
    help_file = (FIXTURES / "help/gt.yaml").read_text(encoding="utf-8")
    channels = help_file.count("- key: ")
    write(tmp_path, "help/gt.yaml", help_file.replace("verified_on: null", "verified_on: 2026-11-01"))
    assert codes(tmp_path) == []
    assert codes(tmp_path, date(2027, 5, 30)).count("R003") == channels
    assert codes(tmp_path, date(2027, 6, 30)).count("R004") == channels


def test_a_situation_with_an_unknown_channel_is_an_error(tmp_path: Path) -> None:
    help_file = (FIXTURES / "help/gt.yaml").read_text(encoding="utf-8")
    write(tmp_path, "help/gt.yaml", help_file.replace("channels: [linea-1510]", "channels: [linea-1511]"))
    assert "R002" in codes(tmp_path)


def test_a_misconception_has_one_talk_in_the_whole_catalogue(tmp_path: Path) -> None:
    write(tmp_path, "topics.yaml", (FIXTURES / "topics.yaml").read_text(encoding="utf-8"))
    other, told = tmp_path / "scenarios/ages-10-12/other.yaml", tmp_path / "scenarios/ages-10-12/base.yaml"
    write(tmp_path, "scenarios/ages-10-12/other.yaml", changed("id: other\ntalks: {}\n"))
    assert codes(tmp_path) == ["G018"]
    write(tmp_path, "scenarios/ages-10-12/base.yaml", BASE)
    assert codes(tmp_path) == codes(other) == codes(told) == []
    write(tmp_path, "scenarios/ages-10-12/other.yaml", changed("id: other\n"))
    (found,) = read_library([tmp_path], TODAY).problems
    assert (found.code, found.file) == ("R005", str(other))
