"""The figures of `simulate` against plays that are counted one by one with the engine itself."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from code_pages import BASE, changed

from chumil.content.authoring import simulate as module
from chumil.content.authoring.compile import compile_text
from chumil.content.authoring.explore import explore
from chumil.content.authoring.figures import figures
from chumil.content.authoring.players import PLAYERS, Weights
from chumil.content.authoring.simulate import Walker, simulate
from chumil.engine import Scenario, advance, begin, options_of, score
from chumil.engine.model import ReplayError, Spot, State

SHIPPED = sorted(Path(__file__).parents[2].glob("fixtures/scenarios/*/*.yaml"))
SPOT_ANSWERS = {"safe": ["prisa", "secreto"], "unsure": ["prisa"], "unsafe": ["saludo"]}

LOOP = changed(
    """scenes.home:
    look: story
    beats: []
    help: [trusted_adult]
    ask:
      choose: ¿Le cuentas?
      objectives: [tell_adult]
      repairs: [photo]
      options:
        tell: {text: "Sí, ahora.", is: safe, why: Contarlo reparte el peso., next: Guarden el chat., goto: fin}
        wait: {text: "Espero.", is: unsafe, why: Esperar no lo mejora., next: Piensa otra vez., goto: home}
"""
)


def story(text: str = BASE) -> Scenario:
    compiled = compile_text(text.encode(), "story.yaml")
    assert compiled.scenario is not None, compiled.problems
    return compiled.scenario


def plays(scenario: Scenario, weights: Weights, state: State, share: Fraction) -> Iterator[tuple[State, Fraction]]:
    """Every play to its end, by the engine, with how likely it is."""
    ask = scenario.scenes[state.scene].ask
    if ask is None:
        yield state, share
        return
    answers = (
        [(answer, weights[verdict]) for verdict, answer in SPOT_ANSWERS.items()]
        if isinstance(ask, Spot)
        else [(option.id, weights[option.verdict]) for option in options_of(scenario, state)]
    )
    whole = sum(weight for _, weight in answers)
    for answer, weight in answers:
        after = advance(scenario, state, answer)
        assert not isinstance(after, ReplayError)
        yield from plays(scenario, weights, after, share * Fraction(weight, whole))


@pytest.mark.parametrize("player", PLAYERS)
def test_every_share_length_and_percent_is_that_of_the_plays_counted_one_by_one(player: str) -> None:
    scenario = story()
    lengths: Counter[int] = Counter()
    percents: Counter[int] = Counter()
    for state, share in plays(scenario, PLAYERS[player], begin(scenario), Fraction(1)):
        lengths[state.length] += share
        percents[score(scenario, state).percent] += share
    played = simulate(scenario).players[player]
    assert played.exact
    assert dict(played.endings["fin"].answers) == dict(lengths)
    assert dict(played.endings["fin"].percents) == dict(percents)


def test_a_careful_player_does_better_than_a_careless_one() -> None:
    players = figures(simulate(story()))["players"]
    assert players["careful"]["percent"]["mean"] > players["careless"]["percent"]["mean"]
    assert players["careful"]["stars"]["3"] > players["careless"]["stars"]["3"]


def test_a_loop_is_followed_to_the_last_answer_and_what_is_left_is_told() -> None:
    played = simulate(story(LOOP)).players["uniform"]
    assert played.exact
    assert played.unfinished == Fraction(1, 2**198)
    assert played.endings["fin"].answers[3] == Fraction(1, 2)


def test_the_words_read_are_those_on_the_shortest_and_the_longest_way() -> None:
    words = figures(simulate(story()))["players"]["uniform"]["words"]
    assert words["min"] < words["mean"] < words["max"]


def test_too_many_ways_are_sampled_the_same_each_time_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = figures(simulate(story()))["players"]["careful"]
    monkeypatch.setattr(module, "MAX_WAYS", 1)
    sampled = figures(simulate(story()))["players"]["careful"]
    assert (exact["exact"], sampled["exact"]) == (True, False)
    assert sampled == figures(simulate(story()))["players"]["careful"]
    assert abs(sampled["percent"]["mean"] - exact["percent"]["mean"]) < 2


@pytest.mark.parametrize(
    "file", sorted(Path(__file__).parents[2].glob("fixtures/scenarios/*/*.yaml")), ids=lambda f: f.stem
)
def test_the_endings_of_every_shipped_story_add_up(file: Path) -> None:
    scenario = compile_text(file.read_bytes(), file.name).scenario
    assert scenario is not None
    played = Walker(explore(scenario)).play(PLAYERS["uniform"])
    assert played.exact
    assert sum(sum(one.answers.values()) for one in played.endings.values()) + played.unfinished == 1
