"""A pack becomes a frozen Scenario, or the list of everything that is wrong with it."""

from typing import Any

from chumil.engine.model import Character, Meter, Scenario
from chumil.engine.parse.names import Names
from chumil.engine.parse.node import Node, Problem
from chumil.engine.parse.scenes import read_scene

__all__ = ["Problem", "ScenarioError", "parse_scenario"]

FORMAT = 1
TIERS = ("ages-7-9", "ages-10-12", "ages-13-15", "ages-16-18")
KINDS = ("story", "quiz")
RISKS = ("grooming", "sexual-violence", "sexting", "extortion", "trafficking", "cyberbullying")
C4 = ("content", "contact", "conduct", "contract")
ROLES = ("target", "bystander", "aggressor", "helper")
AGGRESSORS = ("stranger", "peer", "partner", "acquaintance", "relative", "none")
GENDERS = ("girl", "boy", "mixed")

REQUIRED = "format id kind tier topic risks objectives title summary minutes flags start scenes"
OPTIONAL = "c4 role aggressor target_gender content_note script takeaway family characters meters"


class ScenarioError(ValueError):
    """The pack is no scenario; `problems` says everything that is wrong, in order of the pack."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{each.pointer}: {each.message}" for each in problems))
        self.problems = problems


def parse_scenario(data: Any) -> Scenario:
    """The scenario of a pack (plain JSON, never mutated); ScenarioError with all problems."""
    problems: list[Problem] = []
    pack = Node(data, "", problems).keys(REQUIRED, OPTIONAL)
    scenario = _scenario(pack, Names.of(pack))
    if problems:
        raise ScenarioError(tuple(dict.fromkeys(problems)))
    return scenario


def _scenario(pack: Node, names: Names) -> Scenario:
    pack["format"].integer(FORMAT, FORMAT)
    objectives = pack["objectives"].keys("primary", "secondary")
    return Scenario(
        id=pack["id"].id(),
        kind=pack["kind"].one_of(KINDS),
        tier=pack["tier"].one_of(TIERS),
        topic=pack["topic"].key(),
        title=pack["title"].text(),
        summary=pack["summary"].text(),
        minutes=pack["minutes"].integer(1, 60),
        primary=objectives["primary"].key(),
        secondary=objectives["secondary"].each(Node.key),
        risks=pack["risks"].each(lambda node: node.one_of(RISKS)),
        c4=pack["c4"].each(lambda node: node.one_of(C4)),
        role=pack["role"].optional(lambda node: node.one_of(ROLES)),
        aggressor=pack["aggressor"].optional(lambda node: node.one_of(AGGRESSORS)),
        target_gender=pack["target_gender"].optional(lambda node: node.one_of(GENDERS)),
        content_note=pack["content_note"].optional(Node.text),
        script=pack["script"].optional(Node.text),
        takeaway=pack["takeaway"].optional(Node.text),
        family=pack["family"].each(Node.text),
        characters=pack["characters"].by_id(_character),
        meters=pack["meters"].by_id(_meter),
        flags=_flags(pack, names),
        start=names.scene(pack["start"]),
        scenes=pack["scenes"].by_id(lambda node: read_scene(node, names), least=1),
    )


def _flags(pack: Node, names: Names) -> tuple[str, ...]:
    """Flags and meters share one name space, in which no word of the grammar may stand."""
    flags = pack["flags"].each(Node.id)
    for index, flag in enumerate(flags):
        if flag and (flag in flags[:index] or flag in names.meters):
            pack["flags"][index].report("duplicate_id", f"the name '{flag}' is taken")
        names.refuse_word(pack["flags"][index])
    for meter in pack["meters"].items():
        names.refuse_word(meter["id"])
    return flags


def _character(node: Node) -> Character:
    node = node.keys("id name", "portrait known")
    known = node["known"].optional(Node.boolean)
    return Character(
        name=node["name"].text(),
        portrait=node["portrait"].optional(Node.key),
        known=known is not False,
    )


def _meter(node: Node) -> Meter:
    node = node.keys("id start", "label")
    return Meter(start=node["start"].integer(0, 5), label=node["label"].optional(Node.text))
