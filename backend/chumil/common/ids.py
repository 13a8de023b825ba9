"""Keys made by the server."""

from uuid import UUID

import uuid6


def uuid7() -> UUID:
    """A new UUIDv7: unique, and increasing in time, which keeps indexes compact."""
    return UUID(int=uuid6.uuid7().int)
