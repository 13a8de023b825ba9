"""Read YAML that nobody has to trust: plain data, and the line and column of every key and value.

The data is built from parser events with a stack of our own, so that neither aliases nor deep
nesting can cost more than the file is long.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from chumil.content.authoring.problems import TOP, Mark, Path, Problem, problem

MAX_BYTES = 1_000_000
MAX_EVENTS = 30_000  # ten times what the longest story has
MAX_DEPTH = 40
MAX_LINE = 2_000  # the scanner is quadratic within one line

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_WORDS = {"true": True, "false": False, "": None, "~": None, "null": None}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as plain data (None where it cannot be read) and the places of its parts."""

    file: str
    data: Any
    values: dict[Path, Mark]
    keys: dict[Path, Mark]
    problems: list[Problem]

    def mark(self, path: Path) -> Mark:
        """The place of the value at `path`, or of its nearest ancestor that stands in the file."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, TOP)

    def key_mark(self, path: Path) -> Mark:
        """The place of the key that ends `path`, or of the value where it has no key."""
        return self.keys.get(path) or self.mark(path)


class _Refused(Exception):
    def __init__(self, mark: Mark, code: str, message: str) -> None:
        self.mark, self.code, self.message = mark, code, message


def read_source(raw: bytes, file: str, *, nulls: bool = False) -> Source:
    """The source in `raw`. Total: whatever the bytes are, what is wrong stands in `problems`.

    `nulls` lets a file say `null` for "nobody knows"; a key left empty is always a problem.
    """
    builder = _Builder(file, nulls)
    try:
        text = _text(raw)
        for event in _events(text):
            builder.take(event)
    except _Refused as refused:
        found = problem(file, refused.mark, refused.code, refused.message)
        return Source(file, None, {}, {}, [*builder.problems, found])
    if builder.values.get(()) is None:
        builder.problems.append(problem(file, TOP, "F010", "the file is empty"))
    return Source(file, builder.root, builder.values, builder.keys, builder.problems)


def _text(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _Refused(TOP, "F001", f"the file has {len(raw)} bytes; at most {MAX_BYTES} are read")
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _Refused(TOP, "F003", "the file begins with a byte order mark")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        mark = _mark_at(raw[: error.start].decode("utf-8"))
        raise _Refused(mark, "F002", f"byte 0x{raw[error.start]:02x} is not UTF-8") from None
    if (tab := text.find("\t")) >= 0:
        raise _Refused(_mark_at(text[:tab]), "F004", "a tab character")
    if odd := _CONTROL.search(text):
        code = f"U+{ord(odd.group()):04X}"
        raise _Refused(_mark_at(text[: odd.start()]), "F002", f"the control character {code}")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise _Refused(Mark(number, MAX_LINE + 1), "F007", f"a line of {len(line)} characters")
    return unicodedata.normalize("NFC", text)


def _mark_at(before: str) -> Mark:
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _events(text: str) -> Iterator[Event]:
    depth = 0
    documents = 0
    try:
        for count, event in enumerate(YAML(typ="safe", pure=True).parse(text)):
            mark = _mark(event)
            depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
            depth -= isinstance(event, MappingEndEvent | SequenceEndEvent)
            documents += isinstance(event, DocumentStartEvent)
            if count >= MAX_EVENTS:
                raise _Refused(mark, "F001", f"more than {MAX_EVENTS} keys and values")
            if depth > MAX_DEPTH:
                raise _Refused(mark, "F006", f"nested more than {MAX_DEPTH} levels deep")
            if documents > 1:
                raise _Refused(mark, "F009", "a second document begins here")
            yield event
    except MarkedYAMLError as error:
        where = error.problem_mark or error.context_mark
        mark = Mark(where.line + 1, where.column + 1) if where else TOP
        raise _Refused(mark, "F009", _one_line(error)) from None
    except (YAMLError, ValueError, AssertionError, IndexError, TypeError, AttributeError) as error:
        # ruamel's scanner answers some broken escapes and directives with bare Python errors.
        raise _Refused(TOP, "F009", f"not readable as YAML: {error}") from None


def _one_line(error: MarkedYAMLError) -> str:
    parts = [error.context, error.problem]
    return " ".join(" ".join(part.split()) for part in parts if part) or "not readable as YAML"


def _mark(event: Event) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


@dataclass(slots=True)
class _Open:
    """A mapping or a sequence whose end has not come yet."""

    data: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    file: str
    nulls: bool
    root: Any = None
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def take(self, event: Event) -> None:
        self._guard(event)
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.stack.pop()
        elif isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            data: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
            self.stack.append(_Open(data, self._place(data, _mark(event))))

    def _guard(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            raise _Refused(_mark(event), "F005", f"the alias *{event.anchor}")
        if anchor := getattr(event, "anchor", None):
            raise _Refused(_mark(event), "F005", f"the anchor &{anchor}")
        if tag := getattr(event, "tag", None):
            raise _Refused(_mark(event), "F008", f"the tag {tag}")
        if odd := _CONTROL.search(getattr(event, "value", "")):
            raise _Refused(_mark(event), "F002", f"the control character U+{ord(odd.group()):04X}")

    def _scalar(self, event: ScalarEvent) -> None:
        if self.stack and isinstance(self.stack[-1].data, dict) and self.stack[-1].key is None:
            self._key(event)
            return
        value = _plain(event.value) if event.style is None else event.value
        path = self._place(value, _mark(event))
        if value is None and not (self.nulls and event.value):
            mark = self.keys.get(path) or _mark(event)
            self._say(mark, "F010", f"{_name(path)} has no value")

    def _key(self, event: ScalarEvent) -> None:
        top = self.stack[-1]
        path = (*top.path, event.value)
        if event.value in top.data:
            first = self.keys[path].line
            self._say(_mark(event), "F011", f"the key {event.value!r} stands in line {first} too")
        else:
            self.keys.setdefault(path, _mark(event))
        top.key = event.value

    def _place(self, value: Any, mark: Mark) -> Path:
        """Put a value where it belongs; its path. Of a repeated key the first value stays."""
        if not self.stack:
            self.root, self.values[()] = value, mark
            return ()
        top = self.stack[-1]
        if isinstance(top.data, list):
            path: Path = (*top.path, len(top.data))
            top.data.append(value)
        elif top.key is None:
            raise _Refused(mark, "F009", "a key must be one word, not a list or a map")
        else:
            path = (*top.path, top.key)
            top.data.setdefault(top.key, value)
            top.key = None
        self.values.setdefault(path, mark)
        return path

    def _say(self, mark: Mark, code: str, message: str) -> None:
        self.problems.append(problem(self.file, mark, code, message))


def _plain(text: str) -> str | int | bool | None:
    """An unquoted word: true, false, a whole number, nothing, or text (`no` and `1.5` are text)."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _name(path: Path) -> str:
    return repr(path[-1]) if path and isinstance(path[-1], str) else "this entry"
