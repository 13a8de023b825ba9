"""Every text of a story or a reference file that a child reads, under a key that stays.

A key is the way to the text in the pack by ids: `scenes.lobby.ask.options.tell.why`. Only where the
author gave no id, at a beat or in a list, a number stands in it.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from chumil.content.authoring.schema import ASKS, BEATS


class Text(NamedTuple):
    """`note` tells a translator who speaks or what kind of text this is."""

    key: str
    text: str
    note: str


def family(key: str) -> str:
    """The key without its numbers: texts of one family may change places."""
    return re.sub(r"\.\d+(?=\.|$)", ".*", key)


def story_texts(data: dict[str, Any]) -> Iterator[Text]:
    """The texts of an author's file, in the order of play."""
    yield from _some(data, "", "title", "summary", "content_note")
    for name, one in data.get("characters", {}).items():
        yield Text(f"characters.{name}.name", one["name"], "a name")
    for name, one in data.get("meters", {}).items():
        yield Text(f"meters.{name}.label", one["label"], "a meter")
    for name, scene in data["scenes"].items():
        yield from _scene(scene, f"scenes.{name}.")
    yield from _some(data, "", "script", "takeaway")
    yield from _list(data.get("family", []), "family", "a question for the family")


def _some(data: dict[str, Any], base: str, *keys: str) -> Iterator[Text]:
    for key in keys:
        if key in data:
            yield Text(base + key, data[key], key.replace("_", " "))


def _list(texts: list[str], base: str, note: str) -> Iterator[Text]:
    for place, text in enumerate(texts):
        yield Text(f"{base}.{place}", text, note)


def _scene(scene: dict[str, Any], base: str) -> Iterator[Text]:
    yield from _some(scene, base, "place")
    for place, beat in enumerate(scene["beats"]):
        kind = next(one for one in BEATS if one in beat)
        note = f"{kind} from {beat['from']}" if "from" in beat else kind
        yield Text(f"{base}beats.{beat.get('id', place)}", beat[kind], note)
    if "ask" in scene:
        yield from _ask(scene["ask"], f"{base}ask.")
    if "ending" in scene:
        yield from _some(scene["ending"], f"{base}ending.", "title", "text")


def _ask(ask: dict[str, Any], base: str) -> Iterator[Text]:
    kind = next(one for one in ASKS if one in ask)
    yield Text(f"{base}text", ask[kind], f"the question ({kind})")
    yield from _some(ask, base, "hint")
    for group in ("signs", "decoys", "bins", "steps", "pieces"):
        for name, text in ask.get(group, {}).items():
            yield Text(f"{base}{group}.{name}", text, group)
    for name, card in ask.get("cards", {}).items():
        yield from _some(card, f"{base}cards.{name}.", "text", "why")
    for group in ("options", "outcomes"):
        for name, outcome in ask.get(group, {}).items():
            yield from _outcome(outcome, f"{base}{group}.{name}.")


def _outcome(outcome: dict[str, Any], base: str) -> Iterator[Text]:
    yield from _some(outcome, base, "text", "why", "next")
    yield from _some(outcome.get("consequence", {}), f"{base}consequence.", "title", "text")
    yield from _some(outcome, base, "no_fault")


def reference_texts(body: Any, base: str = "") -> Iterator[Text]:
    """The texts of a reference file: whatever it says in both `es` and `en`."""
    if isinstance(body, dict) and body.keys() == {"es", "en"}:
        spanish = body["es"]
        if isinstance(spanish, str):
            yield Text(base, spanish, base.rpartition(".")[2])
        else:
            yield from _list(spanish, base, "a step")
    elif isinstance(body, dict):
        for key, value in body.items():
            yield from reference_texts(value, f"{base}.{key}" if base else key)
    elif isinstance(body, list):
        for place, value in enumerate(body):
            name = place if not isinstance(value, dict) else value.get("id", value.get("key", place))
            yield from reference_texts(value, f"{base}.{name}" if base else str(name))
