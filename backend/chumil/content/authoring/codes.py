"""Every code of `chumil check`: what it is called, how bad it is, how to cure it.

Codes are for ever: a code is never given a new meaning. Each has a page in docs/authoring/codes.
F form, R reference files, G graph, S states, P pedagogy and safety.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    severity: Literal["error", "warning"]
    title: str
    cure: str


def _table(*rows: tuple[str, Literal["error", "warning"], str, str]) -> dict[str, Code]:
    return {code: Code(severity, title, cure) for code, severity, title, cure in rows}


FORM = _table(
    ("F001", "error", "File too large", "Split the story: a file has at most 1 MB and 100,000 keys and values."),
    ("F002", "error", "Not plain UTF-8 text", "Save the file as UTF-8 and delete control characters."),
    ("F003", "error", "Byte order mark", "Save the file as UTF-8 without BOM."),
    ("F004", "error", "Tab character", "Use spaces: two for each level."),
    ("F005", "error", "Anchor or alias", "Write the text out where it is used; put text with & or * in quotes."),
    ("F006", "error", "Nested too deep", "A story needs no more than ten levels; look for a bracket left open."),
    ("F007", "error", "Line too long", "Break lines at 2,000 characters; a long text can go on in the next line."),
    ("F008", "error", "Tag", "Delete the word with !, or put the text in quotes."),
    ("F009", "error", "Not readable as YAML", "Look at this line and the one above: indentation, a missing colon, a quote left open, text with ': ' that needs quotes."),
    ("F010", "error", "Key without a value", "Write the value after the colon, or delete the key."),
    ("F011", "error", "Key written twice", "Keep one of the two, or rename the second."),
    ("F012", "error", "Unknown key", "Correct the key, or delete it; docs/engine.md lists the keys that exist."),
    ("F013", "error", "Key missing", "Add the key; docs/engine.md shows what it holds."),
    ("F014", "error", "Value of the wrong kind", "Write the kind of value that the message names."),
    ("F015", "error", "Word not in the list", "Use one of the words the format knows."),
    ("F016", "error", "Not an id", "Ids begin with a small letter and have only a-z, 0-9 and -."),
    ("F017", "error", "Text of the wrong length", "Shorten the text, or write one."),
    ("F018", "error", "Number out of range", "Choose a number within the limits of the message."),
    ("F019", "error", "Too many or too few entries", "Add or take away entries until the number fits."),
    ("F020", "error", "No kind given", "Say what it is by its first key, such as `narration:` or `choose:`."),
    ("F021", "error", "Condition not understood", "Write it like `trust >= 2 and not shared-photo`."),
    ("F022", "error", "Neither ask nor ending, or both", "Give the scene exactly one `ask` or one `ending`."),
    ("F023", "error", "Name taken", "Meters and flags share their names: rename one; `and`, `or`, `not` are no names."),
    ("F024", "error", "File in the wrong place", "Save the story as <tier>/<id>.yaml."),
    ("F025", "error", "The engine refuses the story", "Correct what the message names."),
    ("F026", "error", "File cannot be read", "Give a path to a .yaml file that exists and may be read."),
)

REFERENCES = _table(
    ("R001", "error", "Entry written twice", "Give each entry an id of its own."),
    ("R002", "error", "No such help channel", "Use the key of a channel of help/gt.yaml."),
    ("R003", "warning", "Help channel unconfirmed", "Call the number and write the day into verified_on."),
    ("R004", "warning", "Help channel due for review", "Look the channel up again and move review_by."),
)

CODES: dict[str, Code] = {**FORM, **REFERENCES}
