"""Small stories and items for tests, made by hand."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

import uuid6

from chumil.content.models import ScenarioVersion
from chumil.content.services import publish
from chumil.engine import canonical, content_hash

NOON = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
SAFE = ["tell", "block"]
UNSAFE = ["obey", "obey"]
RULES: list[dict[str, Any]] = [
    {"id": "first-thread", "scope": "child", "rule": {"count": {}, "at_least": 1}},
    {"id": "two-threads", "scope": "child", "rule": {"count": {}, "at_least": 2}},
    {"id": "bright", "scope": "child", "rule": {"count": {"min_stars": 3}, "at_least": 1}},
    {"id": "whole-figure", "scope": "child", "rule": {"complete": "false-profiles"}},
    {"id": "class-sky", "scope": "class", "rule": {"count": {}, "at_least": 1}},
]


def make_pack(id: str = "el-juego", *, asks: int = 2, **changes: Any) -> dict[str, Any]:
    """A pack of `asks` scenes in a row, each answered by tell (safe), block (safe) or obey (unsafe)."""
    names = [f"ask-{number}" for number in range(asks)] + ["the-end"]
    scenes = [_ask_scene(name, after) for name, after in pairwise(names)]
    ending = {"tone": "safe", "title": "Fin", "text": "Ya pasó."}
    return {
        "format": 1,
        "id": id,
        "kind": "story",
        "tier": "ages-10-12",
        "topic": "false-profiles",
        "risks": ["grooming"],
        "role": "target",
        "objectives": {"primary": "refuse", "secondary": []},
        "title": f"Historia {id}",
        "summary": "Una historia breve.",
        "minutes": 3,
        "flags": [],
        "start": names[0],
        "scenes": [*scenes, {"id": "the-end", "look": "story", "help": [], "beats": [], "ending": ending}],
        **changes,
    }


def _ask_scene(name: str, after: str) -> dict[str, Any]:
    options = [_option("tell", "safe", after), _option("block", "safe", after), _option("obey", "unsafe", after)]
    ask = {"kind": "choose", "text": "¿Qué haces?", "objectives": ["refuse"], "repairs": [], "options": options}
    return {"id": name, "look": "chat", "help": [], "beats": [{"kind": "narration", "text": "Hola"}], "ask": ask}


def _option(id: str, verdict: str, after: str) -> dict[str, Any]:
    words = {"text": "Esto.", "why": "Porque sí.", "next": "Sigue."}
    return {"id": id, "is": verdict, "effects": {}, "goto": [{"to": after}], **words}


def hash_of(pack: Mapping[str, Any]) -> str:
    """The name of the version that this pack becomes."""
    return content_hash(canonical(pack))


def published(*packs: dict[str, Any], rules: Sequence[Mapping[str, Any]] = RULES) -> list[ScenarioVersion]:
    """Publishes the packs (one, when none is given) with the rules of the badges."""
    chosen = list(packs) or [make_pack()]
    publish(chosen, {"badges": list(rules)})
    return [ScenarioVersion.objects.get(pk=hash_of(pack)) for pack in chosen]


def new_id() -> str:
    """What a phone makes once for each attempt."""
    return str(uuid6.uuid7())


def make_attempt_item(child: UUID, version: str, path: Any = (), **changes: Any) -> dict[str, Any]:
    """One item of a sync as a phone sends it."""
    return {
        "id": new_id(),
        "child": str(child),
        "version": version,
        "engine": 1,
        "path": list(path),
        "copied": 0,
        "started_at": "2026-03-02T17:50:00Z",
        "finished_at": None,
        "sequence": 1,
        "shown": None,
        **changes,
    }


def batch(*items: Any, **changes: Any) -> dict[str, Any]:
    """The body of a POST to sync."""
    return {
        "device": "00000000-0000-4000-8000-00000000000a",
        "client_now": "2026-03-02T15:00:00Z",
        "items": list(items),
        **changes,
    }
