"""A new story or quiz that plays from its first minute; what is to be written is marked `[…`."""

from dataclasses import dataclass

from chumil.content.authoring.schema import Kind, Tier


@dataclass(frozen=True, slots=True)
class Beginning:
    """What an author decides before writing. `c4` and `sensitive` are those of the topic."""

    slug: str
    kind: Kind
    tier: Tier
    topic: str
    c4: str
    sensitive: bool


def scaffold(new: Beginning) -> str:
    """The text of the new file."""
    head = _HEAD.format(slug=new.slug, kind=new.kind, tier=new.tier, topic=new.topic, c4=new.c4)
    note = 'content_note: "[… de qué trata, y que se puede saltar]"\n' if new.sensitive else ""
    if new.kind == "quiz":
        return (
            head + _ABOUT + note + "start: q-1\nscenes:\n" + "".join(_question(place) for place in range(1, 5)) + _END
        )
    return head + _ABOUT + note + _TOLD + _SCENES


_HEAD = """\
# yaml-language-server: $schema=../../../docs/authoring/scenario.schema.json
# Each text with [… is to be written: `chumil check` names them all (P028), docs/authoring/guide.es.md helps.
format: 1
id: {slug}
kind: {kind}
tier: {tier}
topic: {topic}
risks: []                # grooming, sexual-violence, sexting, extortion, trafficking, cyberbullying
c4: [{c4}]
role: target             # target, bystander, aggressor, helper: who the child is in the story
aggressor: peer          # stranger, peer, partner, acquaintance, relative, none
target_gender: mixed     # girl, boy, mixed
objectives: {{primary: refuse, secondary: [check_source, tell_adult]}}
"""

_ABOUT = """\
title: "[… título]"
summary: "[… una frase que da ganas de jugar]"
minutes: 3               # `chumil simulate` tells how long it takes
takeaway: "[… la idea que se lleva a casa]"
"""

_TOLD = """\
script: "[… lo que se puede decir]"     # at most 12 words
family:
  - "[… una pregunta para la casa]"
  - "[… otra pregunta para la casa]"
  - "[… otra pregunta más para la casa]"
characters:
  ana: {name: "[… nombre]", portrait: girl-1, known: true}
  leo: {name: "[… nombre]", portrait: boy-2, known: false}
start: messages
"""

_SCENES = """\
scenes:
  messages:
    look: chat           # chat, feed, game, call, story
    place: "[… dónde y qué día]"
    safety: risk         # calm, risk, harm, help, safe
    beats:
      - narration: "[… qué pasa]"
      - {id: hello, message: "[… un saludo]", from: leo}
      - {id: hurry, message: "[… una señal]", from: leo}
      - {id: secret, message: "[… otra señal]", from: leo}
    ask:
      spot: "[… pedir que toque las señales]"
      objectives: [check_source]
      signs: {hurry: "[… por qué es señal]", secret: "[… por qué es señal]"}
      decoys: {hello: "[… por qué no lo es]"}
      outcomes:
        safe: {why: "[… qué notó y por qué ayuda]", next: "[… qué se hace ahora]", goto: decision}
        unsure: {why: "[… qué le faltó ver y por qué]", next: "[… qué se hace ahora]", goto: decision}
        unsafe: {why: "[… por qué es difícil de ver]", next: "[… qué se hace ahora]", goto: decision}
  decision:
    look: chat
    safety: risk
    beats:
      - {message: "[… lo que le pide]", from: leo}
    ask:
      choose: "[… la pregunta]"
      objectives: [refuse]
      options:
        agree:
          text: "[… lo que cede]"
          is: unsafe
          why: "[… por qué pesa, sin culpar a nadie]"
          next: "[… qué se puede hacer todavía]"
          no_fault: "No fue tu culpa. [… y por qué]"
          tactic: prisa  # halago, regalo, secreto, prisa, aislamiento, lastima, amenaza, oferta
          goto: telling
        refuse:
          text: "[… lo que dice]"
          is: safe
          why: "[… por qué esto le cuida]"
          next: "[… qué se hace ahora]"
          goto: telling
        wait:
          text: "[… si espera]"
          is: unsure
          why: "[… qué gana y qué deja abierto]"
          next: "[… qué se hace ahora]"
          goto: telling
  telling:
    look: story
    safety: help
    beats:
      - {message: "[… lo que pregunta ella]", from: ana}
    help: [trusted_adult, linea-1510]
    ask:
      choose: "[… la pregunta]"
      objectives: [tell_adult]
      repairs: [decision]
      options:
        tell:
          text: "[… si le cuenta]"
          is: safe
          why: "[… por qué contarlo da alivio]"
          next: "[… qué hacen con calma]"
          goto: ending-safe
        later:
          text: "[… si calla hoy]"
          is: unsure
          why: "[… por qué callar deja el peso]"
          next: "[… a quién más puede ir]"
          goto: ending-open
  ending-safe:
    look: story
    safety: safe
    beats:
      - narration: "[… cómo sigue]"
    ending: {tone: safe, title: "[… título]", text: "[… cómo queda todo]"}
  ending-open:
    look: story
    safety: help
    beats:
      - narration: "[… cómo sigue]"
    help: [trusted_adult]
    ending: {tone: open, title: "[… título]", text: "[… qué puerta queda abierta]"}
"""

_GOALS = ("refuse", "check_source", "tell_adult", "refuse")
_ORDERS = (("no", "half", "yes"), ("yes", "half", "no"), ("half", "no", "yes"), ("no", "yes", "half"))
_ANSWERS = {
    "yes": ("unsafe", "[… la que pone en riesgo]"),
    "half": ("unsure", "[… la que deja dudas]"),
    "no": ("safe", "[… la que sí le cuida]"),
}


def _question(place: int) -> str:
    goto = f"q-{place + 1}" if place < 4 else "ending"
    options = "".join(_option(name, *_ANSWERS[name], goto) for name in _ORDERS[place - 1])
    return f"""\
  q-{place}:
    look: story
    safety: calm
    beats:
      - narration: "[… qué pasa]"
    ask:
      choose: "[… la pregunta]"
      objectives: [{_GOALS[place - 1]}]
      options:
{options}"""


def _option(name: str, verdict: str, text: str, goto: str) -> str:
    return f"""\
        "{name}":
          text: "{text}"
          is: {verdict}
          why: "[… por qué es así]"
          next: "[… qué se hace ahora]"
          goto: {goto}
"""


_END = """\
  ending:
    look: story
    safety: safe
    beats: []
    ending: {tone: safe, title: "[… título]", text: "[… la idea que se lleva]"}
"""
