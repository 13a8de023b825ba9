"""`chumil graph PATH`: the story as a picture."""

import argparse
import shutil
import subprocess
from pathlib import Path

from chumil.cli.check import print_errors
from chumil.cli.output import Output
from chumil.content.authoring.chart import chart
from chumil.content.authoring.compile import compile_file
from chumil.content.authoring.drawing import dot, mermaid

HELP = "Draw the scenes of a story and the ways between them."
LAYOUT = Path(__file__).parents[3] / "mobile" / "scripts" / "layout.mjs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `graph`."""
    parser.add_argument("path", type=Path, metavar="PATH", help="a story")
    parser.add_argument("--format", choices=("svg", "mermaid"), default="svg")
    parser.add_argument("--out", type=Path, metavar="FILE", help="a file instead of the screen")


def run(options: argparse.Namespace, out: Output) -> int:
    """Write the picture; 1 where the story cannot be played or the layout engine is missing."""
    story = compile_file(options.path)
    if story.scenario is None:
        print_errors(story.problems, out)
        return 1
    drawn = chart(story.scenario)
    try:
        picture = mermaid(drawn) if options.format == "mermaid" else svg(dot(drawn))
    except LayoutMissing as missing:
        print(f"The picture needs {missing}; `make run` installs it. --format mermaid needs nothing.", file=out)
        return 1
    if options.out is None:
        print(picture, end="", file=out)
    else:
        options.out.write_text(picture, encoding="utf-8")
        print(f"{options.out}: {len(drawn.boxes)} scenes", file=out)
    return 0


class LayoutMissing(Exception):
    """Node or the layout engine is not installed; the message names which."""


def svg(text: str) -> str:
    """The picture of a graph in DOT, laid out by Graphviz; LayoutMissing where that is not there."""
    node = shutil.which("node")
    if node is None:
        raise LayoutMissing("Node")
    if not (LAYOUT.parents[1] / "node_modules" / "@viz-js" / "viz").is_dir():
        raise LayoutMissing("@viz-js/viz in mobile/node_modules")
    done = subprocess.run(  # noqa: S603  no shell; the story goes through the standard input
        [node, str(LAYOUT)], input=text, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60
    )
    return done.stdout
