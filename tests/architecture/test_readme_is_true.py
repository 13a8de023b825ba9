"""What the README points at exists, and the commands it names can be made."""

import re

from architecture.repository import ROOT

README = (ROOT / "README.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()
PATHS = re.findall(r"`((?:[\w.-]+/)*[\w.-]+/?)`|\]\((?!http)([^)#]+)\)", README)


def test_every_path_exists() -> None:
    named = {inline or link for inline, link in PATHS}
    paths = {name for name in named if "/" in name or name.endswith((".md", ".yml", ".yaml", ".toml"))}
    assert len(paths) > 10
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_every_make_command_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", README)) | set(re.findall(r"^make ([a-z-]+)", README, re.MULTILINE))
    assert {"run", "test"} <= named
    assert named <= targets


def test_the_licences_are_there() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text()
    assert "CC BY 4.0" in (ROOT / "LICENSE-STORIES").read_text()
    assert "Noto" in (ROOT / "NOTICE").read_text()
