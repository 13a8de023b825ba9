"""A folder of stories and reference files, read as one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chumil.content.authoring.checks import language, pedagogy, state
from chumil.content.authoring.checks.gaps import gaps
from chumil.content.authoring.checks.shelf import Shelf, against_shelf, quotas
from chumil.content.authoring.checks.translations import translations
from chumil.content.authoring.compile import Compiled, compile_file, placed
from chumil.content.authoring.draft import Draft
from chumil.content.authoring.explore import explore
from chumil.content.authoring.forms import read_form
from chumil.content.authoring.problems import TOP, Finding, Problem, problem
from chumil.content.authoring.references import Reference, read_reference, reference_key
from chumil.content.authoring.schema import Story
from chumil.content.authoring.source import read_source
from chumil.content.authoring.talks import collected, mismatched, repeated
from chumil.content.authoring.translation.documents import translatable

_NOT_AUTHORED = {"vectors", "demo", "i18n"}


@dataclass(frozen=True, slots=True)
class Library:
    """Everything found under the paths given, with every problem in it, sorted by place."""

    stories: list[Compiled]
    references: list[Reference]
    problems: list[Problem]

    def documents(self) -> dict[str, Any]:
        """What is published besides packs: the reference files and, where stories were read, their talks."""
        written = [one.story for one in self.stories if one.story is not None]
        return {one.key: one.body for one in self.references} | ({"talks": collected(written)} if written else {})


def read_library(paths: list[Path], today: date, watched: Callable[[list[Path]], Iterable[Path]] = iter) -> Library:
    """Compile every YAML file under `paths`; a path that is not there is a problem too.

    `watched` sees the files go by, to show how far the work has come.
    """
    stories: list[Compiled] = []
    references: list[Reference] = []
    for file in watched(_files(paths)):
        key = reference_key(file)
        if key is None or not file.is_file():
            stories.append(compile_file(file))
        else:
            references.append(read_reference(file, key, today))
    shelf = _shelf(references or _nearby(paths, today))
    problems = [one for reference in references for one in reference.problems]
    problems += [one for story in stories for one in story.problems]
    problems += _twins(stories)
    problems += [found for story in stories for found in _misplaced(story)]
    for one in stories:
        problems += review(one, shelf)
    problems += _between(stories, paths)
    problems += translations(
        list(translatable(stories, references)),
        [path for path in paths if (path / "topics.yaml").is_file()],
        {Path(one.source.file).stem for one in stories},
    )
    return Library(stories, references, sorted(_unkept(stories, problems)))


def review(compiled: Compiled, shelf: Shelf) -> list[Problem]:
    """What is wrong with a story that can be played: its states, its teaching, its language."""
    if compiled.story is None or compiled.pack is None or compiled.scenario is None:
        return []
    draft = Draft(compiled.story, compiled.pack)
    findings = [one for check in (*pedagogy.CHECKS, *language.CHECKS) for one in check(draft)]
    findings += [*against_shelf(draft, shelf), *gaps(compiled.source.data)]
    space = explore(compiled.scenario)
    findings += [one for check in state.CHECKS for one in check(space)]
    return placed(compiled.source, findings)


def _between(stories: list[Compiled], paths: list[Path]) -> list[Problem]:
    """What is wrong between stories, each of them right by itself."""
    sources = {one.story.id: one.source for one in stories if one.story is not None}
    written = [one.story for one in stories if one.story is not None]
    found = [*quotas(written), *repeated(written), *_mismatched(written, paths)]
    return [one for story, finding in found for one in placed(sources[story.id], [finding])]


def _mismatched(written: list[Story], paths: list[Path]) -> list[tuple[Story, Finding]]:
    """The rest of the catalogue is read only where the stories by themselves do not match."""
    if not list(mismatched(written)):
        return []
    known = {story.id for story in written}
    files = [file for folder in _catalogue(paths) for file in sorted((folder / "scenarios").rglob("*.yaml"))]
    others = [form for file in files if (form := read_form(read_source(file.read_bytes(), str(file)), Story)[0])]
    return list(mismatched(written, [story for story in others if story.id not in known]))


def _unkept(stories: list[Compiled], problems: list[Problem]) -> list[Problem]:
    """Without the warnings that their authors keep; an entry that keeps nothing is a warning."""
    kept: set[tuple[str, str]] = set()
    idle: list[Problem] = []
    for one in stories:
        found = {p.code for p in problems if p.file == one.source.file and p.severity == "warning"}
        for place, keep in enumerate(one.story.keep if one.story else []):
            kept.add((one.source.file, keep.code))
            if keep.code not in found and one.pack is not None:
                finding = Finding(("keep", place), "P027", f"there is no warning {keep.code}")
                idle += placed(one.source, [finding])
    return [p for p in problems if p.severity == "error" or (p.file, p.code) not in kept] + idle


def _nearby(paths: list[Path], today: date) -> list[Reference]:
    """The reference files above a story that is checked alone."""
    for folder in _catalogue(paths):
        files = [folder / "topics.yaml", *sorted((folder / "help").glob("*.yaml"))]
        return [read_reference(one, reference_key(one) or "help", today) for one in files]
    return []


def _catalogue(paths: list[Path]) -> Iterator[Path]:
    """The folders above the paths that hold a catalogue: those with a topics.yaml."""
    above = dict.fromkeys(folder for path in paths for folder in path.resolve().parents)
    return (folder for folder in above if (folder / "topics.yaml").is_file())


def _shelf(references: list[Reference]) -> Shelf:
    bodies = {one.key: one.body for one in references if one.body is not None}
    topics = bodies.get("topics")
    channels = bodies.get("help")
    return Shelf(
        topics=None if topics is None else {topic["id"]: topic for topic in topics},
        channels=None if channels is None else frozenset(c["key"] for c in channels["channels"]),
    )


def _files(paths: list[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        found |= dict.fromkeys(file for file in inside if not _NOT_AUTHORED & set(file.relative_to(path).parts))
    return list(found)


def _misplaced(compiled: Compiled) -> list[Problem]:
    """In a catalogue the folder is the tier and the file name is the id."""
    file, story = Path(compiled.source.file), compiled.story
    if story is None or file.parent.parent.name != "scenarios":
        return []
    wanted = {"tier": (file.parent.name, story.tier), "id": (file.stem, story.id)}
    return placed(
        compiled.source,
        [
            Finding((key,), "F024", f"the {key} is {said!r}, but the file stands under {there!r}")
            for key, (there, said) in wanted.items()
            if there != said
        ],
    )


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
