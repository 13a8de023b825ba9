"""/livez says that it runs, /readyz that it can serve."""

import json

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import OperationalError


def test_it_lives_without_a_database(anyone):
    assert anyone.get("/livez").json() == {"status": "ok"}


@pytest.fixture
def client_build(settings, tmp_path):
    settings.CLIENT = tmp_path
    return tmp_path


def test_it_is_ready_when_every_check_holds(db, anyone, client_build):
    answer = anyone.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert set(answer.json()["checks"].values()) == {True}


def test_it_is_not_ready_before_the_migrations(db, anyone, client_build):
    MigrationRecorder(connection).migration_qs.filter(app="accounts").delete()
    answer = anyone.get("/readyz")
    assert (answer.status_code, answer.json()["checks"]["migrations"]) == (503, False)


def test_it_is_not_ready_while_the_page_holds_a_story_that_is_not_published(db, anyone, client_build):
    (client_build / "inlined.json").write_text(json.dumps(["0" * 64]))
    answer = anyone.get("/readyz")
    assert (answer.status_code, answer.json()["checks"]["stories"]) == (503, False)


def test_it_is_not_ready_without_its_database(anyone, client_build, monkeypatch):
    def gone():
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", gone)
    answer = anyone.get("/readyz")
    assert (answer.status_code, answer.json()["checks"]["database"]) == (503, False)


def test_it_is_only_to_be_read(anyone):
    assert anyone.post("/readyz").status_code == 405
