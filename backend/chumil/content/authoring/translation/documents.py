"""The documents of a library that can be translated, and where their PO files are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from chumil.content.authoring.compile import Compiled
from chumil.content.authoring.references import Reference
from chumil.content.authoring.translation import LANGUAGES
from chumil.content.authoring.translation.catalogs import read_catalog
from chumil.content.authoring.translation.texts import Text, reference_texts, story_texts


@dataclass(frozen=True, slots=True)
class Document:
    """A story or a reference file. `published` names its overlay: a hash, or a reference file's key.

    `within` are the languages that the file itself speaks beside Spanish; no PO file has them.
    """

    name: str
    published: str
    file: Path
    texts: tuple[Text, ...]
    within: frozenset[str] = frozenset()

    @property
    def folder(self) -> Path:
        """The `i18n` folder of its catalogue: beside topics.yaml, or beside the file where there is none."""
        for folder in self.file.resolve().parents:
            if (folder / "topics.yaml").is_file():
                return folder / "i18n"
        return self.file.resolve().parent / "i18n"

    def path(self, language: str) -> Path:
        """Where its PO file of this language is, or would be."""
        return self.folder / language / f"{self.name}.po"

    def catalog(self, language: str) -> polib.POFile | None:
        """Its PO file, None where there is none; Unreadable where it is broken."""
        path = self.path(language)
        return read_catalog(path.read_bytes()) if path.is_file() else None

    def languages(self) -> list[str]:
        """The languages that its PO files are in: those with a folder, but what the file speaks itself."""
        return [one for one in LANGUAGES if one not in self.within and (self.folder / one).is_dir()]


def translatable(stories: Sequence[Compiled], references: Sequence[Reference]) -> Iterator[Document]:
    """What can be translated among what was read; a file that does not compile cannot."""
    for story in stories:
        if story.pack is not None:
            texts = tuple(story_texts(story.source.data))
            yield Document(story.source.data["id"], story.hash, Path(story.source.file), texts)
    for one in references:
        if one.body is not None and (texts := tuple(reference_texts(one.body))):
            yield Document(one.key, one.key, Path(one.source.file), texts, within=frozenset({"en"}))
