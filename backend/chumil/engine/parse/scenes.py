"""Scenes, their beats and their endings."""

from chumil.engine.model import Beat, Ending, Scene
from chumil.engine.parse.asks import read_ask
from chumil.engine.parse.names import Names
from chumil.engine.parse.node import Node

LOOKS = ("chat", "feed", "game", "call", "story")
SAFETIES = ("calm", "risk", "harm", "help", "safe")
BEATS = ("narration", "message", "post", "call", "picture")
MOODS = ("calm", "happy", "worried", "sad", "angry", "relieved", "proud")
TONES = ("safe", "repaired", "open")


def read_scene(node: Node, names: Names) -> Scene:
    """One scene, with exactly one of an ask and an ending."""
    node = node.keys("id look beats help", "place safety ask ending")
    if not node.missing and node["ask"].missing == node["ending"].missing:
        node.report("ask_or_ending", "needs exactly one of 'ask' and 'ending'")
    return Scene(
        id=node["id"].id(),
        look=node["look"].one_of(LOOKS),
        beats=_beats(node["beats"], names),
        help=node["help"].each(Node.key),
        place=node["place"].optional(Node.text),
        safety=node["safety"].optional(lambda each: each.one_of(SAFETIES)),
        ask=node["ask"].optional(lambda each: read_ask(each, node, names)),
        ending=node["ending"].optional(_ending),
    )


def _beats(node: Node, names: Names) -> tuple[Beat, ...]:
    beats = node.each(lambda each: _beat(each, names))
    ids = [beat.id for beat in beats]
    for index, beat in enumerate(beats):
        if beat.id is not None and beat.id in ids[:index]:
            node[index]["id"].report("duplicate_id", f"'{beat.id}' stands twice")
    return beats


def _beat(node: Node, names: Names) -> Beat:
    node = node.keys("kind text", "from id when mood art")
    return Beat(
        kind=node["kind"].one_of(BEATS),
        text=node["text"].text(),
        id=node["id"].optional(Node.id),
        sender=node["from"].optional(names.character),
        when=node["when"].optional(names.condition),
        mood=node["mood"].optional(lambda each: each.one_of(MOODS)),
        art=node["art"].optional(Node.key),
    )


def _ending(node: Node) -> Ending:
    node = node.keys("tone title text")
    return Ending(tone=node["tone"].one_of(TONES), title=node["title"].text(), text=node["text"].text())
