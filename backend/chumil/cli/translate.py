"""`chumil translate export|import|status`: PO files for the people who translate."""

import argparse
from io import StringIO
from pathlib import Path

import polib
from rich.console import Console
from rich.table import Table

from chumil.cli.check import print_errors
from chumil.cli.output import Output
from chumil.common import clock
from chumil.content.authoring.checks.translations import forbidden
from chumil.content.authoring.library import read_library
from chumil.content.authoring.problems import Problem
from chumil.content.authoring.translation import LANGUAGES
from chumil.content.authoring.translation.catalogs import (
    Unreadable,
    merged,
    read_catalog,
    received,
    standing,
)
from chumil.content.authoring.translation.documents import Document, translatable

HELP = "Write PO files for translators, take them back, and say how far each language is."
FIXTURES = Path("fixtures")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `translate`, one set for each of its three words."""
    parts = parser.add_subparsers(metavar="WHAT", required=True)
    out = parts.add_parser("export", help="write or refresh the PO files of stories and reference files")
    out.add_argument("paths", nargs="*", type=Path, metavar="PATH", default=[FIXTURES])
    out.add_argument("--lang", nargs="+", choices=sorted(LANGUAGES), help="default: the languages begun")
    out.add_argument("--minor", nargs="+", default=[], metavar="KEY", help="changed texts whose translation stands")
    out.set_defaults(translate=_export)
    back = parts.add_parser("import", help="take PO files back from translators")
    back.add_argument("files", nargs="+", type=Path, metavar="FILE")
    back.add_argument("--fixtures", type=Path, default=FIXTURES, metavar="DIR")
    back.set_defaults(translate=_import)
    how = parts.add_parser("status", help="say how far each language is")
    how.add_argument("paths", nargs="*", type=Path, metavar="PATH", default=[FIXTURES])
    how.set_defaults(translate=_status)


def run(options: argparse.Namespace, out: Output) -> int:
    """One of the three words; 1 where a file has errors, 2 where the command was misused."""
    try:
        return int(options.translate(options, out))
    except Unreadable as error:
        print(f"A PO file cannot be read: {error}", file=out)
        return 1


def _documents(paths: list[Path]) -> tuple[list[Document], list[Problem]]:
    library = read_library(paths, clock.now().date())
    return list(translatable(library.stories, library.references)), library.problems


def _export(options: argparse.Namespace, out: Output) -> int:
    documents, problems = _documents(options.paths)
    if not documents:
        print_errors(problems, out)
        return 1
    known = {one.key for document in documents for one in document.texts}
    if strange := set(options.minor) - known:
        print(f"No text has the key {', '.join(sorted(strange))}.", file=out)
        return 2
    written = 0
    for document in documents:
        for language in options.lang or document.languages():
            written += 1
            if language in document.within:
                print(f"{document.name}: {LANGUAGES[language]} stands in the file itself", file=out)
                continue
            catalog = merged(document.texts, document.catalog(language), document.name, language, options.minor)
            _save(catalog, document.path(language))
            print(f"{document.path(language)}: {_told(document, catalog)}", file=out)
    if not written:
        print(f"No language is begun: name one with --lang ({', '.join(sorted(LANGUAGES))}).", file=out)
    return 0 if written else 2


def _import(options: argparse.Namespace, out: Output) -> int:
    documents = {one.name: one for one in _documents([options.fixtures])[0]}
    failed = False
    for file in options.files:
        said = _taken(file, documents)
        failed |= not said.startswith("took")
        print(f"{file}: {said}", file=out)
    return int(failed)


def _taken(file: Path, documents: dict[str, Document]) -> str:
    """Take one file back; a sentence about it, which begins with `took` where it was taken."""
    if not file.is_file():
        return "there is no such file"
    sent = read_catalog(file.read_bytes())
    name, language = (sent.metadata.get(key, "") for key in ("X-Chumil-Document", "Language"))
    document = documents.get(name)
    if document is None or language not in LANGUAGES.keys() - document.within:
        return f"its head names the document {name!r} and the language {language!r}; there is no such translation"
    for entry in sent:
        for what in forbidden(entry):
            return f"line {entry.linenum}: {what}; nothing was taken"
    base = merged(document.texts, document.catalog(language), name, language)
    back = received(base, sent)
    _save(back.catalog, document.path(language))
    said = f"took {back.taken} texts; {_told(document, back.catalog)}"
    if back.outdated:
        said += f"; translated from an older text: {', '.join(back.outdated)}"
    return said + (f"; no longer in the story: {', '.join(back.unknown)}" if back.unknown else "")


def _save(catalog: polib.POFile, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog.save(str(path))


def _standing(document: Document, language: str) -> str:
    return "in the file" if language in document.within else _told(document, document.catalog(language))


def _told(document: Document, catalog: polib.POFile | None) -> str:
    held = standing(document.texts, catalog)
    return f"{held.done} of {held.whole} ready, {len(held.stale)} stale, {len(held.missing)} missing"


def _status(options: argparse.Namespace, out: Output) -> int:
    table = Table()
    table.add_column("document")
    documents, _ = _documents(options.paths)
    languages = sorted({language for one in documents for language in one.languages()})
    if not languages:
        print("No language is begun: chumil translate export --lang LANGUAGE begins one.", file=out)
        return 0
    for language in languages:
        table.add_column(f"{LANGUAGES[language]} ({language})", justify="right")
    for document in documents:
        table.add_row(document.name, *(_standing(document, language) for language in languages))
    text = StringIO()
    Console(file=text, width=60 + 40 * len(languages)).print(table)
    print(text.getvalue(), end="", file=out)
    return 0
