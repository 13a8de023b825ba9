"""`cd tests && python -m security.page` writes the table of docs/security.md from the tests."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from security.rows import ALSO, NOT_HERE, PARTLY, REQUIREMENTS

TESTS = Path(__file__).resolve().parents[1]
PAGE = TESTS.parent / "docs" / "security.md"
BEGIN, END = "<!-- table: written by tests/security/page.py -->", "<!-- end of table -->"


def proofs() -> dict[int, list[str]]:
    """By number, the tests that prove it, as `file::test`."""
    found: dict[int, set[str]] = {number: set(ALSO.get(number, ())) for number in REQUIREMENTS}
    for path in sorted(TESTS.rglob("test_*.py")):
        for test, number in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            found[number].add(f"{path.relative_to(TESTS)}::{test}")
    return {number: sorted(tests) for number, tests in found.items()}


def _marked(module: ast.Module) -> Iterator[tuple[str, int]]:
    """The tests of a module with the numbers of their markers, those of `pytestmark` for each of them."""
    shared = [number for each in module.body if _is_pytestmark(each) for number in _numbers(each)]
    for each in module.body:
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_"):
            own = [number for decorator in each.decorator_list for number in _numbers(decorator)]
            yield from ((each.name, number) for number in {*shared, *own})


def _is_pytestmark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(
        isinstance(each, ast.Name) and each.id == "pytestmark" for each in node.targets
    )


def _numbers(node: ast.AST) -> Iterator[int]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "asvs":
            yield from (
                each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, int)
            )


def state(number: int, tests: list[str]) -> str:
    """tested, partly tested and what is missing, or why there is no test."""
    if number in NOT_HERE:
        return NOT_HERE[number]
    if not tests:
        return "OPEN"
    return f"partly: {PARTLY[number]}" if number in PARTLY else "tested"


def table() -> str:
    """One row for each requirement; of many tests in one file the file stands once."""
    rows = ["| # | requirement | anchor | test (under `tests/`) | state |", "|---|---|---|---|---|"]
    for number, tests in proofs().items():
        requirement, anchor = REQUIREMENTS[number]
        rows.append(f"| {number} | {requirement} | {anchor} | {_cell(tests)} | {state(number, tests)} |")
    return "\n".join(rows)


def _cell(tests: list[str]) -> str:
    files: dict[str, list[str]] = {}
    for each in tests:
        file, _, test = each.partition("::")
        files.setdefault(file, []).append(test)
    return "<br>".join(f"{file} ({len(names)})" if len(names) > 1 else f"{file}" for file, names in files.items())


def with_table(page: str) -> str:
    """The page with the table as it should be."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{len(REQUIREMENTS)} requirements\n")
