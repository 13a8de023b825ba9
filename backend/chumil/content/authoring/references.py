"""The files every story leans on: topics, objectives, badges, help channels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path as File
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, RootModel

from chumil.content.authoring.forms import read_form
from chumil.content.authoring.problems import Finding, Path, Problem, problem
from chumil.content.authoring.schema import (
    Contact,
    HelpKey,
    Id,
    Kind,
    Line,
    Model,
    Objective,
    Risk,
    Role,
    Text,
    Tier,
)
from chumil.content.authoring.source import Source, read_source


def _day(text: str) -> str:
    date.fromisoformat(text)
    return text


Day = Annotated[str, Field(pattern=r"^20\d\d-\d\d-\d\d$"), AfterValidator(_day)]

STALE_DAYS = 183  # a channel that nobody called for half a year is "sin confirmar"


class Words(Model):
    es: Text
    en: Text


class Hint(Model):
    """Lists of sentences in both languages."""

    es: Annotated[list[Text], Field(min_length=1)]
    en: Annotated[list[Text], Field(min_length=1)]


class Figure(Model):
    id: Id
    name: Words


class Topic(Model):
    id: Id
    title: Words
    figure: Figure
    c4: Annotated[list[Contact], Field(min_length=1)]
    tiers: Annotated[list[Tier], Field(min_length=1)]
    sensitive: bool


class Goal(Model):
    id: Objective
    title: Words
    can: Words


class Filter(Model):
    kind: Kind | None = None
    tier: Tier | None = None
    topic: Id | None = None
    risk: Risk | None = None
    role: Role | None = None
    min_stars: Annotated[int, Field(ge=1, le=3)] | None = None
    objective: Objective | None = None
    repaired: Literal[True] | None = None
    asked_help: Literal[True] | None = None


class Rule(Model):
    """Exactly one of count (with at_least), complete, all, any; the engine's reader sees to it."""

    count: Filter | None = None
    at_least: Annotated[int, Field(ge=1, le=1000)] | None = None
    complete: Id | None = None
    all: list["Rule"] | None = None
    any: list["Rule"] | None = None


class Badge(Model):
    id: Id
    title: Words
    reason: Words
    how: Words
    art: Id
    scope: Literal["child", "class"]
    rule: Rule


class Channel(Model):
    key: HelpKey
    name: Words
    number: Annotated[str, Field(pattern=r"^[0-9-]{3,12}$")] | None = None
    whatsapp: Annotated[str, Field(pattern=r"^[0-9-]{3,14}$")] | None = None
    url: Annotated[str, Field(pattern=r"^https://")] | None = None
    scope: Line
    for_: Words = Field(alias="for")
    hours: Words | None = None
    languages: Annotated[list[str], Field(min_length=1)]
    source: Line
    source_date: Day | None
    verified_on: Day | None
    review_by: Day
    confidence: Literal["V", "V*"]


class Situation(Model):
    id: Id
    title: Words
    steps: Hint
    words: Words
    channels: Annotated[list[HelpKey], Field(min_length=1)]


class Help(Model):
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    channels: Annotated[list[Channel], Field(min_length=1)]
    situations: Annotated[list[Situation], Field(min_length=1)]


class Topics(RootModel[list[Topic]]): ...


class Goals(RootModel[list[Goal]]): ...


class Badges(RootModel[list[Badge]]): ...


Key = Literal["topics", "objectives", "badges", "help"]
FORMS: dict[Key, type[Topics | Goals | Badges | Help]] = {
    "topics": Topics,
    "objectives": Goals,
    "badges": Badges,
    "help": Help,
}


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference file; `body` is its JSON as the client reads it, None where it has errors."""

    key: Key
    source: Source
    body: Any
    problems: list[Problem]


def reference_key(path: File) -> Key | None:
    """Which reference file this is, by its name; None for a story."""
    if path.parent.name == "help":
        return "help"
    return next((key for key in FORMS if path.name == f"{key}.yaml"), None)


def read_reference(path: File, key: Key, today: date) -> Reference:
    """Read and check a reference file against `today`."""
    source = read_source(path.read_bytes(), str(path), nulls=True)
    if source.data is None or source.problems:
        return Reference(key, source, None, sorted(source.problems))
    form, problems = read_form(source, FORMS[key])
    if form is None:
        return Reference(key, source, None, sorted(problems))
    entries = source.data if isinstance(source.data, list) else source.data["channels"]
    findings = _repeats(entries, key)
    if key == "help":
        findings += _help(source.data, today)
    problems = [problem(str(path), source.mark(f.path), f.code, f.message) for f in findings]
    return Reference(key, source, source.data, sorted(problems))


def _repeats(entries: list[dict[str, Any]], key: Key) -> list[Finding]:
    name = "key" if key == "help" else "id"
    base: Path = ("channels",) if key == "help" else ()
    ids = [entry[name] for entry in entries]
    return [
        Finding((*base, place, name), "R001", f"{one!r} stands twice")
        for place, one in enumerate(ids)
        if one in ids[:place]
    ]


def _help(data: dict[str, Any], today: date) -> list[Finding]:
    keys = {channel["key"] for channel in data["channels"]}
    findings = [
        Finding(("situations", i, "channels", j), "R002", f"there is no channel {key!r}")
        for i, situation in enumerate(data["situations"])
        for j, key in enumerate(situation["channels"])
        if key not in keys
    ]
    for place, channel in enumerate(data["channels"]):
        findings += _age(channel, ("channels", place), today)
    return findings


def _age(channel: dict[str, Any], path: Path, today: date) -> Iterator[Finding]:
    name, called, due = repr(channel["key"]), channel["verified_on"], channel["review_by"]
    if called is None:
        yield Finding((*path, "verified_on"), "R003", f"{name} was never called")
    elif (today - date.fromisoformat(called)).days > STALE_DAYS:
        yield Finding((*path, "verified_on"), "R003", f"{name} was last called on {called}")
    if due < today.isoformat():
        yield Finding((*path, "review_by"), "R004", f"{name} was due for review on {due}")
