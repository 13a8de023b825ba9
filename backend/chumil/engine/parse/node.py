"""A value of the pack with its JSON pointer: reads types and reports what is wrong."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
MISSING = object()
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_KEY = re.compile(r"[a-z][a-z0-9_-]*\Z")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where (JSON pointer), a stable code, and a sentence."""

    pointer: str
    code: str
    message: str


class Node:
    """A reader of one place. What cannot be read is reported and stands in as something empty.

    A missing value is reported by `keys` alone, so every reader passes over it in silence.
    """

    def __init__(self, value: Any, pointer: str, problems: list[Problem]) -> None:
        self.value = value
        self.pointer = pointer
        self._problems = problems

    def report(self, code: str, message: str) -> None:
        """Put a problem of this place on the list."""
        self._problems.append(Problem(self.pointer, code, message))

    @property
    def missing(self) -> bool:
        """Whether the pack has no such key."""
        return self.value is MISSING

    @property
    def name(self) -> str:
        """The value where it is a string, else the empty string."""
        return self.value if isinstance(self.value, str) else ""

    def __getitem__(self, key: str | int) -> "Node":
        step = str(key).replace("~", "~0").replace("/", "~1")
        return Node(self._at(key), f"{self.pointer}/{step}", self._problems)

    def _at(self, key: str | int) -> Any:
        if isinstance(key, str):
            return self.value.get(key, MISSING) if isinstance(self.value, dict) else MISSING
        known = isinstance(self.value, list) and key < len(self.value)
        return self.value[key] if known else MISSING

    def keys(self, required: str, optional: str = "") -> "Node":
        """Itself, after checking that it is an object with these keys and no others."""
        if not self._is(dict, "an object"):
            return Node(MISSING, self.pointer, self._problems)
        needed = required.split()
        for key in needed:
            if key not in self.value:
                self.report("missing_key", f"'{key}' is missing")
        for key in self.value:
            if key not in needed and key not in optional.split():
                self[str(key)].report("unknown_key", f"'{key}' is no key here")
        return self

    def optional(self, read: Callable[["Node"], T]) -> T | None:
        """None where missing, else what `read` makes of it."""
        return None if self.missing else read(self)

    def items(self, least: int = 0) -> list["Node"]:
        """The elements of a list of at least that many."""
        if not self._is(list, "a list"):
            return []
        if len(self.value) < least:
            self.report("too_few", f"needs at least {least}")
        return [self[index] for index in range(len(self.value))]

    def each(self, read: Callable[["Node"], T], least: int = 0) -> tuple[T, ...]:
        """Every element of a list, read."""
        return tuple(read(node) for node in self.items(least))

    def by_id(self, read: Callable[["Node"], T], least: int = 0) -> dict[str, T]:
        """A list of objects with an `id`, by that id, in order."""
        found: dict[str, T] = {}
        for node in self.items(least):
            id_ = node["id"].id()
            if id_ and id_ in found:
                node["id"].report("duplicate_id", f"'{id_}' stands twice")
            found[id_] = read(node)
        return found

    def texts(self, least: int = 0) -> dict[str, str]:
        """A list of `{id, text}`, by id."""
        return self.by_id(lambda node: node.keys("id text")["text"].text(), least)

    def text(self) -> str:
        """A string that says something."""
        if not self._is(str, "a string"):
            return ""
        if not self.value.strip():
            self.report("empty", "must say something")
        if any("\ud800" <= char <= "\udfff" for char in self.value):
            self.report("bad_text", "has half a character")
        return str(self.value)

    def integer(self, low: int, high: int) -> int:
        """A whole number of low..high."""
        if not self._is(int, "a whole number"):
            return low
        if not low <= self.value <= high:
            self.report("out_of_range", f"must be {low} to {high}")
        return int(self.value)

    def boolean(self) -> bool:
        """True or false."""
        return self._is(bool, "true or false") and bool(self.value)

    def one_of(self, words: Sequence[Any]) -> Any:
        """One of a closed list of words."""
        if not self._is(str, "a string"):
            return words[0]
        if self.value not in words:
            self.report("bad_value", f"must be one of {', '.join(words)}")
        return self.value

    def id(self) -> str:
        """A name within the pack."""
        return self.matches(_ID, self.value)

    def key(self) -> str:
        """A name of something outside the pack, where underscores occur too."""
        return self.matches(_KEY, self.value)

    def matches(self, pattern: re.Pattern[str], name: Any) -> str:
        """The name, where it is a string of that pattern."""
        if self.missing:
            return ""
        if not isinstance(name, str):
            self.report("wrong_type", "must be a string")
            return ""
        if not pattern.match(name):
            self.report("bad_id", "must be small letters, digits and hyphens, a letter first")
        return name

    def _is(self, kind: type, called: str) -> bool:
        """Whether the value has the type; a wrong one is reported, and true is no number."""
        if self.missing:
            return False
        right = type(self.value) is kind
        if not right:
            self.report("wrong_type", f"must be {called}")
        return right
