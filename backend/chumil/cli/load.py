"""`chumil load PATH...`: publish stories and reference files, all or nothing."""

import argparse
import os
from pathlib import Path
from typing import TextIO

from chumil.cli.check import print_errors
from chumil.common import clock
from chumil.content.authoring.library import read_library
from chumil.content.authoring.problems import has_errors

HELP = "Publish stories: all or nothing, and nothing new when nothing changed."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `load`, the same for the management command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")


def run(options: argparse.Namespace, out: TextIO) -> int:
    """Compile everything, refuse on any error, then publish."""
    library = read_library(options.paths, clock.now().date())
    if has_errors(library.problems):
        print_errors(library.problems, out)
        return 1
    raise NotImplementedError
