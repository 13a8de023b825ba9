import time

import pytest
from code_pages import BASE
from hypothesis import given, settings
from hypothesis import strategies as st

from chumil.content.authoring.compile import compile_text
from chumil.content.authoring.source import read_source

HOSTILE = {
    "billion laughs": (b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "F005"),
    "deep flow": (b"[" * 3_000, "F007"),
    "deep flow in lines": (b"[\n" * 3_000, "F006"),
    "deep block": ("\n".join(" " * n + "-" for n in range(60)).encode(), "F006"),
    "question marks": (b"? " * 300_000, "F007"),
    "too many events": (b"- [a, b, c, d, e]\n" * 20_000, "F001"),
    "too many bytes": (b"#" * 1_000_001, "F001"),
    "latin-1": ("título: sí".encode("latin-1"), "F002"),
    "byte order mark": (b"\xef\xbb\xbfformat: 1\n", "F003"),
    "python object": (b"a: !!python/object/apply:os.system [ls]\n", "F008"),
    "two documents": (b"a: b\n---\nc: d\n", "F009"),
    "list as key": (b"? [a]\n: b\n", "F009"),
    "nothing": (b"", "F010"),
    "lone percent": (b"%", "F009"),
    "broken escape": (b'a: "\\xZZ"\n', "F009"),
    "surrogate escape": (b'a: "\\ud800"\n', "F002"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_each_gets_its_code_in_time(name: str) -> None:
    raw, code = HOSTILE[name]
    began = time.perf_counter()
    found = compile_text(raw, "x.yaml").problems
    assert code in [one.code for one in found]
    assert time.perf_counter() - began < 5


@settings(max_examples=200, deadline=5_000)
@given(st.data())
def test_no_mutation_of_a_story_gets_a_traceback(data: st.DataObject) -> None:
    raw = bytearray(BASE.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        cut = data.draw(st.integers(0, 12))
        raw[at : at + cut] = data.draw(st.binary(max_size=6) | st.sampled_from(_BITES))
    compiled = compile_text(bytes(raw), "x.yaml")
    assert (compiled.pack is None) == any(p.severity == "error" for p in compiled.problems)
    assert all(p.line >= 1 and p.column >= 1 for p in compiled.problems)


_BITES = [
    b"&a ",
    b"*a",
    b"!x ",
    b"{",
    b"}",
    b"[",
    b"]",
    b": ",
    b"- ",
    b"\n",
    b'"',
    b"'",
    b"|",
    b"#",
    b"? ",
    b"~",
    b"true",
    b"-1",
]


@settings(max_examples=200, deadline=5_000)
@given(st.text())
def test_no_text_gets_a_traceback(text: str) -> None:
    source = read_source(text.encode("utf-8", "surrogatepass"), "x.yaml")
    assert source.problems or source.data is not None


def test_words_that_other_readers_twist_stay_what_they_are() -> None:
    data = read_source(b"a: no\nb: 012\nc: 1.5\nd: 2026-01-02\ne: '1'\nf: 7\ng: true\n", "x").data
    assert data == {"a": "no", "b": "012", "c": "1.5", "d": "2026-01-02", "e": "1", "f": 7, "g": True}
