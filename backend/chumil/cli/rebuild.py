"""`chumil rebuild`: scores, progress and badges of every child again, from the attempts alone."""

import argparse

from rich.console import Console
from rich.progress import track

from chumil.cli.output import Output
from chumil.cli.setup import start_django

HELP = "Derive scores, progress and badges again from the attempts; where all is right, nothing changes."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`rebuild` takes none."""


def run(options: argparse.Namespace, out: Output) -> int:
    """Go through the children; 1 where an attempt no longer replays (it is left as it is)."""
    start_django()
    from chumil.flows.rebuild import children_who_played, rebuild_child  # models exist only after the start

    children = children_who_played()
    console = Console(stderr=True)
    watched = track(children, "Rebuilding", console=console, disable=not console.is_terminal)
    unplayable = [attempt for child in watched for attempt in rebuild_child(child)]
    for attempt in unplayable:
        print(f"attempt {attempt} no longer replays and was left as it is", file=out)
    print(f"{len(children)} children rebuilt, {len(unplayable)} attempts left alone", file=out)
    return int(bool(unplayable))
