import json
from pathlib import Path

import jsonschema
from ruamel.yaml import YAML

from chumil.content.authoring.editor import json_schema

ROOT = Path(__file__).parents[2]


def test_the_committed_schema_is_the_generated_one() -> None:
    committed = (ROOT / "docs/authoring/scenario.schema.json").read_text(encoding="utf-8")
    assert committed == json_schema()


def test_it_takes_a_good_story_and_refuses_a_bad_one() -> None:
    story = YAML(typ="safe").load(ROOT / "docs/authoring/codes/base.yaml")
    checker = jsonschema.Draft202012Validator(json.loads(json_schema()))
    assert list(checker.iter_errors(story)) == []
    assert list(checker.iter_errors(story | {"tier": "ages-0-3"}))
    assert list(checker.iter_errors(story | {"titel": "x"}))
