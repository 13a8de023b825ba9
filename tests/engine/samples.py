"""A sound pack with all five asks, to be spoilt by tests."""

from typing import Any

MESSAGES = ["hi", "hurry", "secret"]


def result(to: str, **more: Any) -> dict[str, Any]:
    return {"why": "w", "next": "n", "effects": {}, "goto": [{"to": to}], **more}


def outcomes(to: str) -> dict[str, Any]:
    return {verdict: result(to) for verdict in ("safe", "unsure", "unsafe")}


def texts(*ids: str) -> list[dict[str, str]]:
    return [{"id": each, "text": each} for each in ids]


def ask(kind: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "text": "?", "objectives": ["refuse"], "repairs": [], **more}


def scene(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "look": "chat", "beats": [], "help": [], **more}


def option(name: str, verdict: str, to: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "text": name, "is": verdict, **result(to), **more}


def pack() -> dict[str, Any]:
    """Built anew at each call, so that a test may spoil it."""
    message = {"kind": "message", "text": "m", "from": "dani"}
    up = {"trust": 1, "told": True}
    return {
        "format": 1,
        "id": "sample",
        "kind": "story",
        "tier": "ages-10-12",
        "topic": "topic",
        "risks": ["grooming"],
        "objectives": {"primary": "refuse", "secondary": ["tell_adult"]},
        "title": "t",
        "summary": "s",
        "minutes": 3,
        "characters": [{"id": "dani", "name": "Dani", "portrait": "boy-2", "known": False}],
        "meters": [{"id": "trust", "start": 3, "label": "Confianza"}],
        "flags": ["told"],
        "start": "pick",
        "scenes": [
            scene(
                "pick",
                beats=[{**message, "when": [">=", "trust", 2]}],
                ask=ask(
                    "choose",
                    options=[
                        option("tell", "safe", "tap", effects=up, when=["not", ["flag", "told"]]),
                        option("send", "unsafe", "tap", misconception="known-so-safe"),
                    ],
                ),
            ),
            scene(
                "tap",
                beats=[{**message, "id": each} for each in MESSAGES],
                ask=ask(
                    "spot",
                    signs=texts("hurry", "secret"),
                    decoys=texts("hi"),
                    outcomes=outcomes("bins"),
                    repairs=["pick"],
                ),
            ),
            scene(
                "bins",
                ask=ask(
                    "sort",
                    bins=texts("share", "keep"),
                    cards=[
                        {"id": "school", "text": "s", "bin": "keep", "why": "w"},
                        {"id": "goal", "text": "g", "bin": "share", "why": "w"},
                    ],
                    outcomes=outcomes("steps"),
                ),
            ),
            scene(
                "steps",
                ask=ask(
                    "order",
                    steps=texts("stop", "save", "say"),
                    outcomes=outcomes("talk")
                    | {
                        "safe": result(
                            "talk",
                            goto=[{"when": ["flag", "told"], "to": "end"}, {"to": "talk"}],
                        )
                    },
                ),
            ),
            scene(
                "talk",
                help=["trusted_adult"],
                ask=ask(
                    "say",
                    pieces=texts("no", "stop", "sorry"),
                    scripts=[{"pieces": ["no", "stop"], "is": "safe"}],
                    otherwise="unsafe",
                    outcomes={"safe": result("end"), "unsafe": result("pick")},
                ),
            ),
            scene("end", ending={"tone": "safe", "title": "t", "text": "t"}),
        ],
    }
