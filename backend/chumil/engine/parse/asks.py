"""The five kinds of asks and what their answers bring."""

from collections.abc import Mapping
from typing import Any

from chumil.engine.model import (
    MAX_PIECES,
    Ask,
    Card,
    Choose,
    Consequence,
    Goto,
    Option,
    Order,
    Result,
    Say,
    Script,
    Sort,
    Spot,
    Verdict,
)
from chumil.engine.parse.names import Names
from chumil.engine.parse.node import Node

VERDICTS = ("safe", "unsure", "unsafe")
TACTICS = (
    "halago",
    "regalo",
    "secreto",
    "prisa",
    "aislamiento",
    "lastima",
    "amenaza",
    "oferta",
)
KEYS = {
    "choose": "options",
    "spot": "signs decoys outcomes",
    "sort": "bins cards outcomes",
    "order": "steps outcomes",
    "say": "pieces scripts otherwise outcomes",
}
COMMON = "kind text objectives repairs"
RESULT = "why next effects goto"
EXTRAS = "consequence no_fault misconception tactic"


def read_ask(node: Node, scene: Node, names: Names) -> Ask:
    """The ask of a scene."""
    kind = node["kind"].name
    node = node.keys(f"{COMMON} {KEYS.get(kind, '')}", "hint")
    node["kind"].one_of(tuple(KEYS))
    common: dict[str, Any] = {
        "text": node["text"].text(),
        "objectives": _objectives(node["objectives"]),
        "repairs": node["repairs"].each(lambda each: names.repaired(each, scene["id"].value)),
        "hint": node["hint"].optional(Node.text),
    }
    match kind:
        case "spot":
            return _spot(node, scene, names, common)
        case "sort":
            return _sort(node, names, common)
        case "order":
            outcomes = _outcomes(node, names)
            return Order(steps=node["steps"].texts(least=3), outcomes=outcomes, **common)
        case "say":
            return _say(node, names, common)
    options = node["options"].by_id(lambda each: _option(each, names), least=1)
    return Choose(options=options, **common)


def _objectives(node: Node) -> tuple[str, ...]:
    objectives = node.each(Node.key, least=1)
    if len(objectives) > 2:
        node.report("out_of_range", "names one or two objectives")
    return objectives


def _option(node: Node, names: Names) -> Option:
    node = node.keys(f"id text is {RESULT}", f"when {EXTRAS}")
    return Option(
        id=node["id"].id(),
        text=node["text"].text(),
        verdict=node["is"].one_of(VERDICTS),
        when=node["when"].optional(names.condition),
        **_result(node, names),
    )


def _outcomes(node: Node, names: Names, verdicts: frozenset[str] = frozenset(VERDICTS)) -> Mapping[Verdict, Result]:
    """Results by verdict: exactly for the verdicts that can occur."""
    node = node["outcomes"].keys("", " ".join(VERDICTS))
    for verdict in VERDICTS:
        if verdict in verdicts and node[verdict].missing and not node.missing:
            node.report("outcomes_missing", f"'{verdict}' can occur and has no outcome")
        if verdict not in verdicts and not node[verdict].missing:
            node[verdict].report("outcomes_surplus", f"'{verdict}' cannot occur")
    present = [each for each in VERDICTS if not node[each].missing]
    return {each: _outcome(node[each], names) for each in present}  # type: ignore[misc]


def _outcome(node: Node, names: Names) -> Result:
    return Result(**_result(node.keys(RESULT, EXTRAS), names))


def _result(node: Node, names: Names) -> dict[str, Any]:
    return {
        "why": node["why"].text(),
        "next": node["next"].text(),
        "effects": names.effects(node["effects"]),
        "goto": _gotos(node["goto"], names),
        "consequence": node["consequence"].optional(_consequence),
        "no_fault": node["no_fault"].optional(Node.text),
        "misconception": node["misconception"].optional(Node.key),
        "tactic": node["tactic"].optional(lambda each: each.one_of(TACTICS)),
    }


def _consequence(node: Node) -> Consequence:
    node = node.keys("title text")
    return Consequence(title=node["title"].text(), text=node["text"].text())


def _gotos(node: Node, names: Names) -> tuple[Goto, ...]:
    gotos = node.each(lambda each: _goto(each, names), least=1)
    if gotos and gotos[-1].when is not None:
        node.report("goto_default", "the last way must have no 'when'")
    for index, goto in enumerate(gotos[:-1]):
        if goto.when is None:
            node[index].report("goto_unreachable", "hides the ways after it")
    return gotos


def _goto(node: Node, names: Names) -> Goto:
    node = node.keys("to", "when")
    return Goto(to=names.scene(node["to"]), when=node["when"].optional(names.condition))


def _spot(node: Node, scene: Node, names: Names, common: dict[str, Any]) -> Spot:
    shown = {each["id"].name: each for each in scene["beats"].items() if each["id"].name}
    signs = node["signs"].texts(least=2)
    for key in ("signs", "decoys"):
        for each in node[key].items():
            _tapped(each["id"], shown)
    for index, each in enumerate(node["decoys"].items()):
        if each["id"].name in signs:
            node["decoys"][index]["id"].report("duplicate_id", "is a sign already")
    decoys = node["decoys"].texts()
    return Spot(signs=signs, decoys=decoys, outcomes=_outcomes(node, names), **common)


def _tapped(node: Node, shown: Mapping[str, Node]) -> None:
    """What can be tapped is a beat of this scene that is always shown."""
    beat = shown.get(node.name)
    if beat is None:
        node.report("unknown_beat", "is no beat of this scene")
    elif not beat["when"].missing:
        node.report("conditional_beat", "is not always shown, so not everybody could find it")


def _sort(node: Node, names: Names, common: dict[str, Any]) -> Sort:
    bins = node["bins"].texts(least=2)
    cards = node["cards"].by_id(lambda each: _card(each, bins), least=2)
    return Sort(bins=bins, cards=cards, outcomes=_outcomes(node, names), **common)


def _card(node: Node, bins: Mapping[str, str]) -> Card:
    node = node.keys("id text bin why")
    bin_ = node["bin"].id()
    if bin_ and bin_ not in bins:
        node["bin"].report("unknown_bin", f"there is no '{bin_}'")
    return Card(text=node["text"].text(), bin=bin_, why=node["why"].text())


def _say(node: Node, names: Names, common: dict[str, Any]) -> Say:
    pieces = node["pieces"].texts(least=2)
    scripts = node["scripts"].each(lambda each: _script(each, pieces), least=1)
    for index, script in enumerate(scripts):
        if script.pieces in [each.pieces for each in scripts[:index]]:
            node["scripts"][index].report("duplicate_script", "stands twice")
    otherwise = node["otherwise"].one_of(VERDICTS)
    verdicts = frozenset({otherwise, *(each.verdict for each in scripts)})
    return Say(
        pieces=pieces,
        scripts=scripts,
        otherwise=otherwise,
        outcomes=_outcomes(node, names, verdicts),
        **common,
    )


def _script(node: Node, pieces: Mapping[str, str]) -> Script:
    node = node.keys("pieces is")
    chosen = node["pieces"].each(Node.id, least=1)
    if len(chosen) > MAX_PIECES:
        node["pieces"].report("out_of_range", f"has at most {MAX_PIECES} pieces")
    for index, piece in enumerate(chosen):
        if piece not in pieces:
            node["pieces"][index].report("unknown_piece", f"there is no '{piece}'")
        if piece in chosen[:index]:
            node["pieces"][index].report("duplicate_id", f"'{piece}' stands twice")
    return Script(pieces=chosen, verdict=node["is"].one_of(VERDICTS))
