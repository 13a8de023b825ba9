"""`chumil retention`: lets go of what has had its time. Run it once a day."""

import argparse

from chumil.cli.output import Output
from chumil.cli.setup import start_django

HELP = "Seal old answers, erase children who left, forget old sign-ins; safe to repeat."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`retention` takes none."""


def run(options: argparse.Namespace, out: Output) -> int:
    """Say how many of each went."""
    start_django()
    from chumil.flows.retention import retain  # models exist only after the start

    for what, number in retain().items():
        print(f"{number} {what}", file=out)
    return 0
