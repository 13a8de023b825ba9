"""The pages of the codes, their examples, and the story that the examples change.

An example is a fence ```yaml bad or ```yaml good: the keys that differ from base.yaml. In it
- `scenes.photo:` stands for the scene `photo`; a scene the base has not is added,
- `# script:` deletes the key `script`,
- `# uno.yaml` begins another file; `# fixtures/...` one that changes that shipped file instead,
- ```bytes for ```yaml lets \\xNN stand for a byte, and `bad 100 times` repeats the whole fence,
- ```sh holds the command instead of the file.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from chumil.content.authoring.references import reference_key

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "authoring"
CODES = DOCS / "codes"
BASE = (CODES / "base.yaml").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(yaml|bytes|sh) (bad|good)(?: (\d+) times)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})")


@dataclass(frozen=True)
class Example:
    """One fence of a page."""

    language: str
    text: str

    def write(self, folder: Path) -> list[Path]:
        """Put the example's files into a folder; the paths that are to be checked."""
        if self.language == "sh":
            return [folder / name for name in self.text.split()[2:]]
        _, *parts = re.split(r"^# (\S+\.(?:yaml|po))\n", "# ages-10-12/base.yaml\n" + self.text, flags=re.MULTILINE)
        written = dict(zip(parts[::2], parts[1::2], strict=True))
        if not written["ages-10-12/base.yaml"]:
            del written["ages-10-12/base.yaml"]
        for name, fragment in written.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(self._content(name, fragment))
        # A translation stands beside the whole catalogue, so that is what is checked.
        return [folder] if any(name.endswith(".po") for name in written) else [folder / name for name in written]

    def _content(self, name: str, fragment: str) -> bytes:
        if reference_key(Path(name)) or name.endswith(".po"):
            return fragment.encode()
        base = (ROOT / name).read_text(encoding="utf-8") if name.startswith("fixtures/") else BASE
        raw = changed(fragment, base).encode()
        return _ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), raw) if self.language == "bytes" else raw


def examples(page: Path) -> dict[str, Example]:
    """The examples of a page by `bad` and `good`."""
    found = _FENCE.findall(page.read_text(encoding="utf-8"))
    return {verdict: Example(language, text * int(times or 1)) for language, verdict, times, text in found}


def changed(fragment: str, base: str = BASE) -> str:
    """The base story with the keys of a fragment in place of its own."""
    for key in re.findall(r"^# ([a-z_]+):.*\n", fragment, re.MULTILINE):
        base = _replaced(base, key, "")
    replaced: set[str] = set()
    for part in filter(None, re.split(r"^(?=[a-z\\])", fragment.rstrip("\n") + "\n", flags=re.MULTILINE)):
        name = re.match(r"(?:\\x..)*([\w.-]*)", part)[1]
        base = base + part if not name or name in replaced else _replaced(base, name, part)
        replaced.add(name)
    return base


def _replaced(base: str, name: str, part: str) -> str:
    indent, key = ("  ", name.removeprefix("scenes.")) if "." in name else ("", name)
    body = indent + part.removeprefix("scenes.")
    block = re.compile(rf"^{indent}{re.escape(key)}:.*\n(?:{indent}(?: +|- ).*\n|\n)*", re.MULTILINE)
    return block.sub(lambda _: body, base, count=1) if block.search(base) else base + body
