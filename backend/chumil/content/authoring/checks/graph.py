"""G: what the parts of a story say about each other."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from chumil.content.authoring.draft import Check, Draft, answers, asks, gotos
from chumil.content.authoring.problems import Finding, Path
from chumil.content.authoring.schema import Order, Outcomes, Say, Scene, Sort, Spot, Story


def near(word: str, names: Iterable[str]) -> str:
    """The end of a message: what the author may have meant."""
    close = difflib.get_close_matches(word, list(names), 1, 0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def scenes_exist(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    targets: list[tuple[Path, str]] = [(("start",), story.start)]
    for answer in answers(story):
        targets += gotos(answer.outcome, answer.path)
    for path, name in targets:
        if name not in story.scenes:
            yield Finding(path, "G001", f"there is no scene {name!r}{near(name, story.scenes)}")


def characters_exist(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    for name, scene in story.scenes.items():
        for place, beat in enumerate(scene.beats):
            if beat.sender is not None and beat.sender not in story.characters:
                hint = near(beat.sender, story.characters)
                path: Path = ("scenes", name, "beats", place, "from")
                yield Finding(path, "G002", f"there is no character {beat.sender!r}{hint}")


def conditions(pack: Any, path: Path = ()) -> Iterator[tuple[Path, list[Any]]]:
    """Every condition tree of a pack, with the author's path to it."""
    entries: Iterable[tuple[str | int, Any]] = ()
    if isinstance(pack, dict):
        entries = pack.items()
    elif isinstance(pack, list):
        entries = ((_index(part, place), part) for place, part in enumerate(pack))
    for key, part in entries:
        if key == "when":
            yield (*path, key), part
        elif isinstance(part, dict | list):
            yield from conditions(part, (*path, key))


def _index(part: Any, place: int) -> str | int:
    """Lists of things with an id are maps in the author's file, except beats."""
    is_map = isinstance(part, dict) and "id" in part and "from" not in part
    is_map = is_map and part.get("kind") not in {"narration", "message", "post", "call", "picture"}
    return part["id"] if is_map else place


def leaves(tree: list[Any]) -> Iterator[list[Any]]:
    """The flags and comparisons of a condition."""
    if tree[0] in {"and", "or", "not"}:
        for part in tree[1:]:
            yield from leaves(part)
    else:
        yield tree


def names_in_conditions_exist(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    for path, tree in conditions(draft.pack):
        for leaf in leaves(tree):
            kind, names = ("flag", story.flags) if leaf[0] == "flag" else ("meter", [*story.meters])
            if leaf[1] not in names:
                hint = near(leaf[1], names)
                yield Finding(path, "G003", f"there is no {kind} {leaf[1]!r}{hint}")
            elif kind == "meter" and not _decides(leaf[0], leaf[2]):
                text = " ".join(map(str, (leaf[1], leaf[0], leaf[2])))
                yield Finding(path, "G019", f"{text!r} is always true or always false")


def _decides(operator: str, number: int) -> bool:
    """Whether a comparison with `number` can come out both ways for 0..5."""
    low, high = {">=": (1, 5), "<": (1, 5), ">": (0, 4), "<=": (0, 4)}.get(operator, (0, 5))
    return low <= number <= high


def effects_fit(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    for answer in answers(story):
        for name, change in answer.outcome.effects.items():
            path = (*answer.path, "effects", name)
            if name not in story.meters and name not in story.flags:
                hint = near(name, [*story.meters, *story.flags])
                yield Finding(path, "G004", f"there is no meter or flag {name!r}{hint}")
            elif isinstance(change, bool) != (name in story.flags):
                wants = "true or false" if name in story.flags else "a number"
                yield Finding(path, "G005", f"{name!r} takes {wants}")


def repairs_exist(draft: Draft) -> Iterator[Finding]:
    with_ask = {name for _, name, _ in asks(draft.story)}
    for path, scene, ask in asks(draft.story):
        for place, target in enumerate(ask.repairs):
            if target not in with_ask or target == scene:
                why = "is the ask itself" if target == scene else "is no scene with an ask"
                hint = "" if target == scene else near(target, with_ask)
                yield Finding((*path, "repairs", place), "G006", f"{target!r} {why}{hint}")


def branches_end_open(draft: Draft) -> Iterator[Finding]:
    for answer in answers(draft.story):
        goto = answer.outcome.goto
        if isinstance(goto, str):
            continue
        for place, branch in enumerate(goto):
            last = place == len(goto) - 1
            path = (*answer.path, "goto", place)
            if last and branch.when is not None:
                yield Finding(path, "G007", "the last branch has a condition; no way on when it fails")
            if not last and branch.when is None:
                yield Finding(path, "G007", "only the last branch may stand without `when`")


def parts_of_asks_fit(draft: Draft) -> Iterator[Finding]:
    for path, scene, ask in asks(draft.story):
        if isinstance(ask, Spot):
            yield from _spot_fits(ask, path, draft.story.scenes[scene])
        elif isinstance(ask, Sort):
            for name, card in ask.cards.items():
                if card.bin not in ask.bins:
                    hint = near(card.bin, ask.bins)
                    place = (*path, "cards", name, "bin")
                    yield Finding(place, "G010", f"there is no bin {card.bin!r}{hint}")
        elif isinstance(ask, Say):
            yield from _say_fits(ask, path)


def _spot_fits(ask: Spot, path: Path, scene: Scene) -> Iterator[Finding]:
    shown = {beat.id for beat in scene.beats if beat.id}
    for key, names in (("signs", ask.signs), ("decoys", ask.decoys)):
        for name in names:
            if name not in shown:
                message = f"no beat of this scene has the id {name!r}{near(name, shown)}"
                yield Finding((*path, key, name), "G008", message)
    for place, beat in enumerate(scene.beats):
        if beat.when is not None and beat.id in {*ask.signs, *ask.decoys}:
            message = f"{beat.id!r} must be tapped, but some children do not see it"
            yield Finding(("scenes", path[1], "beats", place, "when"), "G023", message)
    for name in ask.decoys:
        if name in ask.signs:
            yield Finding((*path, "decoys", name), "G009", f"{name!r} is a sign and a decoy")


def _say_fits(ask: Say, path: Path) -> Iterator[Finding]:
    seen: list[list[str]] = []
    for place, script in enumerate(ask.scripts):
        for index, piece in enumerate(script.pieces):
            where = (*path, "scripts", place, "pieces", index)
            if piece not in ask.pieces:
                hint = near(piece, ask.pieces)
                yield Finding(where, "G011", f"there is no piece {piece!r}{hint}")
            if piece in script.pieces[:index]:
                yield Finding(where, "G009", f"the piece {piece!r} stands twice in one script")
        if script.pieces in seen:
            yield Finding((*path, "scripts", place), "G009", "the same script stands above")
        seen.append(script.pieces)


def outcomes_match(draft: Draft) -> Iterator[Finding]:
    for path, _, ask in asks(draft.story):
        if not isinstance(ask, Spot | Sort | Order | Say):
            continue
        needed = {"safe", "unsure", "unsafe"}
        if isinstance(ask, Say):
            needed = {ask.otherwise, *(script.verdict for script in ask.scripts)}
        given = {name for name in Outcomes.model_fields if getattr(ask.outcomes, name) is not None}
        for verdict in sorted(needed - given):
            yield Finding((*path, "outcomes"), "G012", f"the outcome {verdict!r} is missing")
        for verdict in sorted(given - needed):
            yield Finding((*path, "outcomes", verdict), "G012", f"no answer ever is {verdict!r}")


def beat_ids_differ(draft: Draft) -> Iterator[Finding]:
    for name, scene in draft.story.scenes.items():
        ids = Counter(beat.id for beat in scene.beats if beat.id)
        for place, beat in enumerate(scene.beats):
            if beat.id and ids[beat.id] > 1:
                path: Path = ("scenes", name, "beats", place, "id")
                yield Finding(path, "G009", f"two beats of the scene have the id {beat.id!r}")


def _ways(story: Story) -> dict[str, set[str]]:
    ways: dict[str, set[str]] = {name: set() for name in story.scenes}
    for answer in answers(story):
        ways[answer.scene] |= {to for _, to in gotos(answer.outcome, ()) if to in ways}
    return ways


def _spread(start: Iterable[str], ways: dict[str, set[str]]) -> set[str]:
    seen, waiting = set(start), list(start)
    while waiting:
        fresh = ways[waiting.pop()] - seen
        seen |= fresh
        waiting += fresh
    return seen


def scenes_reached(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    if story.start in story.scenes:
        for name in story.scenes.keys() - _spread([story.start], _ways(story)):
            yield Finding(("scenes", name), "G013", f"nothing leads to the scene {name!r}")


def endings_in_sight(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    back: dict[str, set[str]] = {name: set() for name in story.scenes}
    for name, targets in _ways(story).items():
        for target in targets:
            back[target].add(name)
    endings = [name for name, scene in story.scenes.items() if scene.ending is not None]
    for name in story.scenes.keys() - _spread(endings, back):
        yield Finding(("scenes", name), "G014", f"no ending can be reached from {name!r}")


def names_are_used(draft: Draft) -> Iterator[Finding]:
    story = draft.story
    speaking = {beat.sender for scene in story.scenes.values() for beat in scene.beats}
    read = {leaf[1] for _, tree in conditions(draft.pack) for leaf in leaves(tree)}
    changed = {name for answer in answers(story) for name in answer.outcome.effects}
    for name in story.characters:
        if name not in speaking:
            yield Finding(("characters", name), "G015", f"the character {name!r} never appears")
    for place, flag in enumerate(story.flags):
        if flag not in read:
            yield Finding(("flags", place), "G016", f"no condition asks for the flag {flag!r}")
        if flag not in changed:
            yield Finding(("flags", place), "G017", f"nothing ever sets the flag {flag!r}")
    for name in story.meters:
        if name not in changed:
            yield Finding(("meters", name), "G017", f"nothing ever changes the meter {name!r}")


CHECKS: tuple[Check, ...] = (
    scenes_exist,
    characters_exist,
    names_in_conditions_exist,
    effects_fit,
    repairs_exist,
    branches_end_open,
    parts_of_asks_fit,
    outcomes_match,
    beat_ids_differ,
    scenes_reached,
    endings_in_sight,
    names_are_used,
)
