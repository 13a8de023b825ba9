"""P: readable for the tier (CONTENT.md 6), and small enough for a prepaid phone."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import brotli

from chumil.content.authoring.draft import Check, Draft, said, screen_said
from chumil.content.authoring.problems import Finding, Path
from chumil.content.authoring.schema import Tier
from chumil.content.authoring.spanish import reading, sentences, words
from chumil.engine.canon import canonical

STEADY_WORDS = 100


@dataclass(frozen=True, slots=True)
class Band:
    """The limits of a tier; INFLESZ and Crawford over the whole story, the others piece by piece."""

    inflesz: int
    crawford: float | None
    mean: int
    longest: int
    screen: int
    pack: int  # bytes, brotli: docs/decisions/a-budget-for-each-tier.md


BANDS: dict[Tier, Band] = {
    "ages-7-9": Band(86, 3.0, 7, 10, 25, 5_120),
    "ages-10-12": Band(76, 4.5, 10, 16, 45, 7_680),
    "ages-13-15": Band(66, 5.5, 14, 22, 70, 8_192),
    "ages-16-18": Band(56, None, 18, 28, 90, 9_216),
}


def readable(draft: Draft) -> Iterator[Finding]:
    band = BANDS[draft.story.tier]
    measured = reading([part.text for part in said(draft.story)])
    if measured.words < STEADY_WORDS:
        return
    at: Path = ("tier",)
    figures = {name: round(figure, 1) for name, figure in asdict(measured).items()}
    if measured.inflesz < band.inflesz:
        message = f"INFLESZ {measured.inflesz:.1f}; this tier reads {band.inflesz} or more"
        yield Finding(at, "P030", message, figures | {"limit": band.inflesz})
    if band.crawford is not None and measured.crawford > band.crawford:
        message = f"Crawford grade {measured.crawford:.1f}; this tier reads up to {band.crawford}"
        yield Finding(at, "P031", message, figures | {"limit": band.crawford})
    if measured.per_sentence > band.mean:
        message = f"{measured.per_sentence:.1f} words a sentence; this tier reads {band.mean}"
        yield Finding(at, "P032", message, figures | {"limit": band.mean})


def sentences_short(draft: Draft) -> Iterator[Finding]:
    longest = BANDS[draft.story.tier].longest
    for part in said(draft.story):
        count = max((len(words(one)) for one in sentences(part.text)), default=0)
        if count > longest:
            message = f"a sentence of {count} words; at most {longest} here"
            yield Finding(part.path, "P033", message, {"words": count, "limit": longest})


def screens_short(draft: Draft) -> Iterator[Finding]:
    """What the child reads at once: a beat, the question, a piece of feedback."""
    limit = BANDS[draft.story.tier].screen
    for part in said(draft.story):
        count = len(words(part.text))
        if count > limit:
            message = f"{count} words at once; at most {limit} here"
            yield Finding(part.path, "P034", message, {"words": count, "limit": limit})


def scenes_short(draft: Draft) -> Iterator[Finding]:
    """A scene with far more to read than a few screens hold."""
    limit = 6 * BANDS[draft.story.tier].screen
    for name, scene in draft.story.scenes.items():
        count = sum(len(words(part.text)) for part in screen_said(scene, ("scenes", name)))
        if count > limit:
            message = f"{count} words before the child may act; at most {limit} here"
            yield Finding(("scenes", name), "P035", message, {"words": count, "limit": limit})


def small_enough(draft: Draft) -> Iterator[Finding]:
    size, limit = len(brotli.compress(canonical(draft.pack))), BANDS[draft.story.tier].pack
    if size > limit:
        message = f"the pack has {size} bytes compressed; at most {limit} here"
        yield Finding(("id",), "P036", message, {"bytes": size, "limit": limit})


CHECKS: tuple[Check, ...] = (readable, sentences_short, screens_short, scenes_short, small_enough)
