"""`chumil history SLUG`: the versions of a story, and who still leans on them."""

import argparse
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from chumil.cli.output import Output
from chumil.cli.setup import start_django

if TYPE_CHECKING:
    from django.db.models import QuerySet

HELP = "List the published versions of a story with the attempts pinned to each."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `history`."""
    parser.add_argument("slug", metavar="SLUG", help="the id of a story")
    parser.add_argument(
        "--remove", metavar="HASH", help="forget a version that nobody played; its hash or how it begins"
    )


def run(options: argparse.Namespace, out: Output) -> int:
    """Print the versions; 1 where there are none, or where one cannot be removed."""
    start_django()
    from chumil.play.selectors import versions_of  # models exist only after the start

    versions = versions_of(options.slug)
    if not versions:
        print(f"No story {options.slug!r} was ever published here.", file=out)
        return 1
    if options.remove:
        return _remove(versions, options.remove, out)
    _list(versions, out)
    return 0


def _list(versions: "QuerySet[Any]", out: Output) -> None:
    table = Table("version", "published", "withdrawn", "attempts", "running", "", box=None)
    for one in versions:
        withdrawn = f"{one.withdrawn_at:%Y-%m-%d %H:%M}" if one.withdrawn_at else "-"
        current = "current" if one.scenario.current_id == one.hash else ""
        published = f"{one.published_at:%Y-%m-%d %H:%M}"
        table.add_row(one.hash[:12], published, withdrawn, str(one.played), str(one.running), current)
    console = Console(width=100, no_color=True)
    with console.capture() as printed:
        console.print(table)
    print(printed.get(), end="", file=out)


def _remove(versions: "QuerySet[Any]", start: str, out: Output) -> int:
    from chumil.content.services import Held, remove_version

    found = [one.hash for one in versions if one.hash.startswith(start)]
    if len(found) != 1:
        print(f"{len(found)} versions begin with {start!r}: nothing was removed.", file=out)
        return 1
    try:
        remove_version(hash=found[0])
    except Held as held:
        print(f"{found[0][:12]} stays: {held}.", file=out)
        return 1
    print(f"{found[0][:12]} is forgotten.", file=out)
    return 0
