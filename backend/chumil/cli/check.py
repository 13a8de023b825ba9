"""`chumil check PATH...`: every problem of the stories, with its place and its cure."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from chumil.cli.output import Output
from chumil.common import clock
from chumil.content.authoring.library import read_library
from chumil.content.authoring.problems import Problem, has_errors

HELP = "Say everything that is wrong with stories; needs no database."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check`, the same for the management command."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--format", choices=sorted(_WRITERS), default="text")


def run(options: argparse.Namespace, out: Output) -> int:
    """Print the problems; 1 where a story has errors, 2 where a path is not there."""
    missing = [path for path in options.paths if not path.exists()]
    library = read_library(options.paths, clock.now().date())
    _WRITERS[options.format](library.problems, out)
    if options.format == "text":
        print(_summary(library.problems, len(library.stories)), file=out)
    return 2 if missing else int(has_errors(library.problems))


def _summary(problems: list[Problem], stories: int) -> str:
    errors = sum(one.severity == "error" for one in problems)
    warnings = len(problems) - errors
    return f"{_count(stories, 'story', 'stories')}: {_count(errors, 'error', 'errors')}, " + _count(
        warnings, "warning", "warnings"
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _text(problems: list[Problem], out: Output) -> None:
    for one in problems:
        print(f"{one}\n    {one.cure}", file=out)


def print_errors(problems: list[Problem], out: Output) -> None:
    """Only what keeps the stories from being used, for the commands that use them."""
    _text([one for one in problems if one.severity == "error"], out)


def _json(problems: list[Problem], out: Output) -> None:
    entries = [{key: value for key, value in asdict(one).items() if value is not None} for one in problems]
    print(json.dumps(entries, ensure_ascii=False, indent=1), file=out)


def _github(problems: list[Problem], out: Output) -> None:
    """Annotations of GitHub Actions; %, CR and LF are escaped as its workflow commands ask."""
    for one in problems:
        text = f"{one.message} {one.cure}".replace("%", "%25").replace("\r", "%0D")
        text = text.replace("\n", "%0A")
        place = f"file={one.file},line={one.line},col={one.column},title={one.code}"
        print(f"::{one.severity} {place}::{text}", file=out)


_WRITERS = {"text": _text, "json": _json, "github": _github}
