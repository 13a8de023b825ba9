"""Who changes a rule in one language finds its twin under the same name in the other."""

from vector_files import ROOT

PYTHON = ROOT / "backend" / "chumil" / "engine"
TYPESCRIPT = ROOT / "mobile" / "src" / "engine"
PYTHON_ONLY = {"canon", "parse"}
TYPESCRIPT_ONLY = {"first"}  # what the first response carries


def test_the_files_have_the_same_names() -> None:
    python = {
        str(path.relative_to(PYTHON).with_suffix("")).replace("__init__", "index")
        for path in PYTHON.rglob("*.py")
        if path.relative_to(PYTHON).parts[0] not in {"canon.py", "parse"}
    }
    typescript = {str(path.relative_to(TYPESCRIPT).with_suffix("")) for path in TYPESCRIPT.rglob("*.ts")}
    assert typescript - python == TYPESCRIPT_ONLY
    assert python <= typescript
    assert all((PYTHON / name).exists() or (PYTHON / f"{name}.py").exists() for name in PYTHON_ONLY)


def test_the_file_names_are_found_at_all() -> None:
    assert (PYTHON / "replay.py").exists()
    assert (TYPESCRIPT / "replay.ts").exists()
