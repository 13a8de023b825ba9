"""One variable names the database; SQLite is set up so that an acknowledged write is durable."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from chumil.config import env


def test_postgresql_comes_from_one_address():
    database = env.database("postgresql://ana:cl%40ve@db.example:5433/chumil?sslmode=require")
    assert (database["USER"], database["PASSWORD"], database["HOST"]) == ("ana", "cl@ve", "db.example")
    assert (database["PORT"], database["NAME"], database["OPTIONS"]["sslmode"]) == ("5433", "chumil", "require")
    assert database["OPTIONS"]["pool"]["max_size"] == 4


def test_a_socket_of_the_file_system_is_an_address_too():
    assert env.database("postgresql:///chumil?host=/run/pg&port=5433")["HOST"] == "/run/pg"


def test_anything_else_is_refused():
    with pytest.raises(ImproperlyConfigured, match="CHUMIL_DATABASE_URL"):
        env.database("mysql://db/chumil")


def test_sqlite_waits_writes_ahead_and_syncs_fully(db):
    if connection.vendor != "sqlite":
        assert connection.settings_dict["ATOMIC_REQUESTS"] is False
        return
    with connection.cursor() as cursor:
        found = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "busy_timeout")
        ]
    assert found == ["wal", 2, 20000]
    assert connection.transaction_mode == "IMMEDIATE"
