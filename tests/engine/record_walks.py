"""Write `fixtures/vectors/recorded.json`: run it after a story is added or its ways are changed.

    .venv/bin/python tests/engine/record_walks.py

Texts are left out, since no rule reads them.
"""

import json
from typing import Any

from vector_files import FOLDER, MANIFEST
from walks import SHIPPED, pack_of, walks

from chumil.engine import ENGINE, ReplayError, parse_scenario, replay

SILENT = {"text", "title", "summary", "why", "next", "hint", "no_fault", "place", "name", "label"}
UNPLAYED = {"script", "takeaway", "family", "content_note", "consequence"}


def bare(data: Any) -> Any:
    """The pack without what is only read by people."""
    if isinstance(data, list):
        return [bare(each) for each in data]
    if not isinstance(data, dict):
        return data
    kept = {key: value for key, value in data.items() if key not in UNPLAYED}
    return {key: "-" if key in SILENT else bare(value) for key, value in kept.items()}


def record() -> dict[str, Any]:
    """Every shipped story with its walks and what they come to."""
    scenarios, vectors = {}, []
    for path in SHIPPED:
        pack = pack_of(path)
        scenarios[pack["id"]] = bare(pack)
        vectors += [recorded(pack, index, each) for index, each in enumerate(walks(pack), 1)]
    return {"scenarios": scenarios, "vectors": vectors}


def recorded(pack: dict[str, Any], number: int, path: list[Any]) -> dict[str, Any]:
    outcome = replay(parse_scenario(pack), path)
    assert not isinstance(outcome, ReplayError), outcome
    return {
        "name": f"{pack['id']}, walk {number}",
        "engine": ENGINE,
        "origin": "recorded",
        "scenario_ref": pack["id"],
        "path": path,
        "expect": outcome.as_json(),
    }


def written(name: str, data: Any, indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=indent, sort_keys=indent is not None)
    (FOLDER / name).write_text(text + "\n")


if __name__ == "__main__":
    found = record()
    written("recorded.json", found, None)
    written("MANIFEST.json", MANIFEST | {"recorded.json": len(found["vectors"])}, 1)
