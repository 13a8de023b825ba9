"""Ruff bans clock, chance and files below chumil/engine."""

import subprocess
import sys
from pathlib import Path

import pytest

from architecture.repository import ROOT

RUFF = Path(sys.executable).with_name("ruff")
ENGINE = ROOT / "backend" / "chumil" / "engine"


def findings(code: str, folder: Path) -> str:
    done = subprocess.run(
        [RUFF, "check", "--no-cache", "--select", "TID251", "--stdin-filename", folder / "breach.py", "-"],
        input=code,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("module", ["random", "time", "datetime", "django", "os", "pathlib", "uuid", "secrets", "io"])
def test_the_engine_may_not_import(module: str) -> None:
    assert "TID251" in findings(f"import {module}\n", ENGINE)
    assert "TID251" in findings(f"from {module} import something\n", ENGINE)


def test_other_packages_may() -> None:
    assert "TID251" not in findings("import datetime\n", ENGINE.parent / "common")
