"""`chumil new SLUG`: a story that plays from its first minute, with marked gaps to fill."""

import argparse
import difflib
import re
from pathlib import Path
from typing import Any

from chumil.cli.output import Output
from chumil.common import clock
from chumil.content.authoring.references import read_reference
from chumil.content.authoring.scaffold import Beginning, scaffold
from chumil.content.authoring.schema import TIERS

HELP = "Begin a story or a quiz: a file that `check` accepts but for its marked gaps."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `new`."""
    parser.add_argument("slug", metavar="SLUG", help="its id and file name: small letters, digits and -")
    parser.add_argument("--tier", choices=TIERS, required=True)
    parser.add_argument("--topic", required=True, help="an id of topics.yaml")
    parser.add_argument("--kind", choices=("story", "quiz"), default="story")
    parser.add_argument("--fixtures", type=Path, default=Path("fixtures"), metavar="DIR", help="where topics.yaml is")


def run(options: argparse.Namespace, out: Output) -> int:
    """Write the file and say where it is; 2 where it cannot be begun, and why."""
    topics = _topics(options.fixtures)
    file = options.fixtures / "scenarios" / options.tier / f"{options.slug}.yaml"
    if refused := _refused(options, topics, file):
        print(refused, file=out)
        return 2
    topic = topics[options.topic]
    text = scaffold(
        Beginning(options.slug, options.kind, options.tier, options.topic, topic["c4"][0], topic["sensitive"])
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    print(f"{file}\nNext: chumil preview {file}", file=out)
    return 0


def _topics(fixtures: Path) -> dict[str, Any]:
    """The topics by id; none where there is no readable topics.yaml."""
    file = fixtures / "topics.yaml"
    body = read_reference(file, "topics", clock.now().date()).body if file.is_file() else None
    return {topic["id"]: topic for topic in body or []}


def _refused(options: argparse.Namespace, topics: dict[str, Any], file: Path) -> str | None:
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,59}", options.slug):
        return f"{options.slug!r} is no id: begin with a small letter, then a-z, 0-9 and -."
    if not topics:
        return f"There is no topics.yaml in {options.fixtures}: give its folder with --fixtures."
    if options.topic not in topics:
        near = difflib.get_close_matches(options.topic, topics, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"It is one of {', '.join(topics)}."
        return f"There is no topic {options.topic!r}. {hint}"
    if options.tier not in (tiers := topics[options.topic]["tiers"]):
        return f"{options.topic!r} is for {', '.join(tiers)}, not for {options.tier}."
    for other in sorted((options.fixtures / "scenarios").glob(f"*/{options.slug}.yaml")):
        return f"{other} is there already."
    return None
