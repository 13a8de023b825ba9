"""The figures of a simulation as plain JSON, the same that the tables show."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from chumil.content.authoring.players import minutes
from chumil.content.authoring.simulate import Played, Simulation, Tally
from chumil.engine.model import Choose, Scenario

RARE = Fraction(1, 50)


def figures(simulation: Simulation) -> dict[str, Any]:
    """Probabilities from 0 to 1; percent 0 to 100; `{min, mean, max}` over the plays that end."""
    authored = set(_authored(simulation.scenario))
    given = {each for played in simulation.players.values() for each, share in played.given.items() if share}
    return {
        "story": simulation.scenario.id,
        "minutes": simulation.scenario.minutes,
        "states": len(simulation.space.nodes),
        "answers": {"authored": len(authored), "possible": len(given & authored)},
        "players": {name: _player(simulation.scenario, each) for name, each in simulation.players.items()},
    }


def _authored(scenario: Scenario) -> Iterable[tuple[str, str]]:
    for name, scene in scenario.scenes.items():
        if scene.ask is not None:
            for answer in scene.ask.options if isinstance(scene.ask, Choose) else scene.ask.outcomes:
                yield name, answer


def _player(scenario: Scenario, played: Played) -> dict[str, Any]:
    whole = _together(played.endings.values())
    rare = [each for each in _authored(scenario) if played.given.get(each, 0) < RARE]
    read, answers = _words(whole), _spread(whole.answers)
    return {
        "exact": played.exact,
        "unfinished": float(played.unfinished),
        "endings": {
            name: _ending(scenario, name, played.endings.get(name))
            for name, scene in scenario.scenes.items()
            if scene.ending is not None
        },
        "answers": answers,
        "percent": _spread(whole.percents),
        "stars": _stars(whole.percents),
        "words": read,
        # The most words are not always on the path of the most answers: these are bounds.
        "minutes": read and answers and {key: round(minutes(scenario, read[key], answers[key]), 1) for key in read},
        "rare": [f"{name}.{answer}" for name, answer in rare],
    }


def _together(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for each in tallies:
        for number, share in each.answers.items():
            whole.answers[number] += share
        for number, share in each.percents.items():
            whole.percents[number] += share
        whole.read += each.read
        whole.least, whole.most = min(whole.least, each.least), max(whole.most, each.most)
    return whole


def _ending(scenario: Scenario, name: str, tally: Tally | None) -> dict[str, Any]:
    ending = scenario.scenes[name].ending
    assert ending is not None  # `name` is an ending
    found = tally or Tally()
    return {
        "title": ending.title,
        "tone": ending.tone,
        "probability": float(sum(found.answers.values())),
        "answers": _spread(found.answers),
        "percent": _spread(found.percents),
    }


def _spread(shares: Mapping[int, Fraction]) -> dict[str, float] | None:
    whole = sum(shares.values())
    if not whole:
        return None
    mean = sum(number * share for number, share in shares.items()) / whole
    return {"min": min(shares), "mean": round(float(mean), 2), "max": max(shares)}


def _words(tally: Tally) -> dict[str, float] | None:
    whole = sum(tally.answers.values())
    if not whole:
        return None
    return {"min": tally.least, "mean": round(float(tally.read / whole), 1), "max": tally.most}


def _stars(percents: Mapping[int, Fraction]) -> dict[str, float]:
    stars = {1: Fraction(0), 2: Fraction(0), 3: Fraction(0)}
    for percent, share in percents.items():
        stars[1 + (percent >= 60) + (percent >= 90)] += share
    return {str(number): float(share) for number, share in stars.items()}
