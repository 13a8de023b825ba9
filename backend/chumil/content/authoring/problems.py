"""What the workbench says about a file: where, which code, what is wrong and how to cure it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from chumil.content.authoring.codes import CODES

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]
Measured = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1."""

    line: int
    column: int


TOP = Mark(1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, in the words an author reads; `measured` are the figures behind it."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    cure: str
    measured: Measured | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.severity} {self.message}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem before it has a line: the path of keys that leads to it in the author's file."""

    path: Path
    code: str
    message: str
    measured: Measured | None = None


def problem(file: str, mark: Mark, code: str, message: str, measured: Measured | None = None) -> Problem:
    """The problem `code` at `mark`, with the severity and cure of the catalogue."""
    entry = CODES[code]
    return Problem(file, mark.line, mark.column, code, entry.severity, message, entry.cure, measured)


def has_errors(problems: list[Problem]) -> bool:
    """Whether anything in the list keeps the file from being used."""
    return any(one.severity == "error" for one in problems)
