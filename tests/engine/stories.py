"""Hypothesis strategies: any sound pack, and paths through it that are right or spoilt."""

from typing import Any

from hypothesis import strategies as st
from samples import ask, option, result, scene, texts

from chumil.engine import ReplayError, Scenario, advance, begin, parse_scenario

NAMES = ["alba", "barco", "constructor", "dia-2", "eco"]
METERS = ["calm", "trust", "x1"]
FLAGS = ["shared", "told", "prototype"]
VERDICTS = ["safe", "unsure", "unsafe"]
KINDS = ["choose", "choose", "spot", "sort", "order", "say"]

HOSTILE: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["__proto__", "constructor", "toString", "\ud800", "b1"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["__proto__", "length", "0", "a"]), inner, max_size=3)
    ),
    max_leaves=10,
)

LEAVES = st.one_of(
    st.tuples(st.just("flag"), st.sampled_from(FLAGS)).map(list),
    st.tuples(
        st.sampled_from([">=", "<=", ">", "<", "==", "!="]),
        st.sampled_from(METERS),
        st.integers(0, 5),
    ).map(list),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: (
        inner.map(lambda tree: ["not", tree]) | st.tuples(st.sampled_from(["and", "or"]), inner, inner).map(list)
    ),
    max_leaves=3,
)
EFFECTS = st.fixed_dictionaries(
    {},
    optional={name: st.integers(-5, 5) for name in METERS} | {name: st.booleans() for name in FLAGS},
)


@st.composite
def results(draw: st.DrawFn, scenes: list[str]) -> dict[str, Any]:
    ways = draw(st.lists(st.sampled_from(scenes), min_size=1, max_size=3))
    goto: list[dict[str, Any]] = [{"when": draw(CONDITIONS), "to": to} for to in ways[1:]]
    more = {"misconception": "m1"} if draw(st.booleans()) else {"tactic": "prisa"}
    return result("", effects=draw(EFFECTS), **more) | {"goto": [*goto, {"to": ways[0]}]}


@st.composite
def asks(draw: st.DrawFn, kind: str, scenes: list[str], askers: list[str]) -> dict[str, Any]:
    size = draw(st.integers(2, 4))
    ids = [f"p{index}" for index in range(size + 1)]
    brings = {verdict: draw(results(scenes)) for verdict in VERDICTS}
    repairs = draw(st.lists(st.sampled_from(askers), max_size=2)) if askers else []
    objectives = draw(st.sampled_from([["refuse"], ["tell_adult", "refuse"]]))
    parts: dict[str, Any] = {"outcomes": brings}
    match kind:
        case "choose":
            parts = {"options": [draw(options(each, scenes)) for each in ids]}
        case "spot":
            parts |= {"signs": texts(*ids[:size][::-1]), "decoys": texts(*ids[size:])}
        case "sort":
            cards = [{"id": each, "text": "c", "bin": draw(st.sampled_from(ids[:2])), "why": "w"} for each in ids]
            parts |= {"bins": texts(*ids[:2]), "cards": cards}
        case "order":
            parts |= {"steps": texts(*draw(st.permutations(ids)))}
        case "say":
            parts = draw(says(ids, brings))
    return ask(kind, **parts) | {"repairs": repairs, "objectives": objectives}


@st.composite
def options(draw: st.DrawFn, name: str, scenes: list[str]) -> dict[str, Any]:
    made = option(name, draw(st.sampled_from(VERDICTS)), "") | draw(results(scenes))
    return made | {"when": draw(CONDITIONS)} if draw(st.booleans()) else made


@st.composite
def says(draw: st.DrawFn, ids: list[str], brings: dict[str, Any]) -> dict[str, Any]:
    known = draw(
        st.lists(
            st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True),
            min_size=1,
            max_size=3,
            unique_by=tuple,
        )
    )
    scripts = [{"pieces": each, "is": draw(st.sampled_from(VERDICTS))} for each in known]
    otherwise = draw(st.sampled_from(VERDICTS))
    used = {otherwise, *(each["is"] for each in scripts)}
    kept = {verdict: brings[verdict] for verdict in used}
    return {
        "pieces": texts(*ids),
        "scripts": scripts,
        "otherwise": otherwise,
        "outcomes": kept,
    }


@st.composite
def packs(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.permutations(NAMES))[: draw(st.integers(1, 4))]
    scenes = [*names, "end"]
    made = [draw(asking_scenes(name, scenes, names)) for name in names]
    ending = {"tone": "safe", "title": "t", "text": "t"}
    return {
        "format": 1,
        "id": "made",
        "kind": "story",
        "tier": "ages-10-12",
        "topic": "topic",
        "risks": [],
        "objectives": {"primary": "refuse"},
        "title": "t",
        "summary": "s",
        "minutes": 1,
        "meters": [{"id": each, "start": draw(st.integers(0, 5))} for each in METERS],
        "flags": FLAGS,
        "start": names[0],
        "scenes": [*made, scene("end", ending=ending)],
    }


@st.composite
def asking_scenes(draw: st.DrawFn, name: str, scenes: list[str], names: list[str]) -> dict[str, Any]:
    asked = draw(asks(draw(st.sampled_from(KINDS)), scenes, [each for each in names if each != name]))
    tapped = [each["id"] for key in ("signs", "decoys") for each in asked.get(key, [])]
    beats = [{"kind": "message", "text": "m", "id": each} for each in tapped]
    help_ = ["trusted_adult"] if draw(st.booleans()) else []
    return scene(name, beats=beats, ask=asked) | {"help": help_}


@st.composite
def answers(draw: st.DrawFn, asked: dict[str, Any]) -> Any:
    """An answer of the right shape; it may still be refused."""

    def ids(key: str) -> list[str]:
        return [each["id"] for each in asked[key]]

    match asked["kind"]:
        case "choose":
            return draw(st.sampled_from(ids("options")))
        case "spot":
            return sorted(draw(st.sets(st.sampled_from(ids("signs") + ids("decoys")))))
        case "sort":
            return [[each, draw(st.sampled_from(ids("bins")))] for each in sorted(ids("cards"))]
        case "order":
            return list(draw(st.permutations(ids("steps"))))
    scripts = [each["pieces"] for each in asked["scripts"]]
    free = st.lists(st.sampled_from(ids("pieces")), min_size=1, max_size=3, unique=True)
    return draw(st.sampled_from(scripts) | free)


@st.composite
def walks(draw: st.DrawFn, pack: dict[str, Any], scenario: Scenario) -> list[Any]:
    """Answers that are taken, from the start to an ending or to the last step of the walk."""
    by_id = {each["id"]: each for each in pack["scenes"]}
    state, path = begin(scenario), []
    for _ in range(draw(st.integers(0, 10))):
        asked = by_id[state.scene].get("ask")
        if asked is None:
            break
        answer = draw(answers(asked))
        step = advance(scenario, state, answer)
        if isinstance(step, ReplayError):
            continue
        state = step
        path.append(answer)
    return path


@st.composite
def plays(draw: st.DrawFn) -> tuple[dict[str, Any], Any, Any]:
    """A pack, a path (two in three are sound) and a count of copied answers."""
    pack = draw(packs())
    path: Any = draw(walks(pack, parse_scenario(pack)))
    copied: Any = draw(st.integers(0, len(path)))
    if draw(st.integers(0, 2)) == 0:
        path, copied = draw(spoilt(path, copied))
    return pack, path, copied


@st.composite
def spoilt(draw: st.DrawFn, path: list[Any], copied: int) -> tuple[Any, Any]:
    match draw(st.integers(0, 5)):
        case 0:
            return draw(HOSTILE), 0
        case 1:
            return path, draw(st.integers(-2, 12) | st.booleans() | st.just("1") | st.just(0.5))
        case 2:
            return [*path, draw(HOSTILE)], copied
        case 3:
            at = draw(st.integers(0, len(path)))
            return [*path[:at], draw(HOSTILE), *path[at:]], copied
        case 4:
            return [each[::-1] if isinstance(each, list) else each for each in path], copied
    return [each[:-1] + each[:1] if isinstance(each, list) else each for each in path], copied
