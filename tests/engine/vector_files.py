"""The vector files, read as they are."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "fixtures" / "vectors"
MANIFEST: dict[str, int] = json.loads((FOLDER / "MANIFEST.json").read_text())


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every vector with a telling id, its scenario put in place of the reference."""
    for path in sorted(FOLDER.glob("*.json")):
        if path.name == "MANIFEST.json":
            continue
        data = json.loads(path.read_text())
        for vector in data["vectors"]:
            if "scenario_ref" in vector:
                vector["scenario"] = data["scenarios"][vector["scenario_ref"]]
            yield f"{path.stem}: {vector['name']}", vector
