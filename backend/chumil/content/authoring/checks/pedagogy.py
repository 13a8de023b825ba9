"""P: what makes a story teach and do no harm (CONTENT.md 5)."""

import re
from collections.abc import Iterator

from chumil.content.authoring.checks import wording
from chumil.content.authoring.draft import Check, Draft, answers, asks, said
from chumil.content.authoring.problems import Finding
from chumil.content.authoring.schema import Choose, Spot
from chumil.content.authoring.spanish import words

YOUNG = {"ages-7-9", "ages-10-12"}
TUTEO_TIERS = YOUNG
LONGEST_OPTION = 1.6
FEEDBACK_WORDS = 8
SCRIPT_WORDS = 12


def decisions(draft: Draft) -> Iterator[Finding]:
    count = sum(1 for _ in asks(draft.story))
    if draft.story.kind == "story" and count < 3:
        yield Finding(("scenes",), "P001", f"the child decides {count} times; a story needs three")
    if draft.story.kind == "quiz" and not 4 <= count <= 6:
        yield Finding(("scenes",), "P002", f"the quiz has {count} asks; it needs four to six")


def option_lengths(draft: Draft) -> Iterator[Finding]:
    for path, _, ask in asks(draft.story):
        if isinstance(ask, Choose):
            lengths = {name: len(option.text) for name, option in ask.options.items()}
            longest, shortest = max(lengths, key=lambda n: lengths[n]), min(lengths.values())
            if lengths[longest] > LONGEST_OPTION * shortest:
                place = (*path, "options", longest, "text")
                counts = f"{lengths[longest]} characters, the shortest {shortest}"
                yield Finding(place, "P003", f"the option {longest!r} has {counts}")


def safe_position(draft: Draft) -> Iterator[Finding]:
    places = []
    for _, _, ask in asks(draft.story):
        if isinstance(ask, Choose):
            verdicts = [option.verdict for option in ask.options.values()]
            places.append(verdicts.index("safe") if "safe" in verdicts else -1)
    if len(places) >= 3 and len(set(places)) == 1 and places[0] >= 0:
        yield Finding(("scenes",), "P004", f"the safe option is always number {places[0] + 1}")


def feedback_explains(draft: Draft) -> Iterator[Finding]:
    for answer in answers(draft.story):
        count = len(words(answer.outcome.why)) + len(words(answer.outcome.next))
        if count < FEEDBACK_WORDS:
            message = f"the feedback has {count} words; why and next need {FEEDBACK_WORDS}"
            yield Finding((*answer.path, "why"), "P005", message)
        if wording.VERDICT_ONLY.search(answer.outcome.why):
            yield Finding((*answer.path, "why"), "P006", "the feedback begins with a mark, not a reason")


def no_blame(draft: Draft) -> Iterator[Finding]:
    for part in said(draft.story):
        if part.voice == "character":
            continue
        found = wording.BLAME.search(part.text) or _fault(part.text)
        if found:
            yield Finding(part.path, "P007", f"{found.group()!r} puts the blame on the child")


def _fault(text: str) -> re.Match[str] | None:
    return wording.FAULT.search(wording.NO_FAULT.sub("", text))


def forbidden_words(draft: Draft) -> Iterator[Finding]:
    young = draft.story.tier in YOUNG
    lists = [
        ("P008", wording.SCARE, "frightens instead of teaching"),
        ("P009", wording.DEFEAT, "tells the child that it lost"),
        ("P010", wording.SEXUAL_YOUNG if young else wording.SEXUAL, "is sexual detail"),
        ("P011", wording.PHONE, "looks like a phone number"),
        ("P012", wording.LINK, "looks like a link, an address or a handle"),
        ("P013", wording.BRANDS, "names a real app"),
    ]
    if young:
        lists.append(("P014", wording.STATISTICS, "is a figure, not an experience"))
    for part in said(draft.story):
        for code, pattern, why in lists:
            if found := pattern.search(part.text):
                yield Finding(part.path, code, f"{found.group().strip()!r} {why}")


def strangers_only(draft: Draft) -> Iterator[Finding]:
    if wording.STRANGERS.search(draft.story.takeaway):
        message = "strangers are not the main danger, and avoiding them is not the skill"
        yield Finding(("takeaway",), "P015", message)


def safe_answer_exists(draft: Draft) -> Iterator[Finding]:
    for path, _, ask in asks(draft.story):
        if isinstance(ask, Choose) and all(o.verdict != "safe" for o in ask.options.values()):
            yield Finding((*path, "options"), "P016", "no option is safe")


def unsafe_has_repair(draft: Draft) -> Iterator[Finding]:
    if draft.story.kind == "quiz":
        return
    repaired = {target for _, _, ask in asks(draft.story) for target in ask.repairs}
    again = {answer.scene for answer in answers(draft.story) if answer.outcome.goto == answer.scene}
    for path, scene, ask in asks(draft.story):
        if not isinstance(ask, Choose) or scene in repaired | again:
            continue
        if any(option.verdict == "unsafe" for option in ask.options.values()):
            yield Finding(path, "P017", f"no ask repairs {scene!r} after an unsafe option")


def refusal_script(draft: Draft) -> Iterator[Finding]:
    script = draft.story.script
    if draft.story.kind == "story" and script is None:
        yield Finding(("id",), "P018", "the story gives the child no script to say")
    elif script is not None and len(words(script)) > SCRIPT_WORDS:
        count = len(words(script))
        yield Finding(("script",), "P019", f"the script has {count} words; a child can say {SCRIPT_WORDS}")


def no_fault_said(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    unsafe = any(answer.verdict == "unsafe" for answer in answers(story))
    if story.kind == "quiz" or story.role != "target" or not unsafe:
        return
    if not any(wording.NO_FAULT.search(part.text) for part in said(story)):
        yield Finding(("role",), "P020", "nobody tells the child that it is not to blame")


def tactic_named(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    if not {"grooming", "trafficking", "extortion"} & set(story.risks) or story.kind == "quiz":
        return
    if not any(answer.outcome.tactic for answer in answers(story)):
        yield Finding(("risks",), "P021", "no answer names the tactic that was used on the child")
    if not any(isinstance(ask, Spot) for _, _, ask in asks(story)):
        yield Finding(("risks",), "P022", "the child never has to spot the warning signs")


def objectives_practised(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    practised = {goal for _, _, ask in asks(story) for goal in ask.objectives}
    if story.objectives.primary not in practised:
        goal = story.objectives.primary
        yield Finding(("objectives", "primary"), "P023", f"no ask practises {goal!r}")
    for place, goal in enumerate(story.objectives.secondary):
        if goal not in practised or goal == story.objectives.primary:
            yield Finding(("objectives", "secondary", place), "P023", f"no ask practises {goal!r}")


def family_questions(draft: Draft) -> Iterator[Finding]:
    count = len(draft.story.family)
    if draft.story.kind == "story" and count != 3:
        path = ("family",) if count else ("id",)
        yield Finding(path, "P024", f"there are {count} questions for the family; three are wanted")


def one_form_of_address(draft: Draft) -> Iterator[Finding]:
    """The narrator says tú to the young and vos to the older; characters speak as they would."""
    young = draft.story.tier in TUTEO_TIERS
    wrong, right = (wording.VOSEO, "tú") if young else (wording.TUTEO, "vos")
    for part in said(draft.story):
        if part.voice == "narrator" and (found := wrong.search(_unquoted(part.text))):
            message = f"the narrator says {found.group()!r}; in this tier it says {right}"
            yield Finding(part.path, "P025", message)


def _unquoted(text: str) -> str:
    """Without what the narrator only quotes."""
    return re.sub(r"«[^»]*»|“[^”]*”|\"[^\"]*\"", "", text)


CHECKS: tuple[Check, ...] = (
    decisions,
    option_lengths,
    safe_position,
    feedback_explains,
    no_blame,
    forbidden_words,
    strangers_only,
    safe_answer_exists,
    unsafe_has_repair,
    refusal_script,
    no_fault_said,
    tactic_named,
    objectives_practised,
    family_questions,
    one_form_of_address,
)
