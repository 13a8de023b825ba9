"""`chumil load PATH...`: publish stories and reference files, all or nothing."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

import django
from django.apps import apps
from rich.console import Console
from rich.progress import track

from chumil.cli.check import print_errors
from chumil.cli.output import Output
from chumil.common import clock
from chumil.content.authoring.library import Library, read_library
from chumil.content.authoring.problems import has_errors

HELP = "Publish stories: all or nothing, and nothing new when nothing changed."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `load`, the same for the management command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--whole", action="store_true", help="the paths are the whole catalogue: withdraw the rest")


def run(options: argparse.Namespace, out: Output) -> int:
    """Compile everything, refuse on any error, then publish and say what changed."""
    library = read_library(options.paths, clock.now().date(), _watched)
    if has_errors(library.problems):
        print_errors(library.problems, out)
        print("Nothing was published.", file=out)
        return 1
    _publish(library, options, out)
    return 0


def _watched(files: list[Path]) -> Iterable[Path]:
    console = Console(stderr=True)
    return track(files, "Reading", console=console, disable=not console.is_terminal)


def _publish(library: Library, options: argparse.Namespace, out: Output) -> None:
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chumil.config.settings")
        django.setup()
    from chumil.content.services import publish  # models exist only after setup

    packs = [one.pack for one in library.stories if one.pack is not None]
    plan = publish(packs, library.documents(), dry_run=options.dry_run, whole=options.whole)
    for sign, names in (("+", plan.added), ("~", plan.changed), ("-", plan.withdrawn)):
        for name in names:
            print(f"{sign} {name}{_pinned(name) if sign != '+' else ''}", file=out)
    verb = "would be" if options.dry_run else "were"
    counts = f"{len(plan.added)} added, {len(plan.changed)} changed, {len(plan.withdrawn)} withdrawn"
    print(f"{counts}, {len(plan.unchanged)} {verb} left as they are", file=out)


def _pinned(name: str) -> str:
    """What a change or a withdrawal leaves alone: plays already begun."""
    from chumil.play.selectors import versions_of

    running = sum(one.running for one in versions_of(name))
    return f" (attempts that go on in the version they began: {running})" if running else ""
