"""`chumil COMMAND`: parse the arguments, call the workbench, present what it says."""

import argparse
import sys
from collections.abc import Sequence

from chumil.cli import (
    check,
    child,
    export,
    graph,
    history,
    load,
    new,
    preview,
    quarantine,
    rebuild,
    retention,
    simulate,
    staff,
    translate,
)

_COMMANDS = (
    new,
    check,
    preview,
    simulate,
    graph,
    translate,
    load,
    history,
    export,
    rebuild,
    quarantine,
    retention,
    child,
    staff,
)
_ALSO = {"load": ("publish",)}


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 all is well, 1 the stories have errors, 2 the command was misused."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options, sys.stdout))
    except BrokenPipeError:  # `chumil check | head`
        sys.stderr.close()
        return 0


def parser() -> argparse.ArgumentParser:
    """Reads every command and its arguments; `run` of what it gives does the work."""
    whole = argparse.ArgumentParser(prog="chumil", description="The author's workbench of Chumil.")
    parts = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        name = command.__name__.rpartition(".")[2]
        part = parts.add_parser(name, aliases=_ALSO.get(name, ()), help=command.HELP, description=command.HELP)
        command.add_arguments(part)
        part.set_defaults(run=command.run)
    return whole
