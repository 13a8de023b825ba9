"""A child joins with the code on the board, and the code betrays nothing (security.md: 13-19)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from chumil.accounts import nicknames
from chumil.accounts.models import Child, Session
from chumil.accounts.services import create_tiles
from chumil.classes.models import Classroom
from chumil.classes.services import enrol, set_joining
from chumil.common import clock

LOOK, CLAIM = "/api/v1/join/look", "/api/v1/join/claim"
OPEN, CLOSED = "BCDF-2346", "HJKM-2346"


@pytest.fixture
def tiles(quinto_b, marta):
    """Three free tiles of Marta's class, which is open for joining."""
    set_joining(classroom=quinto_b, is_open=True, by=marta)
    made = create_tiles(nicknames=nicknames.draw(3), tier=quinto_b.tier)
    enrol(classroom=quinto_b, children=made)
    return made


def claim(tile, code=OPEN, device=None, client=None):
    body = {"code": code, "tile": str(tile.pk), "device": str(device or uuid4())}
    return (client or APIClient()).post(CLAIM, body)


def test_the_code_shows_the_class_and_its_free_tiles_only(anyone, tiles, ana, quinto_b):
    seen = anyone.post(LOOK, {"code": OPEN}).json()
    assert seen["classroom"] == {"id": str(quinto_b.pk), "name": "Quinto B", "tier": "ages-10-12"}
    assert {tile["id"] for tile in seen["tiles"]} == {str(tile.pk) for tile in tiles}
    assert set(seen["tiles"][0]) == {"id", "nickname", "avatar"}


@pytest.mark.parametrize("typed", ["BCDF-2346", "bcdf2346", " bcdf 2346 ", "B-C-D-F-2-3-4-6"])
def test_the_code_may_be_typed_as_children_type(anyone, tiles, typed):
    assert anyone.post(LOOK, {"code": typed}).status_code == 200


def archive(classroom):
    Classroom.objects.filter(pk=classroom.pk).update(archived_at=clock.now(), joining_until="2099-01-01T00:00Z")


def expire(classroom):
    Classroom.objects.filter(pk=classroom.pk).update(joining_until=clock.now() - timedelta(seconds=1))


@pytest.mark.parametrize("code", [CLOSED, "XXXX-XXXX", "QQQQ-QQQQ", "?", "AEIO-0000", "B" * 40, "ñandú"])
@pytest.mark.parametrize("state", [expire, archive, lambda classroom: None])
def test_closed_and_unknown_codes_cannot_be_told_apart(anyone, sexto_a, code, state):
    state(sexto_a)
    anyone.post(LOOK, {"code": "WWWW-WWWW"})
    with CaptureQueriesContext(connection) as queries:
        answer = anyone.post(LOOK, {"code": code})
    body = {key: value for key, value in answer.json().items() if key != "request_id"}
    assert answer.status_code == 404
    assert len(queries) == 2
    assert body == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "code": "join_not_open",
        "detail": "Ese código no está abierto. Pide a tu maestra o maestro que lo abra.",
    }


def test_the_window_closes_by_itself_after_two_hours(anyone, frozen_clock, tiles):
    frozen_clock.advance(hours=1, minutes=59)
    assert anyone.post(LOOK, {"code": OPEN}).status_code == 200
    frozen_clock.advance(minutes=1)
    assert anyone.post(LOOK, {"code": OPEN}).status_code == 404


def test_a_child_takes_a_tile_and_is_signed_in(tiles, quinto_b):
    joined = claim(tiles[0])
    assert joined.status_code == 200
    assert joined.json()["child"] == {
        "id": str(tiles[0].pk),
        "nickname": tiles[0].nickname,
        "avatar": tiles[0].avatar,
        "tier": "ages-10-12",
        "secret_generation": 0,
    }
    assert joined.json()["classroom"] == {"id": str(quinto_b.pk), "name": "Quinto B"}
    answer = APIClient().get("/api/v1/me", headers={"authorization": f"Bearer {joined.json()['access']}"})
    assert (answer.json()["role"], answer.json()["child"]["id"]) == ("child", str(tiles[0].pk))


def test_a_taken_tile_is_gone_from_the_list_and_cannot_be_taken_twice(anyone, tiles):
    claim(tiles[0])
    assert len(anyone.post(LOOK, {"code": OPEN}).json()["tiles"]) == 2
    answer = claim(tiles[0])
    assert (answer.status_code, answer.json()["code"]) == (409, "tile_taken")


def test_a_phone_whose_answer_was_lost_gets_its_tile_again(tiles):
    phone = uuid4()
    first, second = claim(tiles[0], device=phone), claim(tiles[0], device=phone)
    assert second.json()["refresh"] == first.json()["refresh"]
    assert Session.objects.count() == 1


def test_the_lost_answer_is_not_given_to_a_phone_that_signed_out(tiles):
    phone = uuid4()
    token = claim(tiles[0], device=phone).json()["access"]
    APIClient().post("/api/v1/auth/sign-out", headers={"authorization": f"Bearer {token}"})
    assert claim(tiles[0], device=phone).status_code == 409


def test_a_tile_of_another_class_is_not_found(tiles, beto):
    Child.objects.filter(pk=beto.pk).update(claimed_at=None)
    answer = claim(beto)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert not Session.objects.exists()


def test_no_tile_is_taken_with_a_closed_code(tiles, sexto_a):
    assert claim(tiles[0], code=CLOSED).json()["code"] == "join_not_open"
    assert not Child.objects.exclude(claimed_at=None).exists()


def test_a_phone_that_guesses_thirty_codes_must_wait_while_its_neighbour_joins(tiles, frozen_clock):
    phone = uuid4()
    for _ in range(30):
        assert claim(tiles[0], code="XXXX-XXXX", device=phone).status_code == 404
    assert claim(tiles[0], device=phone).status_code == 429
    assert claim(tiles[0]).status_code == 200


def test_six_hundred_children_behind_one_address_join_within_ten_minutes(anyone, tiles, frozen_clock):
    for _ in range(600):
        assert anyone.post(LOOK, {"code": OPEN}).status_code == 200


def claimed_by_eight_at_once(tile):
    barrier = Barrier(8, timeout=20)

    def one(_):
        barrier.wait()
        try:
            return claim(tile).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        return sorted(pool.map(one, range(8)))


@pytest.mark.django_db(transaction=True)
def test_of_eight_phones_exactly_one_wins_the_tile(tiles):
    assert claimed_by_eight_at_once(tiles[0]) == [200] + [409] * 7
    assert Session.objects.count() == 1
