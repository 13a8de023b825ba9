"""The JSON Schema of the authors' format, for editors that complete keys."""

import json
from typing import Any

from chumil.content.authoring.schema import Story


def json_schema() -> str:
    """The text of docs/authoring/scenario.schema.json."""
    schema: dict[str, Any] = Story.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A Chumil story"
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
