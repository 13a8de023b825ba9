"""From the authors' YAML to the pack that both engines play (docs/engine.md, "The pack")."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from chumil.content.authoring.checks.graph import CHECKS as GRAPH_CHECKS
from chumil.content.authoring.codes import CODES
from chumil.content.authoring.draft import Draft
from chumil.content.authoring.forms import read_form
from chumil.content.authoring.problems import Finding, Path, Problem, has_errors, problem
from chumil.content.authoring.schema import ASKS, BEATS, Story
from chumil.content.authoring.source import Source, read_source
from chumil.engine.canon import canonical, content_hash
from chumil.engine.conditions import WORDS, ConditionError, parse_condition
from chumil.engine.model import Scenario
from chumil.engine.parse import ScenarioError, parse_scenario

_UNPACKED = {"keep", "talks"}  # for the author and for teachers: no phone carries them


@dataclass(frozen=True, slots=True)
class Compiled:
    """A story ready to publish: `pack` is None, `body` and `hash` empty, where errors forbid it."""

    source: Source
    story: Story | None
    scenario: Scenario | None
    pack: dict[str, Any] | None
    body: bytes
    hash: str
    problems: list[Problem]


def compile_file(path: File | str) -> Compiled:
    """Read and compile one file; what is wrong with it stands in `problems`."""
    try:
        raw = File(path).read_bytes()
    except OSError as error:
        where = Source(str(path), None, {}, {}, [])
        unread = problem(str(path), where.mark(()), "F026", error.strerror or "cannot be read")
        return Compiled(where, None, None, None, b"", "", [unread])
    return compile_text(raw, str(path))


def compile_text(raw: bytes, file: str) -> Compiled:
    """Compile a story from its bytes; `file` is its name in the problems."""
    source = read_source(raw, file)
    if source.data is None or source.problems:
        return Compiled(source, None, None, None, b"", "", sorted(source.problems))
    story, problems = read_form(source, Story)
    if story is None:
        return Compiled(source, None, None, None, b"", "", sorted(problems))
    packer = _Packer()
    pack = packer.story(source.data)
    scenario: Scenario | None = None
    found = [*packer.findings, *_form(story)]
    if not found:
        draft = Draft(story, pack)
        found = [finding for check in GRAPH_CHECKS for finding in check(draft)]
        scenario, refused = (None, []) if _hopeless(found) else _parsed(source.data, pack)
        found += refused
    problems = placed(source, found)
    if scenario is None or has_errors(problems):
        return Compiled(source, story, None, None, b"", "", sorted(problems))
    body = canonical(pack)
    return Compiled(source, story, scenario, pack, body, content_hash(body), sorted(problems))


def placed(source: Source, findings: Iterable[Finding]) -> list[Problem]:
    """Findings with the line and column they stand at."""
    return [problem(source.file, source.mark(one.path), one.code, one.message, one.measured) for one in findings]


def _hopeless(found: list[Finding]) -> bool:
    return any(CODES[one.code].severity == "error" for one in found)


def _form(story: Story) -> Iterator[Finding]:
    for name, scene in story.scenes.items():
        if (scene.ask is None) == (scene.ending is None):
            what = "neither ask nor ending" if scene.ask is None else "both an ask and an ending"
            yield Finding(("scenes", name), "F022", f"the scene {name!r} has {what}")
    for place, flag in enumerate(story.flags):
        if flag in WORDS or flag in story.meters or flag in story.flags[:place]:
            yield Finding(("flags", place), "F023", f"the name {flag!r} is taken")
    for name in WORDS & story.meters.keys():
        yield Finding(("meters", name), "F023", f"the name {name!r} is taken")


def _parsed(data: Any, pack: dict[str, Any]) -> tuple[Scenario | None, list[Finding]]:
    """The engine's scenario, or what its own reader says at the places of the author's file."""
    try:
        return parse_scenario(pack), []
    except ScenarioError as error:
        return None, [Finding(authored_path(data, pack, one.pointer), "F025", one.message) for one in error.problems]


def authored_path(data: Any, pack: Any, pointer: str) -> Path:
    """The author's keys for a JSON pointer into the pack, as far as they stand in the file."""
    path: Path = ()
    for token in pointer.split("/")[1:]:
        if not isinstance(pack, dict | list):
            break
        inside: Any = pack[int(token)] if isinstance(pack, list) else pack.get(token)
        key: str | int = token
        if isinstance(pack, list):
            key = inside["id"] if isinstance(data, dict) and "id" in inside else int(token)
        elif isinstance(data, dict) and token not in data:
            key = next((kind for kind in (*ASKS, *BEATS) if kind in data), token)
        pack = inside
        if isinstance(data, dict) and key in data:
            data = data[key]
        elif isinstance(data, list):
            data = data[int(token)]
        else:
            break
        path = (*path, key)
    return path


class _Packer:
    """Builds the pack; conditions that cannot be read are collected in `findings`."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def story(self, data: dict[str, Any]) -> dict[str, Any]:
        pack = {key: value for key, value in data.items() if key not in _UNPACKED}
        return pack | {
            "risks": data.get("risks", []),
            "flags": data.get("flags", []),
            "characters": _listed(data.get("characters", {})),
            "meters": _listed(data.get("meters", {})),
            "scenes": [{"id": name, **self.scene(scene, ("scenes", name))} for name, scene in data["scenes"].items()],
        }

    def scene(self, data: dict[str, Any], path: Path) -> dict[str, Any]:
        beats = [self.beat(beat, (*path, "beats", i)) for i, beat in enumerate(data["beats"])]
        pack = data | {"help": data.get("help", []), "beats": beats}
        if "ask" in data:
            pack["ask"] = self.ask(data["ask"], (*path, "ask"))
        return pack

    def beat(self, data: dict[str, Any], path: Path) -> dict[str, Any]:
        return self.when(_kinded(data, BEATS), path)

    def ask(self, data: dict[str, Any], path: Path) -> dict[str, Any]:
        pack = _kinded(data, ASKS) | {"repairs": data.get("repairs", [])}
        if pack["kind"] == "spot":
            pack["decoys"] = data.get("decoys", {})
        for key in ("signs", "decoys", "bins", "cards", "steps", "pieces"):
            if key in pack:
                pack[key] = _listed(pack[key])
        if "options" in data:
            pack["options"] = [
                {"id": name, **self.outcome(option, (*path, "options", name))}
                for name, option in data["options"].items()
            ]
        else:
            pack["outcomes"] = {
                verdict: self.outcome(outcome, (*path, "outcomes", verdict))
                for verdict, outcome in data["outcomes"].items()
            }
        return pack

    def outcome(self, data: dict[str, Any], path: Path) -> dict[str, Any]:
        pack = self.when(data, path) | {"effects": data.get("effects", {})}
        goto = data["goto"]
        if isinstance(goto, str):
            return pack | {"goto": [{"to": goto}]}
        branches = [self.when(one, (*path, "goto", place)) for place, one in enumerate(goto)]
        return pack | {"goto": branches}

    def when(self, data: dict[str, Any], path: Path) -> dict[str, Any]:
        """The same map with its condition as a tree."""
        if "when" not in data:
            return data
        try:
            return data | {"when": _plain(parse_condition(data["when"]))}
        except ConditionError as error:
            self.findings.append(Finding((*path, "when"), "F021", f"{error} (character {error.position + 1})"))
            return data


def _plain(tree: Any) -> Any:
    """A condition tree as JSON has it: lists all the way down."""
    return [_plain(part) for part in tree] if isinstance(tree, tuple) else tree


def _listed(entries: dict[str, Any]) -> list[dict[str, Any]]:
    """A map whose order counts, as a list of objects with an id."""
    return [{"id": name, **(entry if isinstance(entry, dict) else {"text": entry})} for name, entry in entries.items()]


def _kinded(data: dict[str, Any], kinds: tuple[str, ...]) -> dict[str, Any]:
    """`{choose: text, ...}` as `{kind: choose, text: text, ...}`."""
    kind = next(one for one in kinds if one in data)
    rest = {key: value for key, value in data.items() if key != kind}
    return {"kind": kind, "text": data[kind], **rest}
