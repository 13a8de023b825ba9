"""Child and teacher see the same figures, and of a sensitive story a teacher sees only that it was finished."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from builders import NOON, SAFE, UNSAFE, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.classes.models import Classroom, Enrolment
from chumil.content.services import publish
from chumil.flows.sync import sync


def play(child: Child, version: str, path: list[str]) -> None:
    sync(child=child.id, client_now=NOON, items=[make_attempt_item(child.id, version, path)])


def row(client: APIClient, classroom: Classroom, child: Child) -> dict[str, Any]:
    body = client.get(f"/api/v1/classes/{classroom.id}/progress").json()
    return next(each for each in body["children"] if each["id"] == str(child.id))


def test_a_child_sees_the_best_of_each_story(as_ana: APIClient, ana: Child) -> None:
    one, other = (each.hash for each in published(make_pack("una"), make_pack("otra")))
    play(ana, one, UNSAFE)
    play(ana, one, SAFE)
    play(ana, one, UNSAFE)
    play(ana, other, ["tell"])
    sync(child=ana.id, client_now=NOON, items=[None])
    assert as_ana.get("/api/v1/me/progress").json() == {
        "stars": 3,
        "finished": [{"scenario": "una", "version": one, "stars": 3, "percent": 100}],
        "badges": ["bright", "first-thread"],
        "waiting": 1,
    }


def test_the_teacher_sees_the_same_stars(
    as_ana: APIClient, as_marta: APIClient, ana: Child, quinto_b: Classroom
) -> None:
    one, other = (each.hash for each in published(make_pack("una"), make_pack("otra")))
    play(ana, one, ["tell", "obey"])
    play(ana, other, ["tell"])
    shown = row(as_marta, quinto_b, ana)
    mine = as_ana.get("/api/v1/me/progress").json()
    assert shown["stars"] == mine["stars"] == 1
    assert shown["finished"] == len(mine["finished"]) == 1
    assert shown["scenarios"] == [
        {"scenario": "otra", "state": "in_progress", "stars": None},
        {"scenario": "una", "state": "finished", "stars": 1},
    ]
    assert shown["last_day"] is not None


def test_of_a_sensitive_story_a_teacher_sees_that_it_was_finished_and_nothing_more(
    as_marta: APIClient, ana: Child, quinto_b: Classroom
) -> None:
    notes = {"content_note": "Habla de amenazas."}
    done, begun = (each.hash for each in published(make_pack("una", **notes), make_pack("otra", **notes)))
    play(ana, begun, ["tell"])
    assert row(as_marta, quinto_b, ana)["scenarios"] == []
    assert row(as_marta, quinto_b, ana)["last_day"] is None
    play(ana, done, SAFE)
    shown = row(as_marta, quinto_b, ana)
    assert shown["scenarios"] == [{"scenario": "una", "state": "finished", "stars": None}]
    assert (shown["finished"], shown["stars"]) == (1, 0)


def test_a_withdrawn_sensitive_story_stays_closed(as_marta: APIClient, ana: Child, quinto_b: Classroom) -> None:
    [version] = published(make_pack("una", content_note="Habla de amenazas."))
    play(ana, version.hash, SAFE)
    publish([make_pack("otra")], {}, whole=True)
    assert row(as_marta, quinto_b, ana)["scenarios"] == [{"scenario": "una", "state": "finished", "stars": None}]


def test_another_teachers_class_is_not_found(as_diego: APIClient, quinto_b: Classroom) -> None:
    assert as_diego.get(f"/api/v1/classes/{quinto_b.id}/progress").status_code == 404


def test_only_children_have_progress_of_their_own(as_marta: APIClient, anyone: APIClient) -> None:
    assert as_marta.get("/api/v1/me/progress").status_code == 403
    assert anyone.get("/api/v1/me/progress").status_code == 401


@pytest.mark.parametrize("children", [1, 40])
def test_class_progress_takes_as_many_queries_for_1_child_as_for_40(
    as_marta: APIClient, quinto_b: Classroom, children: int
) -> None:
    version = published()[0].hash
    for number in range(children):
        child = Child.objects.create(nickname=f"Niño {number}", avatar="x", tier="ages-10-12")
        Enrolment.objects.create(classroom=quinto_b, child=child)
        play(child, version, SAFE)
    with CaptureQueriesContext(connection) as captured:
        as_marta.get(f"/api/v1/classes/{quinto_b.id}/progress")
    assert len(captured) == 5  # the session, the class, its children, their rows, the catalogue
