"""The frozen shapes of a scenario, of a state of play, of an outcome and of an error.

Mappings keep the author's order. `docs/engine.md` says what each field means.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

ENGINE = 1
MAX_ANSWERS = 200
MAX_PIECES = 8
METER_MIN = 0
METER_MAX = 5

Verdict = Literal["safe", "unsure", "unsafe"]
Kind = Literal["choose", "spot", "sort", "order", "say"]
WORTH: Mapping[Verdict, int] = {"safe": 10, "unsure": 5, "unsafe": 0}

ErrorCode = Literal[
    "path_not_list",
    "path_too_long",
    "copied_invalid",
    "after_ending",
    "answer_shape",
    "unknown_option",
    "option_unavailable",
    "answer_repeats",
    "answer_unsorted",
    "answer_incomplete",
]

Condition = tuple[Any, ...]
"""A condition tree: `("and", (">=", "trust", 2), ("not", ("flag", "shared-photo")))`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goto:
    """Where play goes on when `when` holds; `when` None always holds."""

    to: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What happened afterwards, told on a card of its own."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What an answer brings: feedback, effects and the way on."""

    why: str
    next: str
    effects: Mapping[str, int | bool]
    goto: tuple[Goto, ...]
    consequence: Consequence | None = None
    no_fault: str | None = None
    misconception: str | None = None
    tactic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Result):
    """One answer of a `choose`."""

    id: str
    text: str
    verdict: Verdict
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card of a `sort`, with the bin it belongs in."""

    text: str
    bin: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A list of pieces that makes sense, and how safe it is to say."""

    pieces: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBase:
    """What every kind of ask has."""

    text: str
    objectives: tuple[str, ...]
    repairs: tuple[str, ...]
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(AskBase):
    """Pick one option."""

    options: Mapping[str, Option]
    kind: Kind = "choose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(AskBase):
    """Tap every warning sign; both maps go from beat id to the reason."""

    signs: Mapping[str, str]
    decoys: Mapping[str, str]
    outcomes: Mapping[Verdict, Result]
    kind: Kind = "spot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort(AskBase):
    """Put every card in a bin."""

    bins: Mapping[str, str]
    cards: Mapping[str, Card]
    outcomes: Mapping[Verdict, Result]
    kind: Kind = "sort"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(AskBase):
    """Put the steps in order; `steps` stands in the right one."""

    steps: Mapping[str, str]
    outcomes: Mapping[Verdict, Result]
    kind: Kind = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(AskBase):
    """Build what to say from pieces."""

    pieces: Mapping[str, str]
    scripts: tuple[Script, ...]
    otherwise: Verdict
    outcomes: Mapping[Verdict, Result]
    kind: Kind = "say"


Ask = Choose | Spot | Sort | Order | Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """Something shown: narration, message, post, call or picture. `sender` is the pack's `from`."""

    kind: str
    text: str
    id: str | None = None
    sender: str | None = None
    when: Condition | None = None
    mood: str | None = None
    art: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How the story ends; tone is safe, repaired or open."""

    tone: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Beats, then exactly one of `ask` and `ending`."""

    id: str
    look: str
    beats: tuple[Beat, ...]
    help: tuple[str, ...]
    place: str | None = None
    safety: str | None = None
    ask: Ask | None = None
    ending: Ending | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """Who speaks; `known` False is an account nobody has met."""

    name: str
    portrait: str | None = None
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """A bounded integer, 0 to 5."""

    start: int
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A story or a quiz, whole and checked."""

    id: str
    kind: str
    tier: str
    topic: str
    title: str
    summary: str
    minutes: int
    primary: str
    secondary: tuple[str, ...]
    risks: tuple[str, ...]
    flags: tuple[str, ...]
    meters: Mapping[str, Meter]
    characters: Mapping[str, Character]
    start: str
    scenes: Mapping[str, Scene]
    c4: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    role: str | None = None
    aggressor: str | None = None
    target_gender: str | None = None
    content_note: str | None = None
    script: str | None = None
    takeaway: str | None = None

    @property
    def sensitive(self) -> bool:
        """A story with a content note shows a teacher no child's answers."""
        return self.content_note is not None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One answer judged: 0 to 10 points, the verdict, and what it brings."""

    points: int
    verdict: Verdict
    result: Result


@dataclass(frozen=True, slots=True)
class Evidence:
    """The first answer to an ask; `at` is its index in the path."""

    ask: str
    objectives: tuple[str, ...]
    verdict: Verdict
    at: int
    misconception: str | None = None
    tactic: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The outcome's form: absent keys are left out."""
        data = {key: value for key, value in asdict(self).items() if value is not None}
        return data | {"objectives": list(self.objectives)}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where play stands after `length` answers; `best` maps an answered ask to its best points."""

    scene: str
    meters: Mapping[str, int]
    flags: frozenset[str] = frozenset()
    length: int = 0
    scenes: tuple[str, ...] = ()
    best: Mapping[str, int]
    repaired: frozenset[str] = frozenset()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Points got and possible, whole percent 0..100, stars 0..3."""

    got: int
    max: int
    percent: int
    stars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a path comes to."""

    finished: bool
    scene: str
    ending: str | None
    got: int
    max: int
    percent: int
    stars: int
    meters: Mapping[str, int]
    flags: tuple[str, ...]
    scenes: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    repaired: tuple[str, ...]
    asked_help: bool
    engine: int = ENGINE

    def as_json(self) -> dict[str, Any]:
        """The outcome as plain JSON, as `docs/engine.md` and the vectors write it."""
        return {
            "engine": self.engine,
            "finished": self.finished,
            "scene": self.scene,
            "ending": self.ending,
            "got": self.got,
            "max": self.max,
            "percent": self.percent,
            "stars": self.stars,
            "meters": dict(self.meters),
            "flags": list(self.flags),
            "scenes": list(self.scenes),
            "evidence": [each.as_json() for each in self.evidence],
            "repaired": list(self.repaired),
            "asked_help": self.asked_help,
        }


@dataclass(frozen=True, slots=True)
class ReplayError:
    """Why a path is refused; `at` is the index of the answer, -1 for the path as a whole."""

    code: ErrorCode
    at: int
