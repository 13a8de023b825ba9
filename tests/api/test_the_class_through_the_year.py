"""Notice, code, more tiles, co-teachers, archive (security.md: 3, 4, 7, 19)."""

from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from chumil.accounts.models import Child
from chumil.accounts.nicknames import Nickname
from chumil.accounts.services import create_tiles
from chumil.classes.models import Classroom, Teaching
from chumil.classes.services import enrol

CLASSES = "/api/v1/classes"
LOOK = "/api/v1/join/look"


@pytest.fixture
def hers(quinto_b):
    return f"{CLASSES}/{quinto_b.pk}"


@pytest.fixture
def co_teacher(quinto_b, diego):
    return Teaching.objects.create(classroom=quinto_b, user=diego, role=Teaching.Role.CO)


def look(code):
    return APIClient().post(LOOK, {"code": code})


def test_a_class_opens_only_after_the_guardians_were_told(frozen_clock, marta, sign_in):
    client = sign_in(marta)
    made = client.post(CLASSES, {"name": "Nueva", "tier": "ages-7-9", "pupils": 3}).json()
    joining = f"{CLASSES}/{made['id']}/joining"
    assert (made["notice_version"], made["notice_given_at"]) == ("", None)
    for version in ({}, {"notice_version": ""}, {"notice_version": "1999-01"}):
        answer = client.post(joining, {"open": True, **version})
        assert (answer.status_code, answer.json()["code"]) == (409, "notice_needed")
        assert look(made["code"]).status_code == 404
    present = client.get("/api/v1/notice").json()["version"]
    assert client.post(joining, {"open": True, "notice_version": present}).status_code == 200
    assert look(made["code"]).status_code == 200
    recorded = Classroom.objects.get(pk=made["id"])
    assert (recorded.notice_version, recorded.notice_given_at) == (present, frozen_clock.at)


def test_the_notice_is_recorded_once(frozen_clock, marta, sign_in, quinto_b):
    client = sign_in(marta)
    frozen_clock.advance(minutes=1)
    assert client.post(f"{CLASSES}/{quinto_b.pk}/joining", {"open": True}).status_code == 200
    quinto_b.refresh_from_db()
    assert quinto_b.notice_given_at is None


def test_a_class_can_be_closed_without_a_notice(as_marta, hers):
    Classroom.objects.update(notice_version="")
    assert as_marta.post(f"{hers}/joining", {"open": False}).status_code == 200


@pytest.mark.parametrize(("language", "title"), [("es", "Aviso a las familias"), ("en", "Notice to guardians")])
def test_the_notice_can_be_read_in_both_languages(anyone, language, title):
    notice = anyone.get("/api/v1/notice", headers={"accept-language": language}).json()
    assert notice["title"] == title
    assert len(notice["paragraphs"]) == 5


def test_a_new_code_opens_the_class_and_the_old_one_nothing(as_marta, hers, quinto_b):
    as_marta.post(f"{hers}/joining", {"open": True})
    fresh = as_marta.post(f"{hers}/code").json()["code"]
    assert fresh != "BCDF-2346"
    assert look(fresh).status_code == 200
    assert look("BCDF-2346").status_code == 404


def test_more_tiles_have_nicknames_the_class_does_not_have_yet(as_marta, hers, quinto_b):
    taken = [Nickname(f"Quetzal {quality}", "quetzal") for quality in ("alegre", "amable", "leal")]
    enrol(classroom=quinto_b, children=create_tiles(nicknames=taken, tier=quinto_b.tier))
    answer = as_marta.post(f"{hers}/tiles", {"pupils": 57})
    assert answer.status_code == 201
    names = [tile["nickname"] for tile in answer.json()["tiles"]]
    assert len(names) == len(set(names)) == answer.json()["pupils"] == 60


def test_a_class_never_has_more_than_sixty(as_marta, hers, ana):
    answer = as_marta.post(f"{hers}/tiles", {"pupils": 60})
    assert (answer.status_code, answer.json()["code"]) == (409, "class_full")
    assert Child.objects.count() == 1


def test_an_archived_class_is_put_away_and_can_be_fetched_back(as_marta, hers, quinto_b, ana):
    as_marta.post(f"{hers}/joining", {"open": True})
    assert as_marta.post(f"{hers}/archive", {"archived": True}).status_code == 204
    assert look("BCDF-2346").status_code == 404
    assert as_marta.get(CLASSES).json()["count"] == 0
    assert [row["id"] for row in as_marta.get(CLASSES, {"archived": "true"}).json()["results"]] == [str(quinto_b.pk)]
    assert as_marta.get(hers).json()["archived_at"] is not None
    assert as_marta.post(f"{hers}/joining", {"open": True}).status_code == 404
    assert as_marta.post(f"{hers}/archive", {"archived": False}).status_code == 204
    assert as_marta.get(CLASSES).json()["count"] == 1
    assert look("BCDF-2346").status_code == 404


def test_a_filter_that_makes_no_sense_is_named(as_marta):
    answer = as_marta.get(CLASSES, {"archived": "maybe"})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_query")
    assert [error["field"] for error in answer.json()["errors"]] == ["archived"]


def test_the_children_of_an_archived_class_go_on(as_marta, as_ana, hers):
    as_marta.post(f"{hers}/archive", {"archived": True})
    assert as_ana.get("/api/v1/me").status_code == 200
    assert as_ana.get("/api/v1/me/progress").status_code == 200


def test_the_owner_adds_a_colleague_who_then_sees_the_class(
    as_marta, as_diego, hers, diego, mailoutbox, django_capture_on_commit_callbacks
):
    assert as_diego.get(hers).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        answer = as_marta.post(f"{hers}/teachers", {"email": "Diego@Otra.Example"})
    assert (answer.status_code, answer.json()) == (
        201,
        {"id": str(diego.pk), "display_name": "Diego", "role": "co"},
    )
    assert [teacher["role"] for teacher in as_diego.get(hers).json()["teachers"]] == ["owner", "co"]
    assert [mail.to for mail in mailoutbox] == [[diego.email]]


def test_a_colleague_added_twice_is_there_once_and_keeps_the_role(
    as_marta, marta, hers, co_teacher, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        again = as_marta.post(f"{hers}/teachers", {"email": "diego@otra.example"})
        herself = as_marta.post(f"{hers}/teachers", {"email": marta.email})
    assert (again.json()["role"], herself.json()["role"]) == ("co", "owner")
    assert Teaching.objects.count() == 2
    assert mailoutbox == []


def test_trying_addresses_to_see_who_has_an_account_ends_after_ten(as_marta, hers, diego, frozen_clock, marta, sign_in):
    client = sign_in(marta)
    for number in range(10):
        answer = client.post(f"{hers}/teachers", {"email": f"nadie{number}@escuela.example"})
        assert (answer.status_code, answer.json()["code"]) == (404, "no_such_teacher")
    assert client.post(f"{hers}/teachers", {"email": diego.email}).status_code == 429


def test_a_colleague_leaves_and_the_owner_lets_go(as_marta, as_diego, hers, diego, co_teacher):
    assert as_diego.delete(f"{hers}/teachers/{diego.pk}").status_code == 204
    assert as_diego.get(hers).status_code == 404
    as_marta.post(f"{hers}/teachers", {"email": diego.email})
    assert as_marta.delete(f"{hers}/teachers/{diego.pk}").status_code == 204
    assert as_diego.get(hers).status_code == 404


def test_the_owner_cannot_leave_the_class_without_anyone(as_marta, hers, marta):
    answer = as_marta.delete(f"{hers}/teachers/{marta.pk}")
    assert (answer.status_code, answer.json()["code"]) == (409, "owner_stays")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("post", "/teachers", {"email": "diego@otra.example"}),
        ("post", "/archive", {"archived": True}),
    ],
)
def test_what_only_the_owner_may_do_a_colleague_may_not(as_diego, hers, co_teacher, method, path, body):
    assert as_diego.get(hers).status_code == 200
    assert getattr(as_diego, method)(f"{hers}{path}", body).status_code == 404


def test_a_colleague_removes_nobody_else(as_diego, hers, marta, co_teacher):
    for user in (marta.pk, uuid4()):
        assert as_diego.delete(f"{hers}/teachers/{user}").json()["code"] == "not_found"
    assert Teaching.objects.count() == 2
