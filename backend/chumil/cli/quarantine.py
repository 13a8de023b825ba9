"""`chumil quarantine list|replay`: what was refused, and trying it again after the cause is mended."""

import argparse
from collections import Counter
from uuid import UUID

from rich.console import Console
from rich.progress import track
from rich.table import Table

from chumil.cli.output import Output
from chumil.cli.setup import start_django

HELP = "List the items that sync refused, or try them again; nothing is deleted."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `quarantine`."""
    parser.add_argument("action", choices=("list", "replay"))
    parser.add_argument("--child", type=UUID, metavar="ID", help="only of this child")


def run(options: argparse.Namespace, out: Output) -> int:
    """Show or replay what waits; 0 even where items are refused again."""
    start_django()
    (_list if options.action == "list" else _replay)(options.child, out)
    return 0


def _list(child: UUID | None, out: Output) -> None:
    """Never what was answered: the stories may be sensitive."""
    from chumil.play.selectors import unresolved  # models exist only after the start

    table = Table("received", "child", "attempt", "code", "times", box=None)
    rows = list(unresolved(child))
    for row in rows:
        received = f"{row.received_at:%Y-%m-%d %H:%M}"
        table.add_row(received, str(row.child_id), str(row.client_id or "-"), row.code, str(row.reports))
    console = Console(width=130, no_color=True)
    with console.capture() as printed:
        console.print(table)
    print(printed.get() if rows else "", end="", file=out)
    print(f"{len(rows)} items wait", file=out)


def _replay(child: UUID | None, out: Output) -> None:
    from chumil.flows.quarantine import replay
    from chumil.play.selectors import waiting

    console = Console(stderr=True)
    watched = track(
        replay(child=child), "Replaying", total=waiting(child), console=console, disable=not console.is_terminal
    )
    outcomes = Counter(watched)
    for outcome, number in sorted(outcomes.items()):
        print(f"{outcome} {number}", file=out)
    print(f"{outcomes.total()} items tried", file=out)
