"""Canonical JSON: one content, one sequence of bytes, one name for ever."""

import hashlib
import json
import unicodedata
from typing import Any

MAX_SAFE_INTEGER = 2**53 - 1
"""Larger integers lose digits in JavaScript."""


class CanonError(ValueError):
    """The data has no canonical form."""


def canonical(data: Any) -> bytes:
    """UTF-8, keys sorted by code point, no spaces, strings in NFC; CanonError where impossible."""
    text = json.dumps(_normal(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def content_hash(body: bytes) -> str:
    """The name of a version: SHA-256 of its canonical bytes in 64 hex digits."""
    return hashlib.sha256(body).hexdigest()


def _normal(data: Any) -> Any:
    match data:
        case None | bool():
            return data
        case int():
            return _integer(data)
        case str():
            return _text(data)
        case list() | tuple():
            return [_normal(each) for each in data]
        case dict():
            return _object(data)
    raise CanonError(f"{type(data).__name__} has no canonical form")


def _integer(value: int) -> int:
    if abs(value) > MAX_SAFE_INTEGER:
        raise CanonError(f"{value} is too large for JavaScript")
    return value


def _text(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise CanonError("a lone surrogate has no UTF-8 form") from error
    return unicodedata.normalize("NFC", value)


def _object(data: dict[Any, Any]) -> dict[str, Any]:
    normal: dict[str, Any] = {}
    for key, value in data.items():
        if not isinstance(key, str):
            raise CanonError(f"the key {key!r} is no string")
        name = _text(key)
        if name in normal:
            raise CanonError(f"the key {name!r} stands twice")
        normal[name] = _normal(value)
    return normal
