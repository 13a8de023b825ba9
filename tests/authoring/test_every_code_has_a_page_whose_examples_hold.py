from datetime import date
from pathlib import Path

import pytest
from code_pages import CODES as PAGES
from code_pages import Example, examples

from chumil.content.authoring.codes import CODES
from chumil.content.authoring.editor import index
from chumil.content.authoring.library import read_library

TODAY = date(2026, 11, 23)
SHELF = Path(__file__).parents[2] / "fixtures"
SHOWN = sorted(page.stem for page in PAGES.glob("*.md") if examples(page))


def codes_of(example: Example, folder: Path) -> set[str]:
    """The codes `check` gives for an example that stands beside the real reference files."""
    paths = example.write(folder)
    for name in ("topics.yaml", "help"):
        if not (folder / name).exists():
            (folder / name).symlink_to(SHELF / name)
    return {one.code for one in read_library(paths, TODAY).problems}


def test_there_is_a_page_for_every_code_and_no_other() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == set(CODES) | {"README"}


def test_every_code_has_examples() -> None:
    assert set(SHOWN) == set(CODES)


def test_the_index_is_current() -> None:
    assert (PAGES / "README.md").read_text(encoding="utf-8") == index()


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_page_says_the_title_severity_and_cure(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    entry = CODES[code]
    assert page.startswith(f"# {code}: {entry.title}\n")
    assert f", {entry.severity}.\n" in page
    assert entry.cure in page


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_gives_the_code(code: str, tmp_path: Path) -> None:
    assert code in codes_of(examples(PAGES / f"{code}.md")["bad"], tmp_path)


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_does_not_give_the_code(code: str, tmp_path: Path) -> None:
    found = codes_of(examples(PAGES / f"{code}.md")["good"], tmp_path)
    assert code not in found
    assert not {one for one in found if CODES[one].severity == "error"}
