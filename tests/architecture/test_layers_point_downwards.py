"""The walls of pyproject.toml hold, and would be seen to fall."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from architecture.repository import ROOT

LINTER = Path(sys.executable).with_name("lint-imports")
BREACHES = {
    "the engine importing Django": ("engine/breach.py", "import django\n"),
    "the engine importing the errors above it": ("engine/breach.py", "import chumil.common.errors\n"),
    "play importing flows": ("play/breach.py", "import chumil.flows\n"),
    "the API importing the command line": ("api/breach.py", "import chumil.cli\n"),
    "accounts importing DRF": ("accounts/breach.py", "import rest_framework\n"),
    "a package that no layer names": ("utils/__init__.py", ""),
}


def lint(top: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=top,
        env={"PYTHONPATH": str(top), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    ignore = shutil.ignore_patterns("__pycache__", "migrations")
    return Path(shutil.copytree(ROOT / "backend" / "chumil", tmp_path / "chumil", ignore=ignore))


def test_the_package_keeps_its_contracts(package: Path) -> None:
    done = lint(package.parent)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_found(package: Path, breach: str) -> None:
    where, code = BREACHES[breach]
    (package / where).parent.mkdir(exist_ok=True)
    (package / where).write_text(code)
    done = lint(package.parent)
    assert done.returncode != 0
    assert "chumil." + where.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".") in done.stdout


def test_every_package_is_checked_strictly_by_mypy() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]
    assert settings["strict"] is True
    assert settings["packages"] == ["chumil"]
    assert [module for one in settings["overrides"] for module in one["module"] if module.startswith("chumil")] == []
