"""A second phone gets in by a teacher's word, a lost one is put out (security.md: 4, 14, 15, 18, 23, 27)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from chumil.accounts.limits import CLASS, spend
from chumil.accounts.models import Child, Session
from chumil.accounts.services import start_session
from chumil.classes.models import PhoneRequest
from chumil.classes.services import set_joining
from chumil.common import clock
from chumil.common.errors import DomainError

ASK, ASKED = "/api/v1/join/ask", "/api/v1/join/asked"
SYNC = "/api/v1/sync"


@pytest.fixture
def open_class(quinto_b, marta):
    set_joining(classroom=quinto_b, is_open=True, by=marta)
    return quinto_b


@pytest.fixture
def phones(open_class):
    return f"/api/v1/classes/{open_class.pk}/phones"


def ask(device, avatar="quetzal", code="BCDF-2346"):
    return APIClient().post(ASK, {"code": code, "avatar": avatar, "device": str(device)})


def asked(request, device):
    return APIClient().post(ASKED, {"request": request, "device": str(device)})


@pytest.mark.asvs(14)
def test_the_teacher_sees_who_asks_approves_and_the_phone_is_in(as_marta, phones, ana):
    device = uuid4()
    answer = ask(device)
    assert answer.status_code == 201
    assert set(answer.json()) == {"request", "code", "expires_at"}
    request, code = answer.json()["request"], answer.json()["code"]
    assert (len(code), code.isdecimal()) == (4, True)
    assert asked(request, device).json() == {"state": "waiting", "joined": None}
    seen = as_marta.get(phones).json()
    assert seen["paused"] is False
    assert [(each["id"], each["code"], each["avatar"]) for each in seen["asking"]] == [(request, code, "quetzal")]
    assert seen["asking"][0]["children"] == [{"id": str(ana.pk), "nickname": ana.nickname, "avatar": "quetzal"}]
    assert as_marta.post(f"{phones}/{request}/approve", {"child": str(ana.pk)}).status_code == 204
    joined = asked(request, device).json()
    assert joined["state"] == "approved"
    assert joined["joined"]["child"]["id"] == str(ana.pk)
    me = APIClient().get("/api/v1/me", headers={"authorization": f"Bearer {joined['joined']['access']}"})
    assert me.json()["child"]["id"] == str(ana.pk)
    assert as_marta.get(phones).json()["asking"] == []


@pytest.mark.asvs(19)
def test_asking_tells_the_phone_nothing_about_who_is_in_the_class(phones, ana):
    there, not_there = (ask(uuid4(), avatar).json() for avatar in ("quetzal", "garza"))
    assert set(there) == set(not_there) == {"request", "code", "expires_at"}


def test_a_phone_that_asks_again_has_one_request(as_marta, phones):
    device = uuid4()
    assert ask(device).json() == ask(device).json()
    assert len(as_marta.get(phones).json()["asking"]) == 1


@pytest.mark.asvs(14)
def test_another_phone_cannot_fetch_what_was_approved(as_marta, phones, ana):
    request = ask(uuid4()).json()["request"]
    as_marta.post(f"{phones}/{request}/approve", {"child": str(ana.pk)})
    assert asked(request, uuid4()).json()["code"] == "not_found"


def test_a_refused_phone_is_told_and_stays_out(as_marta, phones, ana):
    device = uuid4()
    request = ask(device).json()["request"]
    assert as_marta.post(f"{phones}/{request}/refuse").status_code == 204
    assert asked(request, device).json() == {"state": "refused", "joined": None}
    assert as_marta.post(f"{phones}/{request}/approve", {"child": str(ana.pk)}).status_code == 404
    assert not Session.objects.filter(device=device).exists()


@pytest.mark.asvs(14)
def test_a_request_ends_after_ten_minutes(frozen_clock, marta, sign_in, phones, ana):
    device = uuid4()
    request = ask(device).json()["request"]
    frozen_clock.advance(minutes=10)
    client = sign_in(marta)
    assert asked(request, device).json()["state"] == "expired"
    assert client.get(phones).json()["asking"] == []
    assert client.post(f"{phones}/{request}/approve", {"child": str(ana.pk)}).status_code == 404


@pytest.mark.asvs(14)
def test_an_approval_nobody_fetches_ends_too(frozen_clock, marta, sign_in, phones, ana):
    device = uuid4()
    request = ask(device).json()["request"]
    sign_in(marta).post(f"{phones}/{request}/approve", {"child": str(ana.pk)})
    frozen_clock.advance(minutes=9, seconds=59)
    assert asked(request, device).json()["state"] == "approved"
    frozen_clock.advance(seconds=1)
    assert asked(request, device).json() == {"state": "expired", "joined": None}


@pytest.mark.parametrize("code", ["HJKM-2346", "XXXX-XXXX"])
def test_only_an_open_class_can_be_asked(phones, sexto_a, code):
    answer = ask(uuid4(), code=code)
    assert (answer.status_code, answer.json()["code"]) == (404, "join_not_open")
    assert not PhoneRequest.objects.exists()


def test_an_animal_that_does_not_exist_is_refused(phones):
    assert ask(uuid4(), avatar="dragon").json()["errors"][0]["code"] == "field_not_a_choice"


@pytest.mark.asvs(4)
@pytest.mark.parametrize("path", ["approve", "refuse"])
def test_a_stranger_decides_nothing(as_diego, as_marta, phones, sexto_a, ana, beto, path):
    request = ask(uuid4()).json()["request"]
    body = {"child": str(beto.pk)}
    through_her_class = as_diego.post(f"{phones}/{request}/{path}", body)
    through_his_class = as_diego.post(f"/api/v1/classes/{sexto_a.pk}/phones/{request}/{path}", body)
    nobodys = as_diego.post(f"/api/v1/classes/{sexto_a.pk}/phones/{uuid4()}/{path}", body)
    answers = [{**each.json(), "request_id": ""} for each in (through_her_class, through_his_class, nobodys)]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0]["status"] == 404
    assert PhoneRequest.objects.get().decided_at is None


def test_a_phone_is_not_given_to_a_child_of_another_class(as_marta, phones, beto):
    request = ask(uuid4()).json()["request"]
    assert as_marta.post(f"{phones}/{request}/approve", {"child": str(beto.pk)}).status_code == 404
    assert len(as_marta.get(phones).json()["asking"]) == 1


def approved_by_four_at_once(sign_in, marta, url, ana):
    clients = [sign_in(marta) for _ in range(4)]
    barrier = Barrier(4, timeout=20)

    def one(client):
        barrier.wait()
        try:
            return client.post(url, {"child": str(ana.pk)}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        return sorted(pool.map(one, clients))


@pytest.mark.asvs(14)
@pytest.mark.django_db(transaction=True)
def test_of_four_approvals_at_once_one_counts(sign_in, marta, phones, ana):
    device = uuid4()
    request = ask(device).json()["request"]
    assert approved_by_four_at_once(sign_in, marta, f"{phones}/{request}/approve", ana) == [204, 404, 404, 404]
    assert Session.objects.filter(child=ana, device=device).count() == 1


@pytest.mark.asvs(27)
def test_sixty_phones_cost_the_teacher_as_many_queries_as_one(as_marta, phones, ana):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            as_marta.get(phones)
        return len(captured)

    ask(uuid4())
    one = queries()
    for _ in range(59):
        ask(uuid4())
    assert len(as_marta.get(phones).json()["asking"]) == 60
    assert queries() == one


def test_sixty_phones_in_vain_pause_the_asking_and_the_teacher_sees_it(frozen_clock, phones, marta, sign_in):
    for _ in range(60):
        assert ask(uuid4()).status_code == 201
    answer = ask(uuid4())
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_attempts")
    assert sign_in(marta).get(phones).json()["paused"] is True
    frozen_clock.advance(seconds=int(answer["Retry-After"]))
    assert ask(uuid4()).status_code == 201
    assert sign_in(marta).get(phones).json()["paused"] is False


def test_an_approved_phone_does_not_count(as_marta, phones, ana):
    for _ in range(65):
        device = uuid4()
        request = ask(device).json()["request"]
        assert as_marta.post(f"{phones}/{request}/approve", {"child": str(ana.pk)}).status_code == 204


@pytest.mark.asvs(18)
def test_while_asking_is_paused_a_bound_phone_plays_and_a_tile_can_be_taken(as_ana, ana, open_class):
    for _ in range(60):
        ask(uuid4())
    assert ask(uuid4()).status_code == 429
    batch = {"device": str(uuid4()), "client_now": clock.now().isoformat(), "items": []}
    assert as_ana.post(SYNC, batch).status_code == 200
    Child.objects.filter(pk=ana.pk).update(claimed_at=None)
    claim = {"code": "BCDF-2346", "tile": str(ana.pk), "device": str(uuid4())}
    assert APIClient().post("/api/v1/join/claim", claim).status_code == 200


@pytest.mark.asvs(15)
@pytest.mark.django_db(transaction=True)
def test_of_eighty_requests_at_once_exactly_sixty_are_heard(quinto_b, frozen_clock):
    barrier = Barrier(40, timeout=20)

    def one(_):
        barrier.wait()
        heard = 0
        try:
            for _ in range(2):
                try:
                    spend((CLASS, str(quinto_b.pk)))
                    heard += 1
                except DomainError:
                    pass
            return heard
        finally:
            connection.close()

    with ThreadPoolExecutor(40) as pool:
        assert sum(pool.map(one, range(40))) == 60


@pytest.mark.asvs(23)
def test_the_teacher_sees_the_phones_of_a_child_and_signs_a_lost_one_out(as_marta, as_ana, quinto_b, ana):
    lost = as_marta.get(f"/api/v1/classes/{quinto_b.pk}/children/{ana.pk}/phones").json()["results"]
    assert [set(phone) for phone in lost] == [{"id", "created_at", "last_seen_day"}]
    assert as_ana.get("/api/v1/me").status_code == 200
    gone = as_marta.delete(f"/api/v1/classes/{quinto_b.pk}/children/{ana.pk}/phones/{lost[0]['id']}")
    assert gone.status_code == 204
    assert as_ana.get("/api/v1/me").json()["code"] == "session_ended"
    assert as_marta.get(f"/api/v1/classes/{quinto_b.pk}/children/{ana.pk}/phones").json()["results"] == []


@pytest.mark.asvs(4)
def test_no_phone_of_another_child_is_signed_out(as_marta, as_beto, quinto_b, ana, beto, marta):
    child = f"/api/v1/classes/{quinto_b.pk}/children/{ana.pk}/phones"
    betos = Session.objects.get(child=beto).pk
    own = Session.objects.get(user=marta).pk
    for key in (betos, own, uuid4()):
        assert as_marta.delete(f"{child}/{key}").status_code == 404
    assert as_marta.delete(f"/api/v1/classes/{quinto_b.pk}/children/{beto.pk}/phones/{betos}").status_code == 404
    assert as_beto.get("/api/v1/me").status_code == 200


def test_the_class_shows_on_how_many_phones_each_child_is(frozen_clock, quinto_b, ana, marta, sign_in):
    for number in range(3):
        start_session(owner=ana, device=UUID(int=number))
    Session.objects.filter(device=UUID(int=2)).update(revoked_at=clock.now())
    tiles = sign_in(marta).get(f"/api/v1/classes/{quinto_b.pk}").json()["tiles"]
    assert [(tile["phones"], tile["has_card"]) for tile in tiles] == [(2, False)]
