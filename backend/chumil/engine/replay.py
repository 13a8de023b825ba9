"""Play a story: begin, advance, replay. The one true scorer."""

from collections.abc import Mapping

from chumil.engine.asks import judge_answer
from chumil.engine.conditions import holds
from chumil.engine.model import (
    MAX_ANSWERS,
    METER_MAX,
    METER_MIN,
    Ask,
    Beat,
    Choose,
    Evidence,
    Judgement,
    Option,
    Outcome,
    ReplayError,
    Result,
    Scenario,
    State,
)
from chumil.engine.score import ask_of, mended, score


def begin(scenario: Scenario) -> State:
    """The state before any answer."""
    meters = {name: meter.start for name, meter in scenario.meters.items()}
    return State(scene=scenario.start, meters=meters, scenes=(scenario.start,), best={})


def judge(scenario: Scenario, state: State, answer: object) -> Judgement | ReplayError:
    """What the answer is worth here, without going on."""
    ask = scenario.scenes[state.scene].ask
    if ask is None:
        return ReplayError("after_ending", state.length)
    judged = judge_answer(ask, answer, lambda when: holds(when, state.meters, state.flags))
    return judged if isinstance(judged, Judgement) else ReplayError(judged, state.length)


def advance(scenario: Scenario, state: State, answer: object) -> State | ReplayError:
    """The state after one more answer, or why that is none."""
    judged = judge(scenario, state, answer)
    if isinstance(judged, ReplayError):
        return judged
    ask = ask_of(scenario, state.scene)
    meters, flags = _effects(state, judged.result)
    scene = next(goto.to for goto in judged.result.goto if holds(goto.when, meters, flags))
    return State(
        scene=scene,
        meters=meters,
        flags=flags,
        length=state.length + 1,
        scenes=(*state.scenes, scene),
        best={**state.best, state.scene: max(judged.points, state.best.get(state.scene, 0))},
        repaired=_repaired(scenario, state, ask, judged),
        evidence=_evidence(state, ask, judged),
    )


def replay(scenario: Scenario, path: object, copied: object = 0) -> Outcome | ReplayError:
    """The outcome of a path of any JSON values, or the first thing wrong with it."""
    if not isinstance(path, list):
        return ReplayError("path_not_list", -1)
    if len(path) > MAX_ANSWERS:
        return ReplayError("path_too_long", -1)
    if type(copied) is not int or not 0 <= copied <= len(path):
        return ReplayError("copied_invalid", -1)
    state = begin(scenario)
    for answer in path:
        step = advance(scenario, state, answer)
        if isinstance(step, ReplayError):
            return step
        state = step
    return outcome(scenario, state, copied)


def outcome(scenario: Scenario, state: State, copied: int = 0) -> Outcome:
    """What the play so far comes to; answers below `copied` give no evidence."""
    points = score(scenario, state)
    finished = scenario.scenes[state.scene].ask is None
    return Outcome(
        finished=finished,
        scene=state.scene,
        ending=state.scene if finished else None,
        got=points.got,
        max=points.max,
        percent=points.percent,
        stars=points.stars,
        meters=state.meters,
        flags=tuple(sorted(state.flags)),
        scenes=state.scenes,
        evidence=tuple(each for each in state.evidence if each.at >= copied),
        repaired=tuple(sorted(state.repaired)),
        asked_help=any(scenario.scenes[scene].help for scene in state.scenes),
    )


def beats_of(scenario: Scenario, state: State) -> tuple[Beat, ...]:
    """The beats of the scene that are shown in this state."""
    beats = scenario.scenes[state.scene].beats
    return tuple(beat for beat in beats if holds(beat.when, state.meters, state.flags))


def options_of(scenario: Scenario, state: State) -> tuple[Option, ...]:
    """The options offered in this state; none where the scene asks no `choose`."""
    ask = scenario.scenes[state.scene].ask
    options = ask.options.values() if isinstance(ask, Choose) else ()
    return tuple(each for each in options if holds(each.when, state.meters, state.flags))


def _effects(state: State, result: Result) -> tuple[Mapping[str, int], frozenset[str]]:
    meters, flags = dict(state.meters), set(state.flags)
    for name, change in result.effects.items():
        if not isinstance(change, bool):
            meters[name] = min(METER_MAX, max(METER_MIN, meters[name] + change))
        elif change:
            flags.add(name)
        else:
            flags.discard(name)
    return meters, frozenset(flags)


def _repaired(scenario: Scenario, state: State, ask: Ask, judged: Judgement) -> frozenset[str]:
    if judged.verdict != "safe":
        return state.repaired
    # What went well needs no mending, so that nobody is told of a mistake they did not make.
    return state.repaired | {
        each for each in ask.repairs if each in state.best and state.best[each] < mended(ask_of(scenario, each))
    }


def _evidence(state: State, ask: Ask, judged: Judgement) -> tuple[Evidence, ...]:
    if state.scene in state.best:
        return state.evidence
    first = Evidence(
        ask=state.scene,
        objectives=ask.objectives,
        verdict=judged.verdict,
        at=state.length,
        misconception=judged.result.misconception,
        tactic=judged.result.tactic,
    )
    return (*state.evidence, first)
