"""`python tests/privacy/fields_page.py` writes the table of docs/privacy.md again."""

import sys
from pathlib import Path

from chumil.common.fields import FIELDS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "privacy.md"
BEGIN, END = "<!-- columns: written by tests/privacy/fields_page.py -->", "<!-- end of columns -->"


def table() -> str:
    """One row for each column."""
    rows = [f"| {name} | {each.whose} | {each.purpose} | {each.kept} |" for name, each in FIELDS.items()]
    return "\n".join(["| column | class | purpose | kept |", "|---|---|---|---|", *rows])


def with_table(page: str) -> str:
    """The page with the table as it should be."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{len(FIELDS)} columns\n")
