"""docs/reliability.md says what the last `make chaos` measured."""

import json

from chaos.report import PAGE, page

RESULTS = PAGE.parent / "reliability"


def test_the_page_is_written_from_the_results() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(RESULTS)


def test_the_database_that_may_lose_commits_was_found_out() -> None:
    assert json.loads((RESULTS / "no-sync.json").read_text(encoding="utf-8"))["violations"]
