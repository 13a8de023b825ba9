"""P028: what `chumil new` left to be written."""

from collections.abc import Iterator
from typing import Any

from chumil.content.authoring.problems import Finding, Path

MARK = "[…"


def gaps(data: Any, path: Path = ()) -> Iterator[Finding]:
    """Every text of an author's file in which the mark of a gap still stands, in the file's order."""
    if isinstance(data, str):
        if MARK in data:
            yield Finding(path, "P028", f"still to be written: {data[data.index(MARK) :][:60]}")
        return
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield from gaps(value, (*path, key))
