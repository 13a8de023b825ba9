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
