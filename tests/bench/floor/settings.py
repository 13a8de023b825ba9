"""No middleware, no sign-in: Django as bare as it gets, on the same database."""

from chumil.config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.floor.urls"
MIDDLEWARE: list[str] = []
