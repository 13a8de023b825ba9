"""PO files: one for each language and document, kept in step with what the author writes."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import polib

from chumil.content.authoring.translation.texts import Text, family


class Unreadable(Exception):
    """The bytes are no PO file; the message says why."""


def read_catalog(raw: bytes) -> polib.POFile:
    """The PO file in `raw`; Unreadable for anything else."""
    try:
        text = raw.decode("utf-8")
        # polib takes a text of one line for the name of a file.
        catalog = polib.pofile(text + "\n", check_for_duplicates=True) if "\n" in text.strip() else polib.POFile()
    except (OSError, ValueError) as error:
        raise Unreadable(str(error)) from None
    if not _by_key(catalog):
        raise Unreadable("no entry in it has a msgctxt")
    return catalog


def mark(text: str) -> str:
    """What a source text is known by: the first 12 hex digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a translation is: keys by what is wrong with them, and how many texts there are."""

    whole: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]

    @property
    def done(self) -> int:
        """How many texts are translated and up to date."""
        return self.whole - len(self.missing) - len(self.stale)


def standing(texts: Sequence[Text], catalog: polib.POFile | None) -> Standing:
    """How far `catalog` translates `texts`."""
    entries = _by_key(catalog)
    missing, stale = [], []
    for one in texts:
        entry = entries.get(one.key)
        if entry is None or not entry.msgstr:
            missing.append(one.key)
        elif entry.fuzzy or entry.msgid != one.text:
            stale.append(one.key)
    return Standing(len(texts), tuple(missing), tuple(stale))


def translated(texts: Sequence[Text], catalog: polib.POFile) -> dict[str, str]:
    """The texts that are translated and up to date, by key."""
    entries = _by_key(catalog)
    held = standing(texts, catalog)
    open_ = {*held.missing, *held.stale}
    return {one.key: entries[one.key].msgstr for one in texts if one.key not in open_}


def merged(
    texts: Sequence[Text], old: polib.POFile | None, document: str, language: str, minor: Collection[str] = ()
) -> polib.POFile:
    """The catalog of `texts` with what `old` knows.

    A text that only changed its place in a list takes its translation along. A changed text keeps
    its old translation, marked fuzzy, or unmarked where its key is `minor`.
    """
    catalog = polib.POFile()
    catalog.metadata = {
        "Project-Id-Version": "Chumil",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Chumil-Document": document,
    }
    entries = _by_key(old)
    moved = _moved(texts, entries)
    for one in texts:
        entry = polib.POEntry(msgctxt=one.key, msgid=one.text, comment=f"{one.note}\nsource {mark(one.text)}")
        before = moved.get(one.key)
        if before is not None:
            _take(entry, before, one.key in minor)
        catalog.append(entry)
    return catalog


def _take(entry: polib.POEntry, before: polib.POEntry, minor: bool) -> None:
    """What was translated before, for a text that may have changed since."""
    entry.msgstr, entry.tcomment = before.msgstr, before.tcomment
    changed = before.msgid != entry.msgid
    if entry.msgstr and ((changed and not minor) or (before.fuzzy and not minor)):
        entry.flags.append("fuzzy")
        entry.previous_msgid = before.msgid if changed else before.previous_msgid


def _moved(texts: Sequence[Text], entries: dict[str, polib.POEntry]) -> dict[str, polib.POEntry]:
    """For each key the entry that stood for its text before: unmoved, moved within its family, or changed."""
    found = {one.key: entries[one.key] for one in texts if one.key in entries and entries[one.key].msgid == one.text}
    free = {key: entry for key, entry in entries.items() if key not in found}
    for one in texts:
        if one.key in found:
            continue
        for key, entry in free.items():
            if family(key) == family(one.key) and entry.msgid == one.text:
                found[one.key] = free.pop(key)
                break
    for one in texts:
        if one.key not in found and one.key in free:
            found[one.key] = free.pop(one.key)
    return found


@dataclass(frozen=True, slots=True)
class Received:
    """What came back from a translator: how many texts were taken, and keys that name no text."""

    catalog: polib.POFile
    taken: int
    outdated: tuple[str, ...]
    unknown: tuple[str, ...]


def received(catalog: polib.POFile, sent: polib.POFile) -> Received:
    """`catalog` with the translations of `sent`; those of another source text are taken as fuzzy.

    A translation that is missing in `sent` never takes one away.
    """
    entries = _by_key(catalog)
    taken, outdated, unknown = 0, [], []
    for new in _filled(sent):
        entry = entries.get(new.msgctxt)
        if entry is None:
            unknown.append(str(new.msgctxt))
            continue
        entry.msgstr, entry.tcomment, entry.previous_msgid = new.msgstr, new.tcomment, None
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        if new.fuzzy or new.msgid != entry.msgid:
            entry.flags.append("fuzzy")
            entry.previous_msgid = new.msgid if new.msgid != entry.msgid else None
            outdated.append(entry.msgctxt)
        taken += 1
    return Received(catalog, taken, tuple(outdated), tuple(unknown))


def _filled(catalog: polib.POFile) -> Iterator[polib.POEntry]:
    return (entry for entry in catalog if entry.msgstr and not entry.obsolete)


def _by_key(catalog: polib.POFile | None) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in catalog or () if entry.msgctxt and not entry.obsolete}
