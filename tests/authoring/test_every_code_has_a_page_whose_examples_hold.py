from datetime import date
from pathlib import Path

import pytest
from code_pages import CODES as PAGES
from code_pages import changed, examples

from chumil.content.authoring.codes import CODES
from chumil.content.authoring.library import read_library

TODAY = date(2026, 11, 23)
SHELF = Path(__file__).parents[2] / "fixtures"
SHOWN = sorted(page.stem for page in PAGES.glob("*.md") if examples(page))


def codes_of(text: str, folder: Path) -> set[str]:
    """The codes `check` gives for a story that stands beside the real reference files."""
    (folder / "ages-10-12").mkdir()
    story = folder / "ages-10-12" / "base.yaml"
    story.write_text(text, encoding="utf-8")
    for name in ("topics.yaml", "help"):
        (folder / name).symlink_to(SHELF / name)
    return {one.code for one in read_library([story], TODAY).problems}


def test_there_is_a_page_for_every_code_and_no_other() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == set(CODES)


def test_there_are_at_least_45_codes_in_all_and_most_have_examples() -> None:
    assert len(CODES) >= 45
    assert len(SHOWN) >= 70


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_page_says_the_title_severity_and_cure(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    entry = CODES[code]
    assert page.startswith(f"# {code}: {entry.title}\n")
    assert f", {entry.severity}.\n" in page
    assert entry.cure in page


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_gives_the_code(code: str, tmp_path: Path) -> None:
    bad = examples(PAGES / f"{code}.md")["bad"]
    assert code in codes_of(changed(bad), tmp_path)


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_does_not_give_the_code(code: str, tmp_path: Path) -> None:
    good = examples(PAGES / f"{code}.md")["good"]
    found = codes_of(changed(good), tmp_path)
    assert code not in found
    assert not {one for one in found if CODES[one].severity == "error"}
