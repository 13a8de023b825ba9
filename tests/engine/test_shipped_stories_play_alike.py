"""Every story as it is shipped now comes to the same in both languages."""

import json
from pathlib import Path

import pytest
from test_differential import ENGINE, python, typescript
from vector_files import FOLDER
from walks import SHIPPED, WALKS, pack_of, walks


def test_walks_over_every_shipped_story_end_alike() -> None:
    compared = 0
    with typescript(ENGINE) as other:
        for path in SHIPPED:
            pack = pack_of(path)
            for walk in walks(pack):
                assert other.replay(pack, walk, 0) == python(pack, walk, 0)
                compared += 1
    assert compared == WALKS * len(SHIPPED)
    assert SHIPPED


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_story_has_recorded_walks(path: Path) -> None:
    recorded = json.loads((FOLDER / "recorded.json").read_text())["scenarios"]
    assert path.stem in recorded, "run: .venv/bin/python tests/engine/record_walks.py"
