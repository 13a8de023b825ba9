"""The authors' format (docs/engine.md) as strict models: shapes and words, no references."""

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
HelpKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
SOMETHING = r"\S"
Line = Annotated[str, Field(min_length=1, max_length=200, pattern=SOMETHING)]
Text = Annotated[str, Field(min_length=1, max_length=1000, pattern=SOMETHING)]

Tier = Literal["ages-7-9", "ages-10-12", "ages-13-15", "ages-16-18"]
TIERS: tuple[Tier, ...] = get_args(Tier)
Kind = Literal["story", "quiz"]
Risk = Literal["grooming", "sexual-violence", "sexting", "extortion", "trafficking", "cyberbullying"]
Contact = Literal["content", "contact", "conduct", "contract"]
Role = Literal["target", "bystander", "aggressor", "helper"]
Aggressor = Literal["stranger", "peer", "partner", "acquaintance", "relative", "none"]
Gender = Literal["girl", "boy", "mixed"]
Objective = Literal[
    "stop",
    "refuse",
    "block",
    "save_evidence",
    "tell_adult",
    "report",
    "support_peer",
    "check_source",
    "protect_data",
    "repair",
]
Tactic = Literal["halago", "regalo", "secreto", "prisa", "aislamiento", "lastima", "amenaza", "oferta"]
Mood = Literal["calm", "happy", "worried", "sad", "angry", "relieved", "proud"]
Verdict = Literal["safe", "unsure", "unsafe"]


class Model(BaseModel):
    """Strict: no key that is not named here, no silent conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Branch(Model):
    to: Id
    when: Line | None = None


Goto = Annotated[
    Annotated[Id, Tag("tag:scene")] | Annotated[list[Branch], Field(min_length=1, max_length=12), Tag("tag:branches")],
    Discriminator(lambda value: "tag:branches" if isinstance(value, list) else "tag:scene"),
]
Change = Annotated[
    Annotated[bool, Tag("tag:flag")] | Annotated[int, Field(ge=-5, le=5), Tag("tag:meter")],
    Discriminator(lambda value: "tag:flag" if isinstance(value, bool) else "tag:meter"),
]


class Consequence(Model):
    title: Line
    text: Text


class Outcome(Model):
    """What an answer brings: the feedback, the consequence, the way on."""

    why: Text
    next: Text
    consequence: Consequence | None = None
    no_fault: Text | None = None
    effects: dict[Id, Change] = {}
    misconception: Id | None = None
    tactic: Tactic | None = None
    goto: Goto


class Option(Outcome):
    text: Line
    verdict: Verdict = Field(alias="is")
    when: Line | None = None


class Outcomes(Model):
    safe: Outcome | None = None
    unsure: Outcome | None = None
    unsafe: Outcome | None = None


class AnyAsk(Model):
    hint: Text | None = None
    objectives: Annotated[list[Objective], Field(min_length=1, max_length=2)]
    repairs: list[Id] = []


class Choose(AnyAsk):
    choose: Line
    options: Annotated[dict[Id, Option], Field(min_length=2, max_length=4)]


class Spot(AnyAsk):
    spot: Line
    signs: Annotated[dict[Id, Line], Field(min_length=2, max_length=8)]
    decoys: Annotated[dict[Id, Line], Field(max_length=8)] = {}
    outcomes: Outcomes


class Card(Model):
    text: Line
    bin: Id
    why: Text


class Sort(AnyAsk):
    sort: Line
    bins: Annotated[dict[Id, Line], Field(min_length=2, max_length=4)]
    cards: Annotated[dict[Id, Card], Field(min_length=2, max_length=8)]
    outcomes: Outcomes


class Order(AnyAsk):
    order: Line
    steps: Annotated[dict[Id, Line], Field(min_length=3, max_length=8)]
    outcomes: Outcomes


class Script(Model):
    pieces: Annotated[list[Id], Field(min_length=1, max_length=8)]
    verdict: Verdict = Field(alias="is")


class Say(AnyAsk):
    say: Line
    pieces: Annotated[dict[Id, Line], Field(min_length=2, max_length=12)]
    scripts: Annotated[list[Script], Field(min_length=1, max_length=24)]
    otherwise: Verdict
    outcomes: Outcomes


def _one_of(words: tuple[str, ...]) -> Discriminator:
    def tag(value: Any) -> str | None:
        keys = value if isinstance(value, dict) else type(value).model_fields
        return next((f"tag:{word}" for word in words if word in keys), None)

    return Discriminator(
        tag,
        custom_error_type="kind_missing",
        custom_error_message=f"needs exactly one of {', '.join(words)}",
    )


ASKS = ("choose", "spot", "sort", "order", "say")
BEATS = ("narration", "message", "post", "call", "picture")

Ask = Annotated[
    Annotated[Choose, Tag("tag:choose")]
    | Annotated[Spot, Tag("tag:spot")]
    | Annotated[Sort, Tag("tag:sort")]
    | Annotated[Order, Tag("tag:order")]
    | Annotated[Say, Tag("tag:say")],
    _one_of(ASKS),
]


class AnyBeat(Model):
    id: Id | None = None
    when: Line | None = None
    sender: Id | None = Field(default=None, alias="from")
    mood: Mood | None = None
    art: Id | None = None


class Narration(AnyBeat):
    narration: Text


class Message(AnyBeat):
    message: Text
    sender: Id = Field(alias="from")


class Post(AnyBeat):
    post: Text
    sender: Id = Field(alias="from")


class Call(AnyBeat):
    call: Text
    sender: Id = Field(alias="from")


class Picture(AnyBeat):
    picture: Text


Beat = Annotated[
    Annotated[Narration, Tag("tag:narration")]
    | Annotated[Message, Tag("tag:message")]
    | Annotated[Post, Tag("tag:post")]
    | Annotated[Call, Tag("tag:call")]
    | Annotated[Picture, Tag("tag:picture")],
    _one_of(BEATS),
]


class Ending(Model):
    tone: Literal["safe", "repaired", "open"]
    title: Line
    text: Text


class Scene(Model):
    look: Literal["chat", "feed", "game", "call", "story"]
    place: Line | None = None
    safety: Literal["calm", "risk", "harm", "help", "safe"] | None = None
    beats: Annotated[list[Beat], Field(max_length=20)]
    help: Annotated[list[HelpKey], Field(max_length=6)] = []
    ask: Ask | None = None
    ending: Ending | None = None


class Objectives(Model):
    primary: Objective
    secondary: Annotated[list[Objective], Field(max_length=2)] = []


class Talk(Model):
    """Five minutes in class about one misconception."""

    title: Line
    say: Annotated[list[Text], Field(min_length=1, max_length=12)]
    ask: Annotated[list[Text], Field(min_length=1, max_length=6)]
    close: Text


class Character(Model):
    name: Annotated[str, Field(min_length=1, max_length=40)]
    portrait: Id
    known: bool | None = None


class Meter(Model):
    start: Annotated[int, Field(ge=0, le=5)]
    label: Annotated[str, Field(min_length=1, max_length=40)]


class Kept(Model):
    """A warning the author has judged and keeps, with the reason."""

    code: Annotated[str, Field(pattern=r"^[FGSPR]\d{3}$")]
    why: Annotated[str, Field(min_length=10, max_length=400)]


class Story(Model):
    """One authored file: a story or a quiz."""

    format: Literal[1]
    id: Id
    kind: Kind
    tier: Tier
    topic: Id
    risks: Annotated[list[Risk], Field(max_length=6)] = []
    c4: Annotated[list[Contact], Field(min_length=1, max_length=2)]
    role: Role
    aggressor: Aggressor
    target_gender: Gender
    objectives: Objectives
    title: Annotated[str, Field(min_length=1, max_length=60)]
    summary: Line
    minutes: Annotated[int, Field(ge=1, le=30)]
    content_note: Text | None = None
    script: Line | None = None
    takeaway: Line
    family: Annotated[list[Line], Field(max_length=5)] = []
    talks: dict[Id, Talk] = {}
    characters: dict[Id, Character] = {}
    meters: Annotated[dict[Id, Meter], Field(max_length=4)] = {}
    flags: Annotated[list[Id], Field(max_length=12)] = []
    start: Id
    scenes: Annotated[dict[Id, Scene], Field(min_length=1, max_length=120)]
    keep: Annotated[list[Kept], Field(max_length=12)] = []
