"""One item of a sync, as the phone sends it: read strictly, so that junk is refused by itself."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from chumil.engine import ENGINE
from chumil.engine.model import MAX_ANSWERS

RAW_LIMIT = 4096
MAX_SEQUENCE = 2**53 - 1
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_YEARS = range(1900, 2200)


class Refusal(StrEnum):
    """Why an item is invalid or in conflict; beside these stand the codes of the engine's replay."""

    ITEM_NOT_OBJECT = "item_not_object"
    ID_INVALID = "id_invalid"
    CHILD_INVALID = "child_invalid"
    WRONG_CHILD = "wrong_child"
    VERSION_INVALID = "version_invalid"
    UNKNOWN_VERSION = "unknown_version"
    ENGINE_UNKNOWN = "engine_unknown"
    PATH_NOT_LIST = "path_not_list"
    PATH_TOO_LONG = "path_too_long"
    COPIED_INVALID = "copied_invalid"
    TIME_INVALID = "time_invalid"
    SEQUENCE_INVALID = "sequence_invalid"
    SHOWN_INVALID = "shown_invalid"
    PATH_DIFFERS = "path_differs"
    VERSION_DIFFERS = "version_differs"
    COPIED_DIFFERS = "copied_differs"
    INTERNAL = "internal"


class ItemError(ValueError):
    """The item is refused with `code`."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class Item:
    """A whole attempt so far; times are the phone's, `shown` is (percent, stars) or None."""

    id: UUID
    version: str
    path: list[Any]
    copied: int
    started_at: datetime
    finished_at: datetime | None
    sequence: int
    shown: tuple[int, int] | None


def read_item(raw: Any, child: UUID) -> Item:
    """The item, which must be this child's. Raises ItemError."""
    if not isinstance(raw, dict):
        raise ItemError(Refusal.ITEM_NOT_OBJECT)
    client_id = client_id_of(raw)
    if client_id is None:
        raise ItemError(Refusal.ID_INVALID)
    _check_owner(raw.get("child"), child)
    _check_version(raw.get("version"), raw.get("engine"))
    path = _path(raw.get("path"))
    finished_at = raw.get("finished_at")
    return Item(
        id=client_id,
        version=raw["version"],
        path=path,
        copied=_integer(raw.get("copied"), len(path), Refusal.COPIED_INVALID),
        started_at=moment(raw.get("started_at")),
        finished_at=None if finished_at is None else moment(finished_at),
        sequence=_integer(raw.get("sequence"), MAX_SEQUENCE, Refusal.SEQUENCE_INVALID),
        shown=_shown(raw.get("shown")),
    )


def client_id_of(raw: Any) -> UUID | None:
    """The item's id where it has one: a UUIDv7 in its usual spelling."""
    found = _uuid(raw.get("id")) if isinstance(raw, dict) else None
    return found if found is not None and found.version == 7 else None


def moment(value: Any) -> datetime:
    """A moment of ISO 8601 with its zone, in UTC. Raises ItemError for anything else."""
    try:
        parsed = datetime.fromisoformat(value)
        if parsed.tzinfo is None or parsed.year not in _YEARS:
            raise ItemError(Refusal.TIME_INVALID)
        return parsed.astimezone(UTC)
    except (TypeError, ValueError) as problem:
        raise ItemError(Refusal.TIME_INVALID) from problem


def raw_text(raw: Any) -> tuple[str, str]:
    """What quarantine keeps of an item: its JSON, cut to 4 kB, and the hash of the whole."""
    whole = json.dumps(raw, ensure_ascii=False, sort_keys=True).encode()
    return whole[:RAW_LIMIT].decode(errors="ignore"), hashlib.sha256(whole).hexdigest()


def _uuid(value: Any) -> UUID | None:
    try:
        found = UUID(value)
    except (AttributeError, TypeError, ValueError):
        return None
    return found if str(found) == value else None


def _check_owner(value: Any, child: UUID) -> None:
    owner = _uuid(value)
    if owner is None:
        raise ItemError(Refusal.CHILD_INVALID)
    if owner != child:
        raise ItemError(Refusal.WRONG_CHILD)


def _check_version(version: Any, engine: Any) -> None:
    if not isinstance(version, str) or not _HASH.fullmatch(version):
        raise ItemError(Refusal.VERSION_INVALID)
    if type(engine) is not int or engine != ENGINE:
        raise ItemError(Refusal.ENGINE_UNKNOWN)


def _path(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ItemError(Refusal.PATH_NOT_LIST)
    if len(value) > MAX_ANSWERS:
        raise ItemError(Refusal.PATH_TOO_LONG)
    return value


def _integer(value: Any, most: int, code: Refusal) -> int:
    if type(value) is not int or not 0 <= value <= most:  # True is no number here
        raise ItemError(code)
    return value


def _shown(value: Any) -> tuple[int, int] | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ItemError(Refusal.SHOWN_INVALID)
    percent = _integer(value.get("percent"), 100, Refusal.SHOWN_INVALID)
    return percent, _integer(value.get("stars"), 3, Refusal.SHOWN_INVALID)
