"""`chumil export PATH... --out DIR`: the packs and reference files as the client bundles them."""

import argparse
import json
from pathlib import Path
from typing import Any

from chumil.cli.check import print_errors
from chumil.cli.output import Output
from chumil.common import clock
from chumil.content.authoring.library import Library, entry, read_library
from chumil.content.authoring.problems import has_errors
from chumil.content.authoring.schema import TIERS
from chumil.content.authoring.translation.documents import translatable
from chumil.content.authoring.translation.overlays import overlays

HELP = "Write packs, catalogue and reference files as JSON; needs no database."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `export`."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", default=[Path("fixtures")])
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--tier", choices=TIERS, help="only the stories of this tier")


def run(options: argparse.Namespace, out: Output) -> int:
    """Write the files; nothing is written where a story has errors."""
    library = read_library(options.paths, clock.now().date())
    if has_errors(library.problems):
        print_errors(library.problems, out)
        return 1
    files = exported(library, options.tier)
    for name, body in files.items():
        (options.out / name).parent.mkdir(parents=True, exist_ok=True)
        (options.out / name).write_bytes(body)
    print(f"{len(files)} files in {options.out}", file=out)
    return 0


def exported(library: Library, tier: str | None) -> dict[str, bytes]:
    """File names and their bytes: <hash>.json, catalogue.json, one for each reference document, overlays."""
    files: dict[str, bytes] = {}
    entries = []
    stories = []
    for one in library.stories:
        if one.pack is not None and tier in {None, one.pack["tier"]}:
            files[f"{one.hash}.json"] = one.body
            entries.append(entry(one.pack, one.hash, len(one.body)))
            stories.append(one)
    entries.sort(key=lambda item: (TIERS.index(item["tier"]), item["id"]))
    files["catalogue.json"] = _json(entries)
    files |= {f"{key}.json": _json(body) for key, body in library.documents().items()}
    return files | overlays(translatable(stories, library.references))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
