"""The draft that `preview` shows: compiled again whenever its file was saved."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from chumil.common import clock
from chumil.content.authoring.compile import Compiled, compile_file
from chumil.content.authoring.library import entry, read_library
from chumil.content.authoring.problems import Problem
from chumil.content.authoring.rehearsal import standing_after, still_valid, ways
from chumil.engine.model import Scenario

LOOK = 0.3
PATIENCE = 20.0


class Stage:
    """One file under watch. `played` is its last version that can be played."""

    def __init__(self, file: Path, *, pause: Callable[[float], None] = time.sleep) -> None:
        self._file = file
        self._pause = pause
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self.version = 0
        self.played: Compiled | None = None
        self.problems: list[Problem] = []
        self._ways: dict[str, list[Any]] = {}
        self.look()

    def look(self) -> None:
        """Compile the file again if it was saved since."""
        with self._lock:
            stamp = self._stamped()
            if stamp == self._stamp:
                return
            self._stamp = stamp
            compiled = compile_file(self._file)
            self.problems = read_library([self._file], clock.now().date()).problems
            if compiled.scenario is not None:
                self.played = compiled
                self._ways = ways(compiled.scenario)
            self.version += 1

    def _stamped(self) -> tuple[int, int] | None:
        try:
            found = self._file.stat()
        except OSError:  # between the two halves of an editor's save
            return self._stamp
        return found.st_mtime_ns, found.st_size

    def changed_since(self, version: int) -> dict[str, Any]:
        """What there is to show, at once if it is newer than `version`, else after a save or some time."""
        waited = 0.0
        self.look()
        while self.version == version and waited < PATIENCE:
            self._pause(LOOK)
            waited += LOOK
            self.look()
        return self.shown()

    def shown(self) -> dict[str, Any]:
        """The draft for the page around the phone: problems, scenes, the story's entry."""
        about: dict[str, Any] = {"version": self.version, "problems": [asdict(one) for one in self.problems]}
        if self.played is None or self.played.pack is None or self.played.scenario is None:
            return about | {"story": None, "scenes": []}
        scenes = [
            {"id": name, "reached": name in self._ways, "kind": scene.ask.kind if scene.ask else "ending"}
            for name, scene in self.played.scenario.scenes.items()
        ]
        return about | {"story": self.entry(), "scenes": scenes}

    def entry(self) -> dict[str, Any]:
        """The draft as a list of stories says it."""
        assert self.played is not None
        assert self.played.pack is not None
        return entry(self.played.pack, self.played.hash, len(self.played.body))

    @property
    def _scenario(self) -> Scenario | None:
        return self.played.scenario if self.played else None

    def way(self, scene: str) -> list[Any] | None:
        """Answers that lead to a scene, None where none do."""
        return self._ways.get(scene)

    def report(self, path: object) -> dict[str, Any]:
        """Where the phone stands by its path, as far as the draft still accepts it."""
        if self._scenario is None:
            return {"path": []}
        kept = still_valid(self._scenario, path)
        return {"path": kept, **standing_after(self._scenario, kept)}

    def index(self, page: str) -> str:
        """The client's page with the draft as its only story."""
        head, mark, rest = page.partition('<script type="application/json" id="first">')
        if not mark:
            return page
        first, end, tail = rest.partition("</script>")
        catalogue = [self.entry()] if self.played else []
        told = json.dumps(json.loads(first) | {"catalogue": catalogue}, ensure_ascii=False)
        return head + mark + told.replace("<", "\\u003c") + end + tail
