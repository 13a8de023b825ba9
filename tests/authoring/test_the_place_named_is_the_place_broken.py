"""One thing is broken in a shipped story, at a known place; `check` must name that line and no other."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from code_pages import BASE, ROOT
from nightly import NIGHTLY

from chumil.content.authoring.compile import compile_text
from chumil.content.authoring.library import read_library
from chumil.content.authoring.problems import Problem

SHIPPED = {file: file.read_text(encoding="utf-8") for file in sorted((ROOT / "fixtures/scenarios").rglob("*.yaml"))}

TODAY = date(2026, 11, 23)

TAKEAWAY = "^takeaway: .*"
WHEN = r'when: (?:"[^"]*"|[\w-]+)'
WHY = "^( +)why: .*"
BREAKAGES = [
    (TAKEAWAY, "takeaway: Puedes \x07 parar.", "F002"),
    (TAKEAWAY, "takeaway:\tPuedes parar.", "F004"),
    (TAKEAWAY, "takeaway: &x Puedes parar.", "F005"),
    (TAKEAWAY, "takeaway: *x", "F005"),
    (TAKEAWAY, "takeaway: " + "[" * 50, "F006"),
    (TAKEAWAY, "takeaway: " + "a" * 2_000, "F007"),
    (TAKEAWAY, "takeaway: !x Puedes parar.", "F008"),
    (TAKEAWAY, "takeaway: Para: cuenta.", "F009"),
    ("^title: .*", "title:", "F010"),
    (TAKEAWAY, "title: Otra vez", "F011"),
    ("^title:", "tittle:", "F012"),
    (r"portrait: [\w-]+", "portrat: boy-2", "F012"),
    ("^( +)unsure:", r"\1unsur:", "F012"),
    (r"tone: (\w+), title:", r"tone: \1, titel:", "F012"),
    ("known: (?:true|false)", "known: maybe", "F014"),
    ("^minutes: .*", "minutes: pocos", "F014"),
    ("^format: 1", "format: 2", "F015"),
    ("^kind: .*", "kind: storry", "F015"),
    ("^tier: .*", "tier: ages-10-13", "F015"),
    ("^c4: .*", "c4: [contacts]", "F015"),
    ("^aggressor: .*", "aggressor: monster", "F015"),
    (r"^( +)objectives: \[\w+", r"\1objectives: [check-source", "F015"),
    (r"is: unsafe", "is: dangerous", "F015"),
    (r"tactic: \w+", "tactic: hurry", "F015"),
    (r"look: \w+", "look: chats", "F015"),
    (r"tone: \w+", "tone: lose", "F015"),
    ("^id: .*", "id: Historia", "F016"),
    (TAKEAWAY, 'takeaway: "   "', "F017"),
    (r"start: [0-5],", "start: 9,", "F018"),
    ("^minutes: .*", "minutes: 500", "F018"),
    (r"effects: \{([\w-]+): -?\d", r"effects: {\1: -9", "F018"),
    ("^c4: .*", "c4: []", "F019"),
    (r"- \{message: ", "- {mesage: ", "F020"),
    (WHEN, 'when: "trust >="', "F021"),
    (r"^flags: \[[\w-]+", "flags: [and", "F023"),
    ("^start: .*", "start: nowhere", "G001"),
    (r"goto: [a-z][\w-]*$", "goto: nowhere", "G001"),
    (r"from: [\w-]+", "from: nobody", "G002"),
    (WHEN, 'when: "nothing >= 2"', "G003"),
    (r"effects: \{[\w-]+:", "effects: {nothing:", "G004"),
    (r"effects: \{([\w-]+): -?\d", r"effects: {\1: true", "G005"),
    (r"repairs: \[[\w-]+", "repairs: [nowhere", "G006"),
    (r"bin: [\w-]+", "bin: nowhere", "G010"),
    (r"pieces: \[[\w-]+", "pieces: [nothing", "G011"),
    (r"misconception: [\w-]+", "misconception: mistyped", "G018"),
    (r"help: \[[\w-]+", "help: [nobody", "G020"),
    ("^topic: .*", "topic: nothing", "G021"),
    (WHY, r"\1why: Todo eso que pasó después fue tu culpa.", "P007"),
    (WHY, r"\1why: Si le escribes otra vez te puede matar.", "P008"),
    (WHY, r"\1why: Game over, ya no hay nada que hacer.", "P009"),
    (WHY, r"\1why: Llama hoy mismo al teléfono 2255-1234.", "P011"),
    (WHY, r"\1why: Busca más ayuda en www.ayuda.com hoy.", "P012"),
    (WHY, r"\1why: Eso mismo pasa todos los días en Roblox.", "P013"),
    ("^script: .*", "script: No mando fotos y no insistas más porque ya le conté a mi mamá.", "P019"),
]


@cache
def problems(text: str, tier: str, name: str) -> frozenset[Problem]:
    """What `check` says of a story in a catalogue of its own."""
    with TemporaryDirectory() as folder:
        story = Path(folder) / "scenarios" / tier / name
        story.parent.mkdir(parents=True)
        story.write_text(text, encoding="utf-8")
        for shared in ("topics.yaml", "help"):
            (Path(folder) / shared).symlink_to(ROOT / "fixtures" / shared)
        return frozenset(read_library([story], TODAY).problems)


def broken(right: str, wrong: str, first: int) -> Iterator[tuple[Path, str, int]]:
    """The shipped stories that have the thing, broken at its first place, and the line of it."""
    files = list(SHIPPED)
    for file in files[first % len(files) :] + files[: first % len(files)]:
        text = SHIPPED[file]
        scenes = 0 if right.startswith("^") and not right.startswith("^( ") else text.index("\nscenes:")
        pattern = re.compile(right, re.MULTILINE)
        if found := pattern.search(text, scenes) or pattern.search(text):
            yield file, text[: found.start()] + found.expand(wrong) + text[found.end() :], _line(text, found.start())


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


@pytest.mark.parametrize(("right", "wrong", "code"), BREAKAGES)
def test_the_line_and_code_are_those_of_the_breakage(right: str, wrong: str, code: str) -> None:
    number = [one[:2] for one in BREAKAGES].index((right, wrong))
    cases = list(islice(broken(right, wrong, number), len(SHIPPED) if NIGHTLY else 1))
    assert cases
    for file, text, line in cases:
        where = (file.parent.name, file.name)
        assert text.count("\n") == SHIPPED[file].count("\n")
        before = {(one.code, one.line) for one in problems(SHIPPED[file], *where)}
        new = [one for one in problems(text, *where) if (one.code, one.line) not in before]
        assert (code, line) in {(one.code, one.line) for one in new}, (file, line, new)
        errors = {one.line for one in new if one.severity == "error" and one.code != "F013"}
        assert errors <= {line}, (file, line, new)


def test_the_story_is_whole_before_it_is_broken() -> None:
    compiled = compile_text(BASE.encode(), "base.yaml")
    assert compiled.problems == []
    assert compiled.pack is not None


def test_the_column_is_that_of_the_value() -> None:
    wrong = BASE.replace("goto: home", "goto: homme", 1)
    (found, *_) = [one for one in compile_text(wrong.encode(), "b").problems if one.code == "G001"]
    assert wrong.split("\n")[found.line - 1][found.column - 1 :] == "homme"


def test_a_column_counts_characters_not_bytes() -> None:
    wrong = BASE.replace("title: El nuevo", 'title: "Ñandú", kind', 1)
    (found,) = compile_text(wrong.encode(), "b").problems
    assert (found.code, found.column) == ("F009", wrong.split("\n")[found.line - 1].index(",") + 1)
