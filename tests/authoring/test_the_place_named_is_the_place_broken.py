import pytest
from code_pages import BASE

from chumil.content.authoring.compile import compile_text

BREAKAGES = [
    ("id: base", "id: Base", "F016"),
    ("kind: story", "kind: storry", "F015"),
    ("tier: ages-10-12", "tier: ages-10-13", "F015"),
    ("minutes: 5", "minutes: 500", "F018"),
    ("minutes: 5", "minutes: no", "F014"),
    ("title: El nuevo", "title:", "F010"),
    ("title: El nuevo", "tittle: El nuevo", "F012"),
    ("takeaway: Puedes parar y contar.", "takeaway: &x Puedes parar.", "F005"),
    ("takeaway: Puedes parar y contar.", "takeaway: *x", "F005"),
    ("takeaway: Puedes parar y contar.", "takeaway: !x Puedes parar.", "F008"),
    ("takeaway: Puedes parar y contar.", "takeaway:\tPuedes parar.", "F004"),
    ("takeaway: Puedes parar y contar.", "takeaway: Puedes \x07 parar.", "F002"),
    ("takeaway: Puedes parar y contar.", "title: Otra vez", "F011"),
    ("c4: [contact]", "c4: [contacts]", "F015"),
    ("c4: [contact]", "c4: []", "F019"),
    ("start: lobby", "start: loby", "G001"),
    ("portrait: boy-2", "portrat: boy-2", "F012"),
    ("trust: {start: 3, label: Confianza}", "trust: {start: 9, label: Confianza}", "F018"),
    ("flags: [shared]", "flags: [trust]", "F023"),
    ('{message: "¿Y la foto?", from: dani}', '{message: "¿Y la foto?", from: dina}', "G002"),
    ('{message: "¿Y la foto?", from: dani}', '{mesage: "¿Y la foto?", from: dani}', "F020"),
    ("objectives: [check_source]", "objectives: [check-source]", "F015"),
    ('decoys: {saludo: "Saludar', 'decoys: {prisa: "Saludar', "G009"),
    ("is: unsafe", "is: dangerous", "F015"),
    ("effects: {trust: -1, shared: true}", "effects: {trust: -1, shard: true}", "G004"),
    ("effects: {trust: -1, shared: true}", "effects: {trust: -9, shared: true}", "F018"),
    ("tactic: prisa", "tactic: hurry", "F015"),
    ("goto: home", "goto: homme", "G001"),
    ('when: "shared and trust < 3"', 'when: "shared and trust <"', "F021"),
    ('when: "shared and trust < 3"', 'when: "shared and trst < 3"', "G003"),
    ("repairs: [photo]", "repairs: [foto]", "G006"),
    ("look: chat", "look: chats", "F015"),
    ("ending: {tone: safe", "ending: {tone: lose", "F015"),
]


@pytest.mark.parametrize(("right", "wrong", "code"), BREAKAGES)
def test_the_line_and_code_are_those_of_the_breakage(right: str, wrong: str, code: str) -> None:
    line = BASE[: BASE.index(right)].count("\n") + 1
    broken = BASE.replace(right, wrong, 1)
    found = compile_text(broken.encode(), "base.yaml").problems
    assert (code, line) in {(one.code, one.line) for one in found}


def test_the_story_is_whole_before_it_is_broken() -> None:
    compiled = compile_text(BASE.encode(), "base.yaml")
    assert compiled.problems == []
    assert compiled.pack is not None


def test_the_column_is_that_of_the_value() -> None:
    broken = BASE.replace("goto: home", "goto: homme", 1)
    (found, *_) = [one for one in compile_text(broken.encode(), "b").problems if one.code == "G001"]
    assert broken.split("\n")[found.line - 1][found.column - 1 :] == "homme"


def test_a_column_counts_characters_not_bytes() -> None:
    broken = BASE.replace("title: El nuevo", 'title: "Ñandú", kind', 1)
    (found,) = compile_text(broken.encode(), "b").problems
    assert (found.code, found.column) == ("F009", broken.split("\n")[found.line - 1].index(",") + 1)
