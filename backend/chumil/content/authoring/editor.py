"""Documents made from the code: the JSON Schema that editors complete keys by, the list of codes."""

import json
from typing import Any

from chumil.content.authoring.codes import FAMILIES
from chumil.content.authoring.schema import Story


def json_schema() -> str:
    """The text of docs/authoring/scenario.schema.json."""
    schema: dict[str, Any] = Story.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A Chumil story"
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def index() -> str:
    """The text of docs/authoring/codes/README.md."""
    head = (
        "# What `chumil check` says\n\n"
        "Each code has a page with a bad and a good example: the keys that differ from [base.yaml](base.yaml).\n"
    )
    return head + "".join(
        f"\n## {name}\n\n| code | severity | title |\n|---|---|---|\n"
        + "".join(f"| [{code}]({code}.md) | {one.severity} | {one.title} |\n" for code, one in sorted(table.items()))
        for name, table in FAMILIES.items()
    )
