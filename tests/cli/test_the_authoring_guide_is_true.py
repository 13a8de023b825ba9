"""Every command, code, portrait and key that the guide names is there, and both languages say the same."""

import re
import shlex
from pathlib import Path

import pytest

from chumil.cli.command import parser
from chumil.content.authoring.codes import CODES

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "docs" / "authoring" / f"guide.{language}.md" for language in ("es", "en")]
WORD = {"CLAVE": "KEY"}


def commands(guide: Path) -> list[list[str]]:
    """What the guide tells to type, without its remarks; a `...` leaves out what was typed before."""
    text = guide.read_text(encoding="utf-8")
    blocks = re.findall(r"```\n(.*?)```", text, re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    inline = re.findall(r"`(chumil [a-z]+ [^`]*)`", text)
    found = [shlex.split(line) for line in [*lines, *inline] if line.startswith("chumil ")]
    return [[WORD.get(word, word) for word in words if word != "..."] for words in found]


def test_both_languages_tell_the_same_commands() -> None:
    spanish, english = map(commands, GUIDES)
    assert spanish == english
    assert len(spanish) >= 10


@pytest.mark.parametrize("words", commands(GUIDES[0]), ids=" ".join)
def test_every_command_is_understood(words: list[str]) -> None:
    assert parser().parse_args(words[1:]).run


@pytest.mark.parametrize("wrong", ["chek fixtures", "check fixtures --formt json", "new la-llave"])
def test_a_command_that_is_not_there_would_be_found(wrong: str) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(wrong.split())


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_codes_links_and_portraits_are_there(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert set(re.findall(r"\b[FGSPRT]\d{3}\b", text)) <= set(CODES)
    for link in re.findall(r"\]\((?!https)([^)]+)\)", text):
        assert (guide.parent / link).exists(), link
    drawn = (ROOT / "mobile" / "src" / "ui" / "Portrait.tsx").read_text(encoding="utf-8")
    named = re.findall(r"`((?:girl|boy|woman|man|grandma|grandpa)-\d)`", text)
    assert len(named) >= 6
    assert all(f'"{one}"' in drawn for one in named)
