"""`chumil simulate PATH [PATH2]`: what becomes of a story in the hands of imagined players."""

import argparse
import json
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from chumil.cli.check import print_errors
from chumil.cli.output import Output
from chumil.content.authoring.compile import Compiled, compile_file
from chumil.content.authoring.figures import figures
from chumil.content.authoring.players import PLAYERS
from chumil.content.authoring.simulate import SAMPLES, simulate

HELP = "Say how likely and how long each ending is, and what a play takes; two paths are compared."
WIDTH = 110


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `simulate`."""
    parser.add_argument("path", type=Path, metavar="PATH", help="a story")
    parser.add_argument("other", nargs="?", type=Path, metavar="PATH2", help="another version of it")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace, out: Output) -> int:
    """Print the figures; 1 where a story cannot be played."""
    stories = [compile_file(path) for path in (options.path, options.other) if path is not None]
    if any(story.scenario is None for story in stories):
        print_errors([problem for story in stories for problem in story.problems], out)
        return 1
    found = [_figures(story) for story in stories]
    if options.format == "json":
        print(json.dumps(found if options.other else found[0], ensure_ascii=False, indent=1), file=out)
    else:
        _print(found, out)
    return 0


def _figures(story: Compiled) -> dict[str, Any]:
    assert story.scenario is not None  # `run` has seen to it
    return {"file": story.source.file, "hash": story.hash, **figures(simulate(story.scenario))}


def _print(found: list[dict[str, Any]], out: Output) -> None:
    text = StringIO()
    console = Console(file=text, width=WIDTH, highlight=False)
    names = ["A: ", "B: "] if len(found) > 1 else [""]
    for name, one in zip(names, found, strict=True):
        console.print(f"{name}{one['file']} · {one['hash'][:12]}\n{_states(one)}", markup=False, soft_wrap=True)
    for player in PLAYERS:
        console.print(_table(player, found))
    for name, one in zip(names, found, strict=True):
        if rare := one["players"]["uniform"]["rare"]:
            console.print(f"{name}Met in under 1 of 50 uniform plays: {', '.join(rare)}")
    print(text.getvalue(), end="", file=out)


def _states(one: dict[str, Any]) -> str:
    answers = one["answers"]
    return (
        f"says {one['minutes']} minutes, {one['states']} states, "
        f"{answers['possible']} of {answers['authored']} answers can be given"
    )


def _table(player: str, found: list[dict[str, Any]]) -> Table:
    mine = [one["players"][player] for one in found]
    sampled = "" if all(one["exact"] for one in mine) else f" (a sample of {SAMPLES} plays)"
    table = Table(title=f"{player}{sampled}", title_justify="left", expand=True)
    table.add_column("", ratio=2)
    for letter in "AB"[: len(found)]:
        table.add_column(letter if len(found) > 1 else "min / mean / max", justify="right", ratio=2)
    if len(found) > 1:
        table.add_column("mean, A to B", justify="right", ratio=1)
    for name in dict.fromkeys(name for one in mine for name in one["endings"]):
        endings = [one["endings"].get(name) for one in mine]
        table.add_row(f"ending {name}", *map(_ending, endings), *_change([_share(one) for one in endings], "%"))
    for key in ("answers", "percent", "words", "minutes"):
        means = [one[key] and one[key]["mean"] for one in mine]
        table.add_row(key, *(_spread(one[key]) for one in mine), *_change(means))
    for stars in ("3", "2", "1"):
        shares = [100 * one["stars"][stars] for one in mine]
        table.add_row(
            f"{stars} star{'s' * (stars > '1')}", *(f"{share:.1f} %" for share in shares), *_change(shares, "%")
        )
    if any(one["unfinished"] for one in mine):
        shares = [100 * one["unfinished"] for one in mine]
        table.add_row("no ending in 200 answers", *(f"{share:.2g} %" for share in shares), *_change(shares, "%"))
    return table


def _share(ending: dict[str, Any] | None) -> float:
    return 100 * ending["probability"] if ending else 0.0


def _ending(ending: dict[str, Any] | None) -> str:
    if ending is None:
        return "-"
    return f"{_share(ending):.1f} %, {_spread(ending['answers'])} answers" if ending["answers"] else "never"


def _spread(spread: dict[str, float] | None) -> str:
    return f"{spread['min']:g} / {spread['mean']:.1f} / {spread['max']:g}" if spread else "-"


def _change(values: list[float | None], unit: str = "") -> list[str]:
    """The step from the first version to the second, where there are two."""
    if len(values) < 2:
        return []
    before, after = values[0], values[1]
    return [f"{after - before:+.1f}{unit and ' ' + unit}" if before is not None and after is not None else "-"]
