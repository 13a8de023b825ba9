"""The only clock of the server. Call it as `clock.now()`, so that a test can replace it."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
