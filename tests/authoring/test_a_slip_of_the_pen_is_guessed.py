import pytest
from code_pages import BASE

from chumil.content.authoring.compile import compile_text

SLIPS = [
    ("title: El nuevo", "tittle: El nuevo", "title"),
    ("secondary: [tell_adult]", "secondry: [tell_adult]", "secondary"),
    ("portrait: boy-2", "portrat: boy-2", "portrait"),
    ("look: game", "loook: game", "look"),
    ('message: "¿Y la foto?", from', 'message: "¿Y la foto?", form', "from"),
    ("signs: {prisa", "sings: {prisa", "signs"),
    ("no_fault: No fue", "nofault: No fue", "no_fault"),
    ("tactic: prisa", "tactics: prisa", "tactic"),
    ("goto: home", "goto: [{to: home, wen: shared}]", "when"),
    ('close: "Puedo', 'clos: "Puedo', "close"),
    ("tone: safe", "tones: safe", "tone"),
]


def said(right: str, wrong: str) -> str:
    assert right in BASE
    found = compile_text(BASE.replace(right, wrong, 1).encode(), "base.yaml").problems
    (message,) = [one.message for one in found if one.code == "F012"]
    return message


@pytest.mark.parametrize(("right", "wrong", "meant"), SLIPS)
def test_an_unknown_key_is_answered_with_the_key_meant(right: str, wrong: str, meant: str) -> None:
    assert said(right, wrong).endswith(f"; did you mean {meant!r}?")


@pytest.mark.parametrize("elsewhere", ["gotos", "narrations", "decoy", "misconceptions"])
def test_a_key_of_another_place_is_not_proposed(elsewhere: str) -> None:
    assert said("title: El nuevo", f"{elsewhere}: El nuevo") == f"unknown key {elsewhere!r}"
