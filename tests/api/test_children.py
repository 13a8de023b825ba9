"""What a teacher does for one child: undoing a claim, new pictures, another class (security.md: 4, 23)."""

from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from builders import make_attempt_item, published
from chumil.accounts import nicknames
from chumil.accounts.models import Child
from chumil.accounts.services import create_tiles, issue_cards
from chumil.classes.models import Classroom, Enrolment, Teaching
from chumil.classes.services import create_classroom, enrol, set_archived, set_joining
from chumil.common import clock
from chumil.play.models import Attempt

CLASSES = "/api/v1/classes"


def child_url(classroom, child, action):
    return f"{CLASSES}/{classroom.pk}/children/{child.pk}/{action}"


@pytest.fixture
def sexto_b(marta):
    """Another class of Marta's, for older children."""
    return create_classroom(teacher=marta, name="Sexto B", tier="ages-13-15")


def play(client, child):
    item = make_attempt_item(child.pk, published()[0].hash, ["tell", "tell"])
    batch = {"device": str(uuid4()), "client_now": clock.now().isoformat(), "items": [item]}
    return client.post("/api/v1/sync", batch)


@pytest.mark.asvs(23)
def test_a_wrong_claim_is_undone_in_one_tap(as_marta, as_ana, quinto_b, ana, marta):
    set_joining(classroom=quinto_b, is_open=True, by=marta)
    assert as_marta.post(child_url(quinto_b, ana, "release")).status_code == 204
    assert as_ana.get("/api/v1/me").json()["code"] == "session_ended"
    look = APIClient().post("/api/v1/join/look", {"code": quinto_b.code}).json()
    assert [tile["id"] for tile in look["tiles"]] == [str(ana.pk)]
    claim = {"code": quinto_b.code, "tile": str(ana.pk), "device": str(uuid4())}
    assert APIClient().post("/api/v1/join/claim", claim).status_code == 200


def test_what_was_played_before_the_undoing_stays_with_the_tile(as_marta, as_ana, quinto_b, ana):
    assert play(as_ana, ana).json()["results"][0]["status"] == "accepted"
    as_marta.post(child_url(quinto_b, ana, "release"))
    assert Attempt.objects.get().child_id == ana.pk


def test_the_phone_of_a_wrong_claim_can_send_nothing_more(as_marta, as_ana, quinto_b, ana):
    as_marta.post(child_url(quinto_b, ana, "release"))
    assert play(as_ana, ana).status_code == 401
    assert not Attempt.objects.exists()


def test_the_teacher_sees_a_claim_at_once(as_marta, quinto_b, marta):
    set_joining(classroom=quinto_b, is_open=True, by=marta)
    tile = create_tiles(nicknames=nicknames.draw(1), tier=quinto_b.tier)[0]
    enrol(classroom=quinto_b, children=[tile])

    def seen():
        return [(each["claimed"], each["phones"]) for each in as_marta.get(f"{CLASSES}/{quinto_b.pk}").json()["tiles"]]

    assert seen() == [(False, 0)]
    APIClient().post("/api/v1/join/claim", {"code": quinto_b.code, "tile": str(tile.pk), "device": str(uuid4())})
    assert seen() == [(True, 1)]


def test_after_a_reset_the_phone_hears_that_new_pictures_are_due(as_marta, as_ana, quinto_b, ana):
    assert as_ana.get("/api/v1/me").json()["child"]["secret_generation"] == 0
    assert as_marta.post(child_url(quinto_b, ana, "reset-secret")).status_code == 204
    assert as_ana.get("/api/v1/me").json()["child"]["secret_generation"] == 1


def test_a_new_holder_of_the_tile_does_not_inherit_the_pictures(as_marta, quinto_b, ana):
    as_marta.post(child_url(quinto_b, ana, "release"))
    ana.refresh_from_db()
    assert ana.secret_generation == 1


def test_the_card_in_the_childs_hand_outlives_the_undoing(as_marta, quinto_b, ana):
    card = issue_cards(children=[ana])[0]
    as_marta.post(child_url(quinto_b, ana, "release"))
    answer = APIClient().post("/api/v1/join/card", {"secret": card, "device": str(uuid4())})
    assert answer.json()["child"]["id"] == str(ana.pk)


@pytest.mark.asvs(4)
@pytest.mark.parametrize("action", ["release", "reset-secret"])
def test_a_child_of_another_class_is_not_found(as_marta, as_beto, quinto_b, sexto_a, beto, action):
    before = Child.objects.values().get(pk=beto.pk)
    through_hers, through_his, nobodys = (
        as_marta.post(f"{CLASSES}/{classroom}/children/{child}/{action}")
        for classroom, child in ((quinto_b.pk, beto.pk), (sexto_a.pk, beto.pk), (quinto_b.pk, uuid4()))
    )
    answers = [{**each.json(), "request_id": ""} for each in (through_hers, through_his, nobodys)]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0]["status"] == 404
    assert Child.objects.values().get(pk=beto.pk) == before
    assert as_beto.get("/api/v1/me").status_code == 200


def test_a_child_moves_with_everything_and_grows_up_with_the_class(as_marta, as_ana, quinto_b, sexto_b, ana):
    play(as_ana, ana)
    answer = as_marta.post(child_url(quinto_b, ana, "move"), {"to": str(sexto_b.pk)})
    assert (answer.status_code, answer.json()["tier"], answer.json()["nickname"]) == (200, "ages-13-15", ana.nickname)
    me = as_ana.get("/api/v1/me").json()
    assert (me["classroom"]["name"], me["child"]["tier"]) == ("Sexto B", "ages-13-15")
    assert len(as_ana.get("/api/v1/me/progress").json()["finished"]) == 1
    assert as_marta.get(f"{CLASSES}/{quinto_b.pk}").json()["tiles"] == []
    assert Enrolment.objects.filter(child=ana).count() == 2


def test_two_children_of_a_class_never_have_one_nickname(as_marta, quinto_b, sexto_b, ana):
    twin = Child.objects.create(nickname=ana.nickname, avatar=ana.avatar, tier=sexto_b.tier)
    enrol(classroom=sexto_b, children=[twin])
    moved = as_marta.post(child_url(quinto_b, ana, "move"), {"to": str(sexto_b.pk)}).json()
    assert moved["nickname"] != ana.nickname
    assert moved["avatar"] == ana.avatar


def test_a_child_moves_out_of_last_years_class(as_marta, quinto_b, sexto_b, ana, marta):
    set_archived(classroom=quinto_b, archived=True, by=marta)
    assert as_marta.post(child_url(quinto_b, ana, "move"), {"to": str(sexto_b.pk)}).status_code == 200


def full(sexto_b, marta, diego):
    enrol(classroom=sexto_b, children=create_tiles(nicknames=nicknames.draw(60), tier="ages-13-15"))


def archived(sexto_b, marta, diego):
    set_archived(classroom=sexto_b, archived=True, by=marta)


def given_away(sexto_b, marta, diego):
    Teaching.objects.filter(classroom=sexto_b).update(user=diego)


@pytest.mark.parametrize(
    ("obstacle", "status", "code"),
    [(full, 409, "class_full"), (archived, 404, "not_found"), (given_away, 404, "not_found")],
)
def test_a_child_stays_where_they_are_when_the_other_class(
    as_marta, quinto_b, sexto_b, ana, marta, diego, obstacle, status, code
):
    obstacle(sexto_b, marta, diego)
    answer = as_marta.post(child_url(quinto_b, ana, "move"), {"to": str(sexto_b.pk)})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert Enrolment.objects.get(child=ana, left_at=None).classroom == quinto_b


def test_a_child_who_moved_away_cannot_be_moved_again_from_the_old_class(as_marta, quinto_b, sexto_b, ana):
    to = {"to": str(sexto_b.pk)}
    assert as_marta.post(child_url(quinto_b, ana, "move"), to).status_code == 200
    assert as_marta.post(child_url(quinto_b, ana, "move"), to).status_code == 404
    assert Classroom.objects.filter(enrolments__child=ana, enrolments__left_at=None).get() == sexto_b
