"""Every change of a model has its migration, and a migration's name tells what it does."""

import re

import pytest
from django.apps import apps
from django.core.management import call_command

from architecture.repository import ROOT

MIGRATIONS = sorted((ROOT / "backend" / "chumil").glob("*/migrations/0*.py"))


@pytest.mark.django_db
def test_no_model_changed_without_a_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_names_tell_what_a_migration_does() -> None:
    assert MIGRATIONS
    assert [path.name for path in MIGRATIONS if re.search(r"_auto_|_\d{8}_", path.name)] == []


def test_every_app_with_tables_begins_with_an_initial_migration() -> None:
    with_tables = {
        app.label for app in apps.get_app_configs() if app.name.startswith("chumil.") and any(app.get_models())
    }
    assert {path.parent.parent.name for path in MIGRATIONS if path.name == "0001_initial.py"} == with_tables
