"""Eight at once, forty times: tiles, tokens, limits, joining windows and new classes. Each guard has its control."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from chumil.accounts import limits, services
from chumil.accounts.limits import Limit, counting_failures
from chumil.accounts.models import Child, FailureCount, Session, User
from chumil.accounts.nicknames import draw
from chumil.classes.models import Classroom, Enrolment, Teaching
from chumil.classes.services import enrol, set_joining
from chumil.common import clock
from chumil.common.errors import DomainError, ErrorCode
from chumil.flows import join
from chumil.flows.open_class import open_class
from races import ROUNDS, THREADS, at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
]


def codes(got: list[object]) -> list[object]:
    return [each.code if isinstance(each, DomainError) else type(each).__name__ for each in got]


def claimed_twice(classroom: Classroom) -> int:
    """In how many rounds another number of phones than one got the tile."""
    Classroom.objects.update(joining_until=clock.now() + timedelta(hours=1))
    tiles = services.create_tiles(nicknames=draw(ROUNDS), tier=classroom.tier)
    enrol(classroom=classroom, children=tiles)
    return sum(_phones_let_in(classroom, tile) != 1 for tile in tiles)


def _phones_let_in(classroom: Classroom, tile: Child) -> int:
    got = codes(
        at_once(lambda number: join.claim(code=classroom.code, tile=tile.pk, device=uuid4(), network=str(number)))
    )
    assert set(got) <= {"Session", ErrorCode.TILE_TAKEN}
    assert Session.objects.filter(child=tile).count() == got.count("Session")
    return got.count("Session")


def test_a_tile_goes_to_one_phone(quinto_b: Classroom) -> None:
    assert claimed_twice(quinto_b) == 0


def test_looking_before_taking_would_let_in_more(quinto_b: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the update that is also the check, replaced by a look and an update."""

    def look_then_take(*, code: str, tile: object, device: object, network: str) -> Session:
        child = Child.objects.get(pk=tile)
        if child.claimed_at is not None:
            raise DomainError(ErrorCode.TILE_TAKEN, status=409)
        Child.objects.filter(pk=child.pk).update(claimed_at=clock.now())
        return services.start_session(owner=child, device=device)

    monkeypatch.setattr(join, "claim", look_then_take)
    assert claimed_twice(quinto_b) > 0


def test_the_phone_whose_answer_was_lost_gets_in_again_however_often_it_asks(quinto_b: Classroom) -> None:
    Classroom.objects.update(joining_until=clock.now() + timedelta(hours=1))
    for tile in services.create_tiles(nicknames=draw(ROUNDS), tier=quinto_b.tier):
        enrol(classroom=quinto_b, children=[tile])
        phone = uuid4()
        got = at_once(lambda _, t=tile, p=phone: join.claim(code=quinto_b.code, tile=t.pk, device=p, network="x"))
        assert codes(got) == ["Session"] * THREADS
        assert Session.objects.filter(child=tile).count() == 1


def test_a_refresh_has_one_successor(marta: User) -> None:
    for _ in range(ROUNDS):
        session = services.start_session(owner=marta, device=uuid4())
        got = at_once(lambda _, id=session.pk: services.refresh_session(session_id=id, generation=0).generation)
        assert got == [1] * THREADS


def let_through(rounds: int = ROUNDS) -> list[int]:
    """How many of eight failures at once were tried, in each round; three are allowed."""
    return [_tried(Limit(f"race-{number}", 3, timedelta(days=1))) for number in range(rounds)]


def _tried(limit: Limit) -> int:
    def fail(_: int) -> None:
        with counting_failures((limit, "somebody")):
            raise DomainError(ErrorCode.BAD_CREDENTIALS, status=401)

    return codes(at_once(fail)).count(ErrorCode.BAD_CREDENTIALS)


def test_failures_are_counted_exactly() -> None:
    assert let_through() == [3] * ROUNDS


def test_reading_the_count_before_writing_it_would_let_more_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_then_write(bucket: limits._Bucket) -> bool:
        row, _ = FailureCount.objects.get_or_create(
            key=bucket.key, defaults={"count": 0, "expires_at": bucket.expires_at}
        )
        FailureCount.objects.filter(pk=row.pk).update(count=row.count + 1)
        return row.count < bucket.failures

    monkeypatch.setattr(limits._Bucket, "take", read_then_write)
    assert max(let_through()) > 3


def test_opening_and_closing_leaves_the_window_whole(quinto_b: Classroom, marta: User) -> None:
    """Whoever comes last, the window is open for two hours or closed, and the code is the same."""
    Classroom.objects.update(notice_version="1")
    for _ in range(ROUNDS):
        at_once(
            lambda number: set_joining(
                classroom=Classroom.objects.get(pk=quinto_b.pk), is_open=number % 2 == 0, by=marta
            )
        )
        stored = Classroom.objects.get(pk=quinto_b.pk)
        assert stored.code == quinto_b.code
        assert stored.joining_until is None or stored.joining_until > clock.now() + timedelta(minutes=119)


def test_classes_made_at_once_share_nothing(marta: User) -> None:
    for _ in range(ROUNDS // 4):  # each makes eight classes with their tiles
        Classroom.objects.all().delete()
        got = at_once(lambda number: open_class(teacher=marta, name=f"{number}", tier="ages-10-12", pupils=5))
        assert codes(got) == ["Classroom"] * THREADS
        assert Classroom.objects.values("code").distinct().count() == THREADS
        assert Teaching.objects.filter(user=marta).count() == THREADS
        assert Enrolment.objects.values("child").distinct().count() == 5 * THREADS
