import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from chumil.cli import graph
from chumil.cli.command import run

BASE = Path(__file__).parents[2] / "docs" / "authoring" / "codes" / "base.yaml"
SVG = "{http://www.w3.org/2000/svg}"

drawn = pytest.mark.skipif(
    not (graph.LAYOUT.parents[1] / "node_modules" / "@viz-js").is_dir(), reason="npm packages are not installed"
)


@drawn
def test_the_picture_is_svg_with_every_scene_and_the_colours_of_the_endings(tmp_path: Path) -> None:
    file = tmp_path / "base.svg"
    assert run(["graph", str(BASE), "--out", str(file)]) == 0
    picture = ET.parse(file).getroot()  # noqa: S314  our own output
    assert picture.tag == f"{SVG}svg"
    words = {text.text for text in picture.iter(f"{SVG}text")}
    assert {"lobby", "photo", "home", "fin", "ending: Más liviano", "El nuevo"} <= words
    assert "#8fc79a" in file.read_text(encoding="utf-8")


@drawn
def test_sixty_scenes_stay_readable(tmp_path: Path) -> None:
    """Every scene is there, no line of text is long, and the picture is no wider than a few screens."""
    story, file = tmp_path / "big.yaml", tmp_path / "big.svg"
    text = BASE.read_text(encoding="utf-8")
    story.write_text(text[: text.index("start: lobby")] + _sixty_scenes(), encoding="utf-8")
    assert run(["graph", str(story), "--out", str(file)]) == 0
    picture = ET.parse(file).getroot()  # noqa: S314  our own output
    words = [text.text or "" for text in picture.iter(f"{SVG}text")]
    assert {f"s{number}" for number in range(59)} | {"fin"} <= set(words)
    assert max(map(len, words)) <= 40
    assert float(picture.get("viewBox", "").split()[2]) < 2500


def _sixty_scenes() -> str:
    scenes = "start: s0\nscenes:\n"
    for number in range(59):
        near = (f"s{number + step}" if number + step < 59 else "fin" for step in (1, 2, 3))
        options = "".join(
            f"        o{place}: {{text: Una respuesta bastante larga, is: safe, why: A., next: B., goto: {to}}}\n"
            for place, to in enumerate(near)
        )
        scenes += (
            f"  s{number}:\n    look: chat\n    safety: risk\n    beats: []\n    ask:\n"
            f"      choose: ¿Qué haces cuando llega otro?\n      objectives: [refuse]\n      options:\n{options}"
        )
    return scenes + "  fin:\n    look: story\n    beats: []\n    ending: {tone: safe, title: Fin, text: Fin.}\n"


def test_mermaid_goes_to_the_screen_and_needs_no_layout(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["graph", str(BASE), "--format", "mermaid"]) == 0
    said = capsys.readouterr().out
    assert said.startswith('flowchart TD\n  s-lobby["<b>lobby</b><br/>spot: Toca las señales."]:::none\n')
    assert 's-home -->|"Sí, ahora.<br/>Más tarde."| s-fin' in said


def test_without_node_it_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert run(["graph", str(BASE)]) == 1
    assert "The picture needs Node" in capsys.readouterr().out


def test_a_story_with_errors_is_not_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(BASE.read_text(encoding="utf-8").replace("start: lobby", "start: loby"), encoding="utf-8")
    assert run(["graph", str(broken)]) == 1
    assert "G001 error" in capsys.readouterr().out
