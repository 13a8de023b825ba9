"""The pages of the codes, and the story their examples change."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs" / "authoring"
CODES = DOCS / "codes"
BASE = (CODES / "base.yaml").read_text(encoding="utf-8")
_EXAMPLE = re.compile(r"^```yaml (bad|good)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"^([a-z][a-z0-9_.-]*):", re.MULTILINE)


def examples(page: Path) -> dict[str, str]:
    """The fragments of a page by `bad` and `good`."""
    return dict(_EXAMPLE.findall(page.read_text(encoding="utf-8")))


def changed(fragment: str, base: str = BASE) -> str:
    """The base story with the keys of a fragment in place of its own.

    A key `scenes.photo:` stands for the scene `photo`; a scene the base has not is added.
    """
    parts = re.split(r"^(?=[a-z])", fragment.rstrip("\n") + "\n", flags=re.MULTILINE)
    replaced: set[str] = set()
    for part in filter(None, parts):
        name = part[: re.match(r"[\w.-]*", part).end()]
        base = base + part if name in replaced else _replaced(base, name, part)
        replaced.add(name)
    return base


def _replaced(base: str, name: str, part: str) -> str:
    indent, key = ("  ", name.removeprefix("scenes.")) if "." in name else ("", name)
    body = indent + part.removeprefix("scenes.")
    block = re.compile(rf"^{indent}{re.escape(key)}:.*\n(?:{indent} +.*\n|\n)*", re.MULTILINE)
    return block.sub(lambda _: body, base, count=1) if block.search(base) else base + body
