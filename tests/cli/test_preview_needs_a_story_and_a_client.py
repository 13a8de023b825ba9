from pathlib import Path

import pytest

from chumil.cli import preview
from chumil.cli.command import run


def test_a_file_that_is_not_there_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preview", str(tmp_path / "none.yaml")]) == 2
    assert "there is no such file" in capsys.readouterr().out


def test_without_the_built_client_it_says_how_to_build_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.yaml"
    story.write_text("format: 1\n", encoding="utf-8")
    monkeypatch.setattr(preview, "CLIENT", tmp_path)
    assert run(["preview", str(story)]) == 2
    assert "npm --prefix mobile run build" in capsys.readouterr().out


def test_a_port_that_is_taken_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def taken(*given: object) -> None:
        raise OSError(98, "Address already in use")

    story = tmp_path / "story.yaml"
    story.write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "index.html").write_text("", encoding="utf-8")
    monkeypatch.setattr(preview, "CLIENT", tmp_path)
    monkeypatch.setattr(preview, "Server", taken)
    assert run(["preview", str(story)]) == 2
    assert "The port 8765 is taken" in capsys.readouterr().out
