"""Reads the environment; every failure says which variable and why."""

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ENVIRONMENTS = ("development", "test", "production")
SQLITE_OPTIONS: dict[str, Any] = {
    # Take the write lock at BEGIN: a deferred one fails as "locked" when two writers meet.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL, not NORMAL: a phone deletes its copy once we acknowledge, so the commit must survive.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}


def text(name: str, default: str | None = None) -> str:
    """The variable, else `default`; ImproperlyConfigured when there is neither."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise ImproperlyConfigured(f"{name} must be set")
    return value


def flag(name: str) -> bool:
    """True for 1, false for 0 or nothing; anything else is refused."""
    value = os.environ.get(name, "0").strip() or "0"
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1")
    return value == "1"


def number(name: str, default: int) -> int:
    """A whole number of at least 0."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number")
    return int(value)


def items(name: str, default: str = "") -> list[str]:
    """A comma-separated list without empty items."""
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def environment() -> str:
    """CHUMIL_ENV: development (default), test or production."""
    value = text("CHUMIL_ENV", "development")
    if value not in ENVIRONMENTS:
        raise ImproperlyConfigured(f"CHUMIL_ENV must be one of {', '.join(ENVIRONMENTS)}")
    return value


def secret(name: str, production: bool) -> str:
    """A secret of at least 32 characters; only outside production there is a default."""
    value = text(name, None if production else f"only-for-development-{name.lower()}-0123456789")
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} must have at least 32 characters")
    return value


def database(url: str) -> dict[str, Any]:
    """Django's settings for `sqlite:///file` or `postgresql://user:password@host:port/name?key=value`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": parts.path[1:], "OPTIONS": SQLITE_OPTIONS}
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("CHUMIL_DATABASE_URL must begin with sqlite:/// or postgresql://")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path[1:],
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": query.pop("port", str(parts.port or "")),
        # A phone gives up after 30 s: rather tell it soon to come back.
        "OPTIONS": {"pool": {"min_size": 0, "max_size": number("CHUMIL_DATABASE_POOL", 4), "timeout": 8}, **query},
    }
