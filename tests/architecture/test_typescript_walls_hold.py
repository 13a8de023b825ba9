"""The client's layers, engine <- storage <- sync <- features <- app, are enforced by tsc and biome."""

import shutil
import subprocess
from pathlib import Path

import pytest

from architecture.repository import ROOT

MOBILE = ROOT / "mobile"
BIN = MOBILE / "node_modules" / ".bin"
BREACHES = {
    "src/engine": 'import { x } from "../storage/x"; export const y = x;',
    "src/storage": 'import { x } from "../sync/x"; export const y = x;',
    "src/sync": 'import { x } from "../features/play/x"; export const y = x;',
    "src/ui": 'import { x } from "../features/play/x"; export const y = x;',
    "src/i18n": 'import { x } from "../app/x"; export const y = x;',
    "src/features/sky": 'import { x } from "../play/x"; export const y = x;',
}


def lint(folder: str, code: str, tmp_path: Path) -> str:
    for name in ("biome.json", "tsconfig.json", "package.json"):
        shutil.copy(MOBILE / name, tmp_path / name)
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "breach.ts").write_text(code)
    done = subprocess.run(
        [BIN / "biome", "lint", "--colors=off", "src"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("folder", BREACHES)
def test_an_import_upwards_is_found(folder: str, tmp_path: Path) -> None:
    assert "noRestrictedImports" in lint(folder, BREACHES[folder], tmp_path)


def test_an_import_downwards_is_fine(tmp_path: Path) -> None:
    downwards = 'import { x } from "../engine/x"; export const y = x;'
    assert "noRestrictedImports" not in lint("src/storage", downwards, tmp_path)


def test_the_engine_sees_neither_the_page_nor_the_clock(tmp_path: Path) -> None:
    assert "noRestrictedGlobals" in lint("src/engine", "export const now = () => Date.now();", tmp_path)
    (tmp_path / "src/engine/page.ts").write_text("export const title = document.title;")
    shutil.copy(MOBILE / "tsconfig.engine.json", tmp_path)
    done = subprocess.run(
        [BIN / "tsc", "-p", "tsconfig.engine.json"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "Cannot find name 'document'" in done.stdout
