"""S: what can and what cannot happen, over every state that play can reach."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from chumil.content.authoring.explore import Node, Space, Step, reaching
from chumil.content.authoring.problems import Finding, Path
from chumil.engine.conditions import holds
from chumil.engine.model import Choose


def _scene(name: str) -> Path:
    return ("scenes", name)


def bounded(space: Space) -> Iterator[Finding]:
    if not space.complete:
        seen = f"{len(space.nodes)} states were seen, and there are more"
        yield Finding(("scenes",), "S010", f"{seen}: what is said about states may be incomplete")


def answers_taken(space: Space) -> Iterator[Finding]:
    """Options, branches and endings that no state ever gives."""
    if not space.complete:
        return
    taken = {
        (node.scene, step.answer, step.branch)
        for node, steps in zip(space.nodes, space.steps, strict=True)
        for step in steps
    }
    answered = {(scene, answer) for scene, answer, _ in taken}
    entered = {node.scene for node in space.nodes}
    for name in entered:
        ask = space.scenario.scenes[name].ask
        if ask is None:
            continue
        key = "options" if isinstance(ask, Choose) else "outcomes"
        results = ask.options if isinstance(ask, Choose) else ask.outcomes
        for answer, result in results.items():
            path: Path = ("scenes", name, "ask", key, answer)
            if (name, answer) not in answered:
                yield Finding(path, "S001", f"the option {answer!r} is never offered")
                continue
            for place in range(len(result.goto)):
                if (name, answer, place) not in taken:
                    to = result.goto[place].to
                    yield Finding((*path, "goto", place), "S007", f"the way to {to!r} is never taken")


def scenes_entered(space: Space) -> Iterator[Finding]:
    if not space.complete:
        return
    entered = {node.scene for node in space.nodes}
    for name, scene in space.scenario.scenes.items():
        if name not in entered:
            what = "ending" if scene.ending else "scene"
            yield Finding(_scene(name), "S002", f"no child ever reaches the {what} {name!r}")


def beats_shown(space: Space) -> Iterator[Finding]:
    if not space.complete:
        return
    inside: dict[str, list[Node]] = defaultdict(list)
    for node in space.nodes:
        inside[node.scene].append(node)
    for name, scene in space.scenario.scenes.items():
        nodes = inside[name]
        for place, beat in enumerate(scene.beats):
            if beat.when is None or not nodes:
                continue
            shown = {holds(beat.when, space.meters(node), node.flags) for node in nodes}
            path: Path = (*_scene(name), "beats", place)
            if shown == {False}:
                yield Finding(path, "S006", "this beat is never shown")


def never_stuck(space: Space) -> Iterator[Finding]:
    if not space.complete:
        return
    reported = set()
    endings = [int(space.scenario.scenes[node.scene].ending is not None) for node in space.nodes]
    reach = reaching(space, endings)
    for node, steps, ends in zip(space.nodes, space.steps, reach, strict=True):
        if ends or node.scene in reported:
            continue
        reported.add(node.scene)
        where = _state(space, node.meters, sorted(node.flags))
        if not steps:
            yield Finding((*_scene(node.scene), "ask"), "S003", f"no option is offered{where}")
        else:
            yield Finding(_scene(node.scene), "S004", f"no ending can be reached from here{where}")


def _state(space: Space, meters: tuple[int, ...], flags: list[str]) -> str:
    parts = [f"{name} = {level}" for name, level in zip(space.scenario.meters, meters, strict=True)]
    return " when " + ", ".join(parts + flags) if parts or flags else ""


def help_on_every_path(space: Space) -> Iterator[Finding]:
    """An ending that can be reached past every help scene."""
    scenes = space.scenario.scenes
    if space.scenario.kind == "quiz":
        return
    seen, waiting = {0}, [0]
    reported = set()
    while waiting:
        index = waiting.pop()
        scene = scenes[space.nodes[index].scene]
        if scene.help:
            continue
        if scene.ending is not None and scene.id not in reported:
            reported.add(scene.id)
            message = f"{scene.id!r} can be reached without any help scene"
            yield Finding(_scene(scene.id), "S005", message)
        fresh = {step.to for step in space.steps[index]} - seen
        seen |= fresh
        waiting += fresh


def unsafe_leads_to_help(space: Space) -> Iterator[Finding]:
    """After every unsafe answer there is still a place where telling or repairing is possible."""
    if space.scenario.kind == "quiz" or not space.complete:
        return
    reach = reaching(space, [int(_mends(space, node.scene)) for node in space.nodes])
    for scene, answer in _unsafe(space, lambda at, step: not (reach[step.to] or _mends(space, at))):
        message = f"after {answer!r} no help scene and no repairing ask can be reached"
        yield Finding(_answer_path(space, scene, answer), "S009", message)


def _mends(space: Space, name: str) -> bool:
    scene = space.scenario.scenes[name]
    return bool(scene.help) or (scene.ask is not None and bool(scene.ask.repairs))


def unsafe_can_be_repaired(space: Space) -> Iterator[Finding]:
    """After an unsafe option the child can still raise that very ask to 60 percent."""
    if space.scenario.kind == "quiz" or not space.complete:
        return
    scenes = space.scenario.scenes
    bit = {name: 1 << place for place, name in enumerate(scenes)}
    own, promised = [], 0
    for node, steps in zip(space.nodes, space.steps, strict=True):
        ask = scenes[node.scene].ask
        targets = {node.scene, *ask.repairs} if ask is not None else set()
        promised |= sum(bit[name] for name in targets - {node.scene})
        safe = any(step.verdict == "safe" for step in steps)
        own.append(sum(bit[name] for name in targets) if safe else 0)
    reach = reaching(space, own)

    def lost(scene: str, step: Step) -> bool:
        return bool(promised & bit[scene]) and not reach[step.to] & bit[scene]

    for scene, answer in _unsafe(space, lost):
        message = f"after {answer!r} no ask that repairs {scene!r} can be reached"
        yield Finding(_answer_path(space, scene, answer), "S012", message)


def _unsafe(space: Space, lost: Callable[[str, Step], bool]) -> list[tuple[str, str]]:
    """Scene and answer of the unsafe steps that are lost, each once, in the order found."""
    found = {
        (node.scene, step.answer): None
        for node, steps in zip(space.nodes, space.steps, strict=True)
        for step in steps
        if step.verdict == "unsafe" and lost(node.scene, step)
    }
    return list(found)


def _answer_path(space: Space, scene: str, answer: str) -> Path:
    key = "options" if isinstance(space.scenario.scenes[scene].ask, Choose) else "outcomes"
    return (*_scene(scene), "ask", key, answer)


def perfect_path(space: Space) -> Iterator[Finding]:
    """Someone who always answers safely comes to an ending."""
    if not space.complete:
        return
    seen, waiting = {0}, [0]
    while waiting:
        index = waiting.pop()
        if space.scenario.scenes[space.nodes[index].scene].ending is not None:
            return
        fresh = {step.to for step in space.steps[index] if step.verdict == "safe"} - seen
        seen |= fresh
        waiting += fresh
    yield Finding(("start",), "S011", "no path of safe answers leads from the start to an ending")


CHECKS: tuple[Callable[[Space], Iterator[Finding]], ...] = (
    bounded,
    answers_taken,
    scenes_entered,
    beats_shown,
    never_stuck,
    help_on_every_path,
    unsafe_leads_to_help,
    unsafe_can_be_repaired,
    perfect_path,
)
