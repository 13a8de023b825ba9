"""Commands that work on the database start Django first; the others do without."""

import os

import django
from django.apps import apps


def start_django() -> None:
    """After this, models can be imported. Does nothing where Django runs already."""
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chumil.config.settings")
        django.setup()
