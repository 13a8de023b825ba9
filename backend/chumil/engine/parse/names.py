"""The names a pack declares, and the references to them."""

from dataclasses import dataclass
from typing import Any

from chumil.engine.conditions import COMPARE, MAX_DEPTH, WORDS
from chumil.engine.model import Condition
from chumil.engine.parse.node import Node

EMPTY: Condition = ("and",)
"""Stands in for a condition that cannot be read."""


@dataclass(frozen=True, slots=True)
class Names:
    """What conditions, effects, beats and ways may refer to."""

    scenes: frozenset[str]
    asks: frozenset[str]
    characters: frozenset[str]
    meters: frozenset[str]
    flags: frozenset[str]

    @classmethod
    def of(cls, pack: Node) -> "Names":
        """Gathered without reporting: the readers say what is wrong."""
        scenes = _objects(pack["scenes"].value)
        flags = pack["flags"].value
        return cls(
            scenes=_ids(scenes),
            asks=_ids([each for each in scenes if "ask" in each]),
            characters=_ids(_objects(pack["characters"].value)),
            meters=_ids(_objects(pack["meters"].value)),
            flags=frozenset(each for each in (flags if isinstance(flags, list) else []) if type(each) is str),
        )

    def scene(self, node: Node) -> str:
        """A reference to a scene."""
        return _known(node, self.scenes, "unknown_scene")

    def repaired(self, node: Node, scene: str) -> str:
        """A reference to the ask of another scene."""
        if node.value == scene:
            node.report("repairs_itself", "an ask cannot repair itself")
        return _known(node, self.asks, "unknown_ask")

    def character(self, node: Node) -> str:
        """A reference to who speaks."""
        return _known(node, self.characters, "unknown_character")

    def effects(self, node: Node) -> dict[str, int | bool]:
        """Changes by name: an integer for a meter, true or false for a flag."""
        if node.missing or type(node.value) is not dict:
            return {} if node.missing else _no_object(node)
        return {str(name): self._effect(node[str(name)], str(name)) for name in node.value}

    def _effect(self, node: Node, name: str) -> int | bool:
        if name in self.meters:
            return node.integer(-5, 5)
        if name not in self.flags:
            node.report("unknown_name", f"'{name}' is neither a meter nor a flag")
        return node.boolean() if name in self.flags else False

    def condition(self, node: Node, depth: int = 0) -> Condition:
        """A condition tree."""
        parts = node.items()
        word = parts[0].value if parts else None
        if depth > MAX_DEPTH or not isinstance(word, str):
            node.report("bad_condition", "is no condition")
            return EMPTY
        if word in COMPARE:
            return self._comparison(node, word)
        if word == "flag":
            return self._flag(node)
        return self._junction(node, word, depth)

    def _junction(self, node: Node, word: str, depth: int) -> Condition:
        parts = node.items()[1:]
        if word not in WORDS or (len(parts) != 1 if word == "not" else len(parts) < 2):
            node.report("bad_condition", "is no condition")
            return EMPTY
        return (word, *(self.condition(each, depth + 1) for each in parts))

    def _comparison(self, node: Node, word: str) -> Condition:
        if len(node.items()) != 3:
            node.report("bad_condition", "is no condition")
            return EMPTY
        name = _known(node[1], self.meters, "unknown_name")
        return (word, name, node[2].integer(0, 5))

    def _flag(self, node: Node) -> Condition:
        if len(node.items()) != 2:
            node.report("bad_condition", "is no condition")
            return EMPTY
        return ("flag", _known(node[1], self.flags, "unknown_name"))

    def refuse_word(self, node: Node) -> None:
        """The words of the grammar name nothing."""
        if node.name in WORDS:
            node.report("bad_id", f"'{node.name}' is a word of conditions")


def _known(node: Node, names: frozenset[str], code: str) -> str:
    name = node.id()
    if name and name not in names:
        node.report(code, f"there is no '{name}'")
    return name


def _no_object(node: Node) -> dict[str, int | bool]:
    node.report("wrong_type", "must be an object")
    return {}


def _objects(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if type(each) is dict] if isinstance(value, list) else []


def _ids(objects: list[dict[str, Any]]) -> frozenset[str]:
    return frozenset(each["id"] for each in objects if isinstance(each.get("id"), str))
