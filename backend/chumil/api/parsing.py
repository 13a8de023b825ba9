"""Reads a JSON body with limits, so that junk costs little and never reaches the database."""

import json
import math
from collections.abc import Iterator, Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.parsers import BaseParser

from chumil.common.errors import DomainError, ErrorCode

MAX_DEPTH = 20
MAX_INTEGER = 2**53  # what JavaScript and every database hold exactly


class StrictJSONParser(BaseParser):
    """application/json of at most 256 kB and 20 levels, with text and numbers that can be stored."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        raw = stream.read(limit + 1)
        if len(raw) > limit:
            raise DomainError(ErrorCode.BODY_TOO_LARGE, status=413)
        try:
            data = json.loads(raw.decode("utf-8"))
            _refuse_unstorable(data)
        except (ValueError, RecursionError) as problem:
            raise DomainError(ErrorCode.MALFORMED_JSON, status=400) from problem
        return data


def _refuse_unstorable(data: Any) -> None:
    """ValueError for too deep, for NaN and infinities, for huge integers, for NUL and lone surrogates."""
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        if not level:
            return
        level = [inner for value in level for inner in _children(value)]
    raise ValueError("too deep")


def _children(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, list):
        yield from value
    elif isinstance(value, str):
        if "\0" in value:
            raise ValueError("NUL in text")
        value.encode("utf-8")  # a lone surrogate raises UnicodeEncodeError, a ValueError
    elif isinstance(value, float) and not math.isfinite(value):
        raise ValueError("not a finite number")
    elif isinstance(value, int) and abs(value) > MAX_INTEGER:
        raise ValueError("integer out of range")
