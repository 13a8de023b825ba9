"""The story engine: plain Python, integers only, mirrored file by file in `mobile/src/engine`.

`docs/engine.md` states the rules; `fixtures/vectors` proves that both languages keep them.
"""

from chumil.engine.awards import awards, played
from chumil.engine.canon import CanonError, canonical, content_hash
from chumil.engine.conditions import ConditionError, format_condition, holds, parse_condition
from chumil.engine.model import ENGINE, Evidence, Outcome, ReplayError, Scenario, Score, State
from chumil.engine.parse import Problem, ScenarioError, parse_scenario
from chumil.engine.replay import (
    advance,
    beats_of,
    begin,
    judge,
    options_of,
    outcome,
    replay,
)
from chumil.engine.score import score

__all__ = [
    "ENGINE",
    "CanonError",
    "ConditionError",
    "Evidence",
    "Outcome",
    "Problem",
    "ReplayError",
    "Scenario",
    "ScenarioError",
    "Score",
    "State",
    "advance",
    "awards",
    "beats_of",
    "begin",
    "canonical",
    "content_hash",
    "format_condition",
    "holds",
    "judge",
    "options_of",
    "outcome",
    "parse_condition",
    "parse_scenario",
    "played",
    "replay",
    "score",
]
