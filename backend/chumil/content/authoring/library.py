"""A folder of stories and reference files, read as one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chumil.content.authoring.compile import Compiled, compile_file
from chumil.content.authoring.problems import TOP, Problem, problem
from chumil.content.authoring.references import Reference, read_reference, reference_key

_NOT_AUTHORED = {"vectors", "demo", "i18n"}


@dataclass(frozen=True, slots=True)
class Library:
    """Everything found under the paths given, with every problem in it, sorted by place."""

    stories: list[Compiled]
    references: list[Reference]
    problems: list[Problem]


def read_library(paths: list[Path], today: date) -> Library:
    """Compile every YAML file under `paths`; a path that is not there is a problem too."""
    stories: list[Compiled] = []
    references: list[Reference] = []
    for file in _files(paths):
        key = reference_key(file)
        if key is None or not file.is_file():
            stories.append(compile_file(file))
        else:
            references.append(read_reference(file, key, today))
    problems = [one for part in (*stories, *references) for one in part.problems]
    problems += _twins(stories)
    return Library(stories, references, sorted(problems))


def _files(paths: list[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        found |= dict.fromkeys(
            file for file in inside if not _NOT_AUTHORED & set(file.relative_to(path).parts)
        )
    return list(found)


def _twins(stories: list[Compiled]) -> list[Problem]:
    """Two stories under one id."""
    first: dict[str, str] = {}
    found = []
    for one in stories:
        if one.story is None:
            continue
        file = one.source.file
        if (other := first.setdefault(one.story.id, file)) != file:
            mark = one.source.mark(("id",)) if one.source.values else TOP
            found.append(problem(file, mark, "R001", f"{one.story.id!r} is the id of {other} too"))
    return found


def entry(pack: dict[str, Any], hash: str, size: int) -> dict[str, Any]:
    """What a list of stories says about one of them: the API's shape of `GET scenarios`."""
    keys = ("id", "kind", "tier", "topic", "title", "summary", "minutes", "risks", "role")
    about = {key: pack[key] for key in keys}
    return about | {"hash": hash, "sensitive": "content_note" in pack, "bytes": size}
