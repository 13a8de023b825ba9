"""Check a source against a model, and say what is wrong in an author's words."""

import difflib
from collections.abc import Callable
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from chumil.content.authoring.problems import Path, Problem, problem
from chumil.content.authoring.schema import SOMETHING
from chumil.content.authoring.source import Source

MAX_PROBLEMS = 200  # of one file; the rest can wait until these are mended

M = TypeVar("M", bound=BaseModel)

_CODES = {
    "extra_forbidden": "F012",
    "missing": "F013",
    "literal_error": "F015",
    "string_pattern_mismatch": "F016",
    "string_too_short": "F017",
    "string_too_long": "F017",
    "greater_than_equal": "F018",
    "less_than_equal": "F018",
    "too_short": "F019",
    "too_long": "F019",
    "kind_missing": "F020",
}


def read_form(source: Source, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The source as `model`, or None and what keeps it from being one."""
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        return None, _problems(source, model, error.errors(include_url=False))


def _problems(source: Source, model: type[BaseModel], errors: list[ErrorDetails]) -> list[Problem]:
    found: dict[Path, Problem] = {}
    for error in errors[:MAX_PROBLEMS]:
        path = real_path(source.data, error["loc"])
        if error["type"] == "missing":
            path = (*path, str(error["loc"][-1]))
        found.setdefault(path, _problem(source, model, error, path))
    return list(found.values())


def real_path(data: Any, loc: tuple[str | int, ...]) -> Path:
    """The keys of `loc` that stand in the data: without pydantic's tags."""
    path: Path = ()
    for token in loc:
        inside = isinstance(data, dict) and token in data
        if inside or (isinstance(data, list) and isinstance(token, int) and token < len(data)):
            data = data[token]
            path = (*path, token)
    return path


def _problem(source: Source, model: type[BaseModel], error: ErrorDetails, path: Path) -> Problem:
    code = _CODES.get(error["type"], "F014")
    if code == "F016" and error["ctx"]["pattern"] == SOMETHING:
        code = "F017"
    on_key = error["loc"][-1] == "[key]" or code in {"F012", "F019"}
    place = path[:-1] if code == "F013" else path
    mark = source.key_mark(place) if on_key or code in {"F013", "F020"} else source.mark(place)
    message = _MESSAGES[code](error, path)
    if code == "F012":
        message += _did_you_mean(str(path[-1]), keys_at(model, error["loc"][:-1]))
    return problem(source.file, mark, code, message)


def _name(path: Path) -> str:
    return ".".join(map(str, path)) or "the file"


def _shape(error: ErrorDetails, path: Path) -> str:
    wanted = error["msg"].removeprefix("Input should be ").replace("a valid ", "a ")
    wanted = wanted.replace("dictionary", "map of keys").replace("an object", "a map of keys")
    if "or instance of" in wanted or "instance of" in wanted:
        wanted = "a map of keys"
    return f"{_name(path)} should be {wanted}"


def _word(error: ErrorDetails, path: Path) -> str:
    allowed = [word.strip("' ") for word in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
    return f"{_name(path)} cannot be {str(error['input'])[:40]!r}" + (
        _did_you_mean(str(error["input"]), allowed) or f"; it is one of {', '.join(allowed)}"
    )


def _length(error: ErrorDetails) -> str:
    return "says nothing" if "pattern" in error.get("ctx", {}) else error["msg"].removeprefix("String ")


_Say = Callable[[ErrorDetails, Path], str]
_MESSAGES: dict[str, _Say] = {
    "F012": lambda error, path: f"unknown key {str(path[-1])[:60]!r}",
    "F013": lambda error, path: f"{_name(path[:-1])} needs the key {path[-1]!r}",
    "F014": _shape,
    "F015": _word,
    "F016": lambda error, path: f"{_name(path)} is {str(error['input'])[:40]!r}, which is no id",
    "F017": lambda error, path: f"{_name(path)}: {_length(error)}",
    "F018": lambda error, path: f"{_name(path)}: {error['msg'].removeprefix('Input ')}",
    "F019": lambda error, path: f"{_name(path)}: {error['msg'].split(' after ')[0]}",
    "F020": lambda error, path: f"{_name(path)} {error['msg']}",
}


def _did_you_mean(word: str, names: list[str]) -> str:
    near = difflib.get_close_matches(word[:60], names, 1, 0.7)
    return f"; did you mean {near[0]!r}?" if near else ""


def keys_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the map at `loc` may have; `loc` is a place as pydantic names it."""
    kind = _bare(model)
    for token in loc:
        kind = _bare(_inside(kind, token))
    return [info.alias or name for name, info in kind.model_fields.items()]


def _inside(kind: Any, token: str | int) -> Any:
    """The type of what stands under `token` in a value of type `kind`."""
    if str(token).startswith("tag:"):
        return next(arm for arm in get_args(kind) if Tag(str(token)) in get_args(arm))
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return next(info.annotation for name, info in kind.model_fields.items() if token in {name, info.alias})
    return get_args(kind)[-1]


def _bare(kind: Any) -> Any:
    """A type without `Annotated`, `| None` and `RootModel` around it."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if NoneType in get_args(kind):
        return _bare(next(arm for arm in get_args(kind) if arm is not NoneType))
    if isinstance(kind, type) and issubclass(kind, RootModel):
        return _bare(kind.model_fields["root"].annotation)
    return kind
