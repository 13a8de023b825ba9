"""T: translations that are missing, stale, of nothing, broken, or say what a story may not say."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import polib

from chumil.content.authoring.checks import wording
from chumil.content.authoring.problems import TOP, Mark, Problem, problem
from chumil.content.authoring.references import FORMS
from chumil.content.authoring.translation import LANGUAGES
from chumil.content.authoring.translation.catalogs import Unreadable, standing
from chumil.content.authoring.translation.documents import Document


def translations(documents: Sequence[Document], whole: Sequence[Path], stories: set[str]) -> Iterator[Problem]:
    """What is wrong with the translations of `documents`.

    Of the folders of `whole`, which were read from top to bottom, every PO file must belong to a
    reference file or to one of `stories`, the names of all that were read.
    """
    for document in documents:
        for language in document.languages():
            yield from _of(document, language)
    for folder in whole:
        for file in sorted((folder / "i18n").glob("*/*.po")):
            if file.stem not in stories | set(FORMS) or file.parent.name not in LANGUAGES:
                yield problem(str(file), TOP, "T003", f"there is nothing called {file.stem!r} to translate")


def _of(document: Document, language: str) -> Iterator[Problem]:
    file = document.path(language)
    try:
        catalog = document.catalog(language)
    except Unreadable as error:
        yield problem(_shown(file), TOP, "T004", str(error))
        return
    held = standing(document.texts, catalog)
    if held.missing:
        at = _shown(file if catalog is not None else document.file)
        message = f"{LANGUAGES[language]}: {len(held.missing)} of {held.whole} texts are not translated"
        yield problem(at, TOP, "T001", message)
    lines = {entry.msgctxt: Mark(entry.linenum, 1) for entry in catalog or ()}
    for key in held.stale:
        yield problem(_shown(file), lines[key], "T002", f"{LANGUAGES[language]}: {key!r} was changed in Spanish")
    for entry in catalog or ():
        for what in forbidden(entry):
            yield problem(_shown(file), Mark(entry.linenum, 1), "T005", what)


def forbidden(entry: polib.POEntry) -> Iterator[str]:
    """What a translation says that no story may say and that its Spanish does not say either."""
    for pattern, what in ((wording.PHONE, "a phone number"), (wording.LINK, "a link, an address or a handle")):
        found = pattern.search(entry.msgstr)
        if found and not pattern.search(entry.msgid):
            yield f"{found.group().strip()!r} in {entry.msgctxt!r} looks like {what}"


def _shown(file: Path) -> str:
    """The path as an author would type it from here."""
    try:
        return str(file.relative_to(Path.cwd()))
    except ValueError:
        return str(file)
