import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from code_pages import CODES, ROOT, changed, examples
from hypothesis import given, settings
from hypothesis import strategies as st
from nightly import NIGHTLY

from chumil.content.authoring.checks.shelf import Shelf
from chumil.content.authoring.compile import compile_text
from chumil.content.authoring.library import review
from chumil.content.authoring.source import read_source

STORIES = [file.read_bytes() for file in sorted((ROOT / "fixtures/scenarios").rglob("*.yaml"))]

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


@settings(max_examples=2_000 if NIGHTLY else 25, deadline=None)
@given(st.data())
def test_no_mutation_of_a_shipped_story_gets_a_traceback(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(STORIES)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        cut = data.draw(st.integers(0, 12))
        raw[at : at + cut] = data.draw(st.binary(max_size=6) | st.sampled_from(_BITES))
    began = time.process_time()
    compiled = compile_text(bytes(raw), "x.yaml")
    found = [*compiled.problems, *review(compiled, Shelf())]
    assert time.process_time() - began < 5
    assert (compiled.pack is None) == any(p.severity == "error" for p in compiled.problems)
    assert all(p.line >= 1 and p.column >= 1 for p in found)


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


HEAVY = {
    "a megabyte of text": "takeaway: |\n" + ("  " + "palabra " * 200 + "\n") * 600,
    "a quoted megabyte": 'takeaway: "' + ("x" * 1_500 + "\n  ") * 600 + '"',
    "nothing but lines": "\n" * 999_999,
    "nothing but comments": "# c\n" * 240_000,
    "every key unknown": "\n".join(f"k{n}: v" for n in range(14_000)),
    "every scene wrong": "scenes:\n" + "".join(f"  s{n}: {{a: b, c: d}}\n" for n in range(4_000)),
    "more keys than are read": "\n".join(f"k{n}: v" for n in range(60_000)),
    "more states than are explored": changed(examples(CODES / "S010.md")["bad"].text),
}
MEGABYTES = 300


@pytest.mark.parametrize("name", HEAVY)
def test_the_heaviest_take_few_seconds_and_little_memory(name: str, tmp_path: Path) -> None:
    file = tmp_path / "heavy.yaml"
    file.write_text(HEAVY[name], encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = checked(file)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (done.returncode in {0, 1}, done.stderr) == (True, "")
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 5


def test_a_program_that_needs_more_memory_would_be_seen() -> None:
    greedy = [sys.executable, "-c", "x = bytearray(310 << 20)"]
    done = subprocess.run(greedy, preexec_fn=_bound, check=False, capture_output=True, text=True)
    assert "MemoryError" in done.stderr


def checked(file: Path) -> subprocess.CompletedProcess[str]:
    """`chumil check` in a process of its own, which may have no more memory than MEGABYTES."""
    program = "import sys; from chumil.cli.command import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "check", str(file)]
    return subprocess.run(command, preexec_fn=_bound, check=False, capture_output=True, text=True, cwd=ROOT / "backend")


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))


@settings(max_examples=200, deadline=5_000)
@given(st.text())
def test_no_text_gets_a_traceback(text: str) -> None:
    source = read_source(text.encode("utf-8", "surrogatepass"), "x.yaml")
    assert source.problems or source.data is not None


def test_words_that_other_readers_twist_stay_what_they_are() -> None:
    data = read_source(b"a: no\nb: 012\nc: 1.5\nd: 2026-01-02\ne: '1'\nf: 7\ng: true\n", "x").data
    assert data == {"a": "no", "b": "012", "c": "1.5", "d": "2026-01-02", "e": "1", "f": 7, "g": True}
