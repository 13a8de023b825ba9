"""docs/security.md says what the tests prove, and no requirement is without a test or a reason."""

import ast

import pytest

from security.page import PAGE, TESTS, proofs, state, with_table
from security.rows import ALSO, NOT_HERE, PARTLY, REQUIREMENTS


def test_the_page_is_current():
    page = PAGE.read_text(encoding="utf-8")
    assert with_table(page) == page, "cd tests && python -m security.page"


def test_every_requirement_is_tested_or_says_why_not():
    found = proofs()
    assert set(found) == set(REQUIREMENTS) == set(range(1, 57))
    assert [number for number, tests in found.items() if state(number, tests) == "OPEN"] == []
    assert [number for number in NOT_HERE if found[number]] == []
    assert set(PARTLY) <= {number for number, tests in found.items() if tests}


@pytest.mark.parametrize("test", [each for tests in ALSO.values() for each in tests])
def test_a_test_named_by_hand_exists(test):
    file, _, name = test.partition("::")
    module = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    assert not name or name in {each.name for each in module.body if isinstance(each, ast.FunctionDef)}


def test_a_requirement_without_a_test_would_be_seen():
    assert state(1, []) == "OPEN"
