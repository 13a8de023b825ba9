"""What a teacher may call a class."""

import unicodedata

from django.core.exceptions import ValidationError


def refuse_invisible(name: str) -> None:
    """ValidationError for control, bidirectional and zero-width characters, which can deceive."""
    if any(unicodedata.category(character).startswith("C") for character in name):
        raise ValidationError("invisible characters", code="invalid")
