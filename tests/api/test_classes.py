"""A teacher makes a class, opens it, and sees only her own (security.md: 4, 6, 7, 27)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chumil.classes.models import Classroom, Teaching
from chumil.common import clock
from chumil.flows.open_class import open_class

CLASSES = "/api/v1/classes"
NEW = {"name": "Sexto B", "tier": "ages-10-12", "pupils": 12}
ROW = {"id", "name", "tier", "pupils", "joining_until", "code"}


def test_a_new_class_has_its_tiles_and_is_closed(as_marta):
    answer = as_marta.post(CLASSES, NEW)
    made = answer.json()
    assert answer.status_code == 201
    assert set(made) == ROW | {"archived_at", "notice_version", "notice_given_at", "teachers", "tiles"}
    assert (made["name"], made["pupils"], made["joining_until"]) == ("Sexto B", 12, None)
    assert len({tile["nickname"] for tile in made["tiles"]}) == 12
    assert set(made["tiles"][0]) == {"id", "nickname", "avatar", "claimed", "claimed_at", "phones", "has_card"}
    assert not any(tile["claimed"] for tile in made["tiles"])


def test_the_code_is_eight_characters_nobody_mistakes(as_marta):
    code = as_marta.post(CLASSES, NEW).json()["code"]
    assert len(code) == 9
    assert code[4] == "-"
    assert set(code) - {"-"} <= set("BCDFHJKMNPQRTVWXY234679")


def test_reading_the_class_gives_what_making_it_gave(as_marta):
    made = as_marta.post(CLASSES, NEW).json()
    assert as_marta.get(f"{CLASSES}/{made['id']}").json() == made


def test_the_list_holds_only_her_classes(as_marta, quinto_b, sexto_a, ana):
    listed = as_marta.get(CLASSES).json()
    assert set(listed) == {"count", "next", "previous", "results"}
    assert [row["id"] for row in listed["results"]] == [str(quinto_b.pk)]
    assert set(listed["results"][0]) == ROW
    assert listed["results"][0]["pupils"] == 1


def test_a_co_teacher_sees_the_class_too(as_diego, diego, quinto_b):
    assert as_diego.get(f"{CLASSES}/{quinto_b.pk}").status_code == 404
    Teaching.objects.create(classroom=quinto_b, user=diego, role=Teaching.Role.CO)
    assert as_diego.get(f"{CLASSES}/{quinto_b.pk}").status_code == 200


@pytest.mark.parametrize(("method", "path"), [("get", ""), ("post", "/joining")])
def test_a_strangers_class_and_no_class_are_the_same_answer(as_marta, quinto_b, sexto_a, method, path):
    strangers, nobodys = (
        getattr(as_marta, method)(f"{CLASSES}/{key}{path}", {"open": True} if method == "post" else None)
        for key in (sexto_a.pk, uuid4())
    )
    assert strangers.status_code == nobodys.status_code == 404
    assert {**strangers.json(), "request_id": ""} == {**nobodys.json(), "request_id": ""}
    sexto_a.refresh_from_db()
    assert sexto_a.joining_until is None


def test_opening_gives_two_hours_and_closing_ends_them(as_marta, marta, quinto_b, frozen_clock, sign_in):
    client = sign_in(marta)
    opened = client.post(f"{CLASSES}/{quinto_b.pk}/joining", {"open": True}).json()
    quinto_b.refresh_from_db()
    assert opened["code"] == "BCDF-2346"
    assert quinto_b.joining_until == clock.now() + timedelta(hours=2)
    assert client.post(f"{CLASSES}/{quinto_b.pk}/joining", {"open": False}).json()["joining_until"] is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": ""}, "field_empty"),
        ({"name": None}, "field_required"),
        ({"name": "x" * 61}, "field_too_long"),
        ({"name": "Quinto \u202eB"}, "field_invalid"),
        ({"name": "Quinto\u200b"}, "field_invalid"),
        ({"name": ["Quinto"]}, "field_invalid"),
        ({"tier": "ages-3-5"}, "field_not_a_choice"),
        ({"pupils": 0}, "field_out_of_range"),
        ({"pupils": 61}, "field_out_of_range"),
        ({"pupils": "many"}, "field_invalid"),
    ],
)
def test_a_class_that_cannot_be_is_refused_by_field(as_marta, change, code):
    answer = as_marta.post(CLASSES, {**NEW, **change})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_body")
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(next(iter(change)), code)]
    assert not Classroom.objects.exists()


def test_only_what_may_be_given_is_taken(as_marta):
    extra = {"code": "XXXX-XXXX", "joining_until": "2099-01-01T00:00Z", "id": str(uuid4()), "archived_at": "2026-01-01"}
    made = as_marta.post(CLASSES, {**NEW, **extra}).json()
    assert made["code"] != extra["code"]
    assert made["id"] != extra["id"]
    assert made["joining_until"] is None


def test_sixty_classes_cost_as_many_queries_as_one(as_marta, marta):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            as_marta.get(CLASSES, {"page_size": 100})
        return len(captured)

    open_class(teacher=marta, name="Una", tier="ages-7-9", pupils=1)
    one = queries()
    for _ in range(59):
        open_class(teacher=marta, name="Más", tier="ages-7-9", pupils=2)
    assert queries() == one


def test_a_page_never_holds_more_than_a_hundred(as_marta, marta):
    Classroom.objects.bulk_create(
        Classroom(name="Muchas", tier="ages-7-9", code=f"BBBB-{number:04}") for number in range(120)
    )
    Teaching.objects.bulk_create(
        Teaching(classroom=classroom, user=marta, role="owner") for classroom in Classroom.objects.all()
    )
    page = as_marta.get(CLASSES, {"page_size": 5000}).json()
    assert (page["count"], len(page["results"])) == (120, 100)
    assert as_marta.get(CLASSES, {"page": 99}).json()["code"] == "not_found"
