"""The cast every test may call on: Marta teaches Ana, Diego teaches Beto, and they are strangers.

Only the clock, the network and randomness are ever replaced.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseOperations
from pytest_socket import disable_socket, enable_socket
from rest_framework.test import APIClient

from chumil.accounts.models import Child, Session, User
from chumil.api import tokens
from chumil.classes import notice
from chumil.classes.models import Classroom, Enrolment, Teaching
from chumil.common import clock

PHONE = UUID("00000000-0000-4000-8000-00000000000a")
MONDAY = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)  # nine in the morning in Guatemala


@dataclass
class FrozenClock:
    """A clock that moves only when a test says so."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def advance(self, **delta: float) -> None:
        """Moves on, for example by `minutes=15`."""
        self.at += timedelta(**delta)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file of its own, because threads cannot race on one in memory."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("db") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def emptying_between_tests() -> Iterator[None]:
    """SQLite is emptied by DELETE, which the trail refuses: its guards step aside for that moment, and no other."""
    patch = pytest.MonkeyPatch()
    empty = DatabaseOperations.execute_sql_flush

    def without_guards(operations: DatabaseOperations, statements: Iterable[str]) -> None:
        with operations.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            guards = cursor.fetchall()
            for name, _ in guards:
                cursor.execute(f"DROP TRIGGER {name}")
            empty(operations, statements)
            for _, sql in guards:
                cursor.execute(sql)

    patch.setattr(DatabaseOperations, "execute_sql_flush", without_guards)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Only a database on this machine, through a socket of the file system or the loopback."""
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture
def frozen_clock(monkeypatch: pytest.MonkeyPatch) -> FrozenClock:
    """Time stands still on a Monday morning."""
    frozen = FrozenClock(MONDAY)
    monkeypatch.setattr(clock, "now", frozen)
    return frozen


@pytest.fixture
def sign_in() -> Callable[[User | Child], APIClient]:
    """Gives the client of a phone on which this person is signed in."""

    def signed_in(person: User | Child) -> APIClient:
        now = clock.now()
        session = Session.objects.create(
            user=person if isinstance(person, User) else None,
            child=person if isinstance(person, Child) else None,
            device=PHONE,
            created_at=now,
            refreshed_at=now,
            last_seen_day=now.date(),
            expires_at=now + timedelta(days=180),
            absolute_expires_at=now + timedelta(days=400),
        )
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {tokens.pair(session)['access']}")
        return client

    return signed_in


@pytest.fixture
def anyone() -> APIClient:
    """A phone on which nobody is signed in."""
    return APIClient()


@pytest.fixture
def marta(db: None) -> User:
    """The teacher of "Quinto B"."""
    return User.objects.create_user("marta@escuela.example", "una clave muy larga", display_name="Marta")


@pytest.fixture
def diego(db: None) -> User:
    """A teacher of another school."""
    return User.objects.create_user("diego@otra.example", "otra clave muy larga", display_name="Diego")


@pytest.fixture
def quinto_b(marta: User) -> Classroom:
    """Marta's class."""
    return _classroom(marta, "Quinto B", "BCDF-2346")


@pytest.fixture
def sexto_a(diego: User) -> Classroom:
    """Diego's class."""
    return _classroom(diego, "Sexto A", "HJKM-2346")


@pytest.fixture
def ana(quinto_b: Classroom) -> Child:
    """A child in Marta's class, on a bound phone."""
    return _child(quinto_b, "Quetzal valiente", "quetzal")


@pytest.fixture
def beto(sexto_a: Classroom) -> Child:
    """A child in Diego's class."""
    return _child(sexto_a, "Jaguar tranquilo", "jaguar")


@pytest.fixture
def as_marta(marta: User, sign_in: Callable[..., APIClient]) -> APIClient:
    return sign_in(marta)


@pytest.fixture
def as_diego(diego: User, sign_in: Callable[..., APIClient]) -> APIClient:
    return sign_in(diego)


@pytest.fixture
def as_ana(ana: Child, sign_in: Callable[..., APIClient]) -> APIClient:
    return sign_in(ana)


@pytest.fixture
def as_beto(beto: Child, sign_in: Callable[..., APIClient]) -> APIClient:
    return sign_in(beto)


def _classroom(teacher: User, name: str, code: str) -> Classroom:
    classroom = Classroom.objects.create(name=name, tier="ages-10-12", code=code, notice_version=notice.VERSION)
    Teaching.objects.create(classroom=classroom, user=teacher, role=Teaching.Role.OWNER)
    return classroom


def _child(classroom: Classroom, nickname: str, avatar: str) -> Child:
    child = Child.objects.create(nickname=nickname, avatar=avatar, tier=classroom.tier, claimed_at=clock.now())
    Enrolment.objects.create(classroom=classroom, child=child)
    return child
