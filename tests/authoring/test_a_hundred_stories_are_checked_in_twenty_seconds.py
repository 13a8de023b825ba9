import re
import time
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from code_pages import ROOT
from nightly import NIGHTLY

from chumil.content.authoring.library import read_library

STORIES, SECONDS = (100, 20) if NIGHTLY else (20, 10)  # a laptop at work on other things gets more


def test_many_stories_are_checked_in_one_process_in_time(tmp_path: Path) -> None:
    shipped = cycle(sorted((ROOT / "fixtures/scenarios").rglob("*.yaml")))
    for number, file in enumerate(islice(shipped, STORIES)):
        text = re.sub(r"(?m)^id: .*", f"id: story-{number}", file.read_text(encoding="utf-8"), count=1)
        (tmp_path / f"story-{number}.yaml").write_text(text, encoding="utf-8")
    began = time.process_time()
    library = read_library([tmp_path], date(2026, 11, 23))
    assert time.process_time() - began < SECONDS
    assert sum(one.pack is not None for one in library.stories) == STORIES
