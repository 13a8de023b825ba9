"""Every code of `chumil check`: what it is called, how bad it is, how to cure it.

Codes are for ever: a code is never given a new meaning. Each has a page in docs/authoring/codes.
F form, R reference files, G graph, S states, P pedagogy and safety,
T translations.
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
    ("F001", "error", "File too large", "Split the story: a file has at most 1 MB and 30,000 keys and values."),
    ("F002", "error", "Not plain UTF-8 text", "Save the file as UTF-8 and delete control characters."),
    ("F003", "error", "Byte order mark", "Save the file as UTF-8 without BOM."),
    ("F004", "error", "Tab character", "Use spaces: two for each level."),
    ("F005", "error", "Anchor or alias", "Write the text out where it is used; put text with & or * in quotes."),
    ("F006", "error", "Nested too deep", "A story needs no more than ten levels; look for a bracket left open."),
    ("F007", "error", "Line too long", "Break lines at 2,000 characters; a long text can go on in the next line."),
    ("F008", "error", "Tag", "Delete the word with !, or put the text in quotes."),
    (
        "F009",
        "error",
        "Not readable as YAML",
        "Look here and one line above: indentation, a missing colon, an open quote, ': ' inside a text.",
    ),
    (
        "F010",
        "error",
        "Key without a value",
        "Write the value after the colon, or delete the key; a text with a comma inside { } needs quotes.",
    ),
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
    ("R005", "error", "Talk written twice", "Keep one talk; the other story only names the misconception."),
)

GRAPH = _table(
    ("G001", "error", "No such scene", "Correct the name, or write the scene."),
    ("G002", "error", "No such character", "Correct the name, or add the character under `characters`."),
    ("G003", "error", "Condition names nothing", "Correct the name, or add it under `meters` or `flags`."),
    ("G004", "error", "Effect on nothing", "Correct the name, or add it under `meters` or `flags`."),
    ("G005", "error", "Effect of the wrong kind", "Give a meter a number such as -1 and a flag true or false."),
    ("G006", "error", "Nothing to repair there", "Name the scene of another ask, one that was answered before."),
    ("G007", "error", "Way on is not certain", "Give every branch but the last a `when`, and the last none."),
    ("G008", "error", "No such beat", "Give the beat that shows it this `id`."),
    ("G009", "error", "Same thing twice", "Keep one of the two, or give it another id."),
    ("G010", "error", "No such bin", "Correct the name, or add the bin under `bins`."),
    ("G011", "error", "No such piece", "Correct the name, or add the piece under `pieces`."),
    ("G012", "error", "Outcomes do not fit the ask", "Write exactly the outcomes that an answer can have."),
    ("G013", "warning", "Scene that nothing leads to", "Lead a `goto` to it, or delete it."),
    ("G014", "error", "No ending in sight", "Give the loop a way out, or let the scene lead to an ending."),
    ("G015", "warning", "Character never appears", "Let the character speak, or delete it."),
    ("G016", "warning", "Flag that nothing asks for", "Use the flag in a condition, or delete it."),
    ("G017", "warning", "Meter or flag that nothing changes", "Change it in an effect, or delete it."),
    (
        "G018",
        "warning",
        "Misconception and talk do not match",
        "Write one talk for each misconception that answers name.",
    ),
    ("G019", "warning", "Comparison that decides nothing", "Meters run from 0 to 5: compare with a number inside."),
    ("G020", "error", "No such help channel", "Use a key of help/gt.yaml, or trusted_adult."),
    ("G021", "error", "No such topic", "Use an id of topics.yaml."),
    ("G022", "warning", "Topic of other ages", "Choose a topic of this tier, or add the tier in topics.yaml."),
    ("G023", "error", "Sign that may be hidden", "Show every sign and decoy of a `spot` without `when`."),
)

STATE = _table(
    ("S001", "warning", "Option never offered", "Loosen its `when`, or delete the option."),
    ("S002", "warning", "Scene or ending never reached", "Loosen the conditions on the way to it, or delete it."),
    ("S003", "error", "No option offered", "Let one option of the ask stand without `when`."),
    (
        "S004",
        "error",
        "No way to an ending",
        "Give this state a way out: a branch without a condition that never holds.",
    ),
    (
        "S005",
        "error",
        "Ending without help on the way",
        "Put a scene with `help` on every path, with the words to say.",
    ),
    ("S006", "warning", "Beat never shown", "Loosen its `when`, or delete the beat."),
    ("S007", "warning", "Branch never taken", "Loosen its `when`, or delete the branch."),
    (
        "S009",
        "error",
        "Unsafe answer without help after it",
        "Lead on to a scene with `help`, or to an ask with `repairs`.",
    ),
    ("S010", "warning", "Too many states", "Use fewer meters, or let fewer answers change them."),
    ("S012", "warning", "Recovery below 60 percent", "Lead this option on to the ask that repairs its scene."),
    ("S011", "warning", "No safe way through", "Let safe answers lead from the start to an ending."),
)

PEDAGOGY = _table(
    ("P001", "warning", "Too few decisions", "Let the child decide at least three times."),
    ("P002", "warning", "Quiz of the wrong length", "Give a quiz four to six asks."),
    (
        "P003",
        "warning",
        "Length gives the answer away",
        "Write options of like length: the longest at most 1.6 times the shortest.",
    ),
    ("P004", "warning", "Place gives the answer away", "Move the safe option about."),
    ("P005", "warning", "Feedback too short", "Say why, and what to do next."),
    ("P006", "warning", "Feedback that only marks", "Begin with the reason, not with right or wrong."),
    ("P007", "error", "Blame", "Say whose fault it is: of the one who does harm. Never the child's."),
    ("P008", "error", "Fear", "Show what can be done instead of the worst that can happen."),
    ("P009", "error", "Defeat", "There is no game over: show how telling still repairs it."),
    ("P010", "error", "Sexual detail", "Say it in words of this age, without detail."),
    (
        "P011",
        "error",
        "Phone number in the text",
        "Name the channel by its key under `help`; numbers stand in help/gt.yaml only.",
    ),
    ("P012", "error", "Link, address or handle in the text", "Describe it in words; no real place or person."),
    ("P013", "warning", "Real app named", "Call it the game, the chat or the network."),
    ("P014", "warning", "Statistics for young children", "Tell what one child lives through."),
    ("P015", "warning", "Only strangers", "Name the sign and the skill: most harm comes from people one knows."),
    ("P016", "error", "No safe option", "Offer at least one safe option."),
    ("P017", "warning", "Unsafe option without repair", "Add this scene to the `repairs` of a later ask."),
    ("P018", "warning", "No script", "Add `script`: at most 12 words that a child can say or send."),
    ("P019", "warning", "Script too long", "Shorten the script to 12 words."),
    (
        "P020",
        "warning",
        "Nobody says that it was not their fault",
        "Add `no_fault` to the unsafe answers: No fue tu culpa.",
    ),
    ("P021", "warning", "Tactic not named", "Add `tactic` to the answers that fall for it."),
    ("P022", "warning", "Signs not spotted", "Add a `spot` where the child taps the warning signs."),
    ("P023", "warning", "Objective not practised", "Let an ask carry the objective, or take it out."),
    ("P024", "warning", "Questions for the family", "Write three questions under `family`."),
    ("P025", "warning", "Tú and vos mixed", "The narrator says tú up to 12 years and vos from 13 on."),
    (
        "P026",
        "error",
        "Content note missing",
        "Add `content_note`: what the story is about, and that it may be skipped.",
    ),
    ("P027", "warning", "Kept warning that does not occur", "Delete the entry under `keep`."),
    ("P028", "error", "Still to be written", 'Write the text in place of the mark "[…".'),
    ("P030", "warning", "Hard to read", "Use shorter words and shorter sentences."),
    ("P031", "warning", "Above the school grade", "Use shorter words and shorter sentences."),
    ("P032", "warning", "Long sentences", "Break sentences up: one idea each."),
    ("P033", "warning", "A sentence too long", "Break the sentence in two."),
    ("P034", "warning", "Too much on a screen", "Break the text into two beats, or cut it."),
    ("P035", "warning", "Too much before the child may act", "Cut the scene, or put a decision in the middle."),
    ("P036", "warning", "Pack too large", "Cut words, or a scene: a prepaid phone pays for every byte."),
    (
        "P040",
        "warning",
        "Too many strangers",
        "Over a tier at least half of the aggressors are people the child knows.",
    ),
    ("P041", "warning", "Only girls are targets", "Let boys be targets too."),
)

TRANSLATIONS = _table(
    ("T001", "warning", "Translation incomplete", "Translate what is missing; `chumil translate export` lists it."),
    (
        "T002",
        "warning",
        "Translation stale",
        "Translate the changed texts again, or keep them: `chumil translate export --minor KEY`.",
    ),
    ("T003", "warning", "Translation of nothing", "Correct the file's name, or delete the file."),
    ("T004", "error", "Translation file cannot be read", "Save the file as PO in UTF-8, as Poedit writes it."),
    ("T005", "error", "Translation breaks a rule", "Write no phone number, link or handle in a translation."),
)

FAMILIES = {
    "Form": FORM,
    "Reference files": REFERENCES,
    "Graph": GRAPH,
    "States": STATE,
    "Pedagogy and safety": PEDAGOGY,
    "Translations": TRANSLATIONS,
}
CODES: dict[str, Code] = {code: one for table in FAMILIES.values() for code, one in table.items()}
