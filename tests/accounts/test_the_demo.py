"""`manage.py loaddata demo` gives a class to play with, and production has no such class."""

import pytest
from django.core.management import call_command

from chumil.accounts.models import User
from chumil.accounts.nicknames import AVATARS
from chumil.classes.models import Classroom
from chumil.classes.selectors import free_tiles


@pytest.fixture
def demo(db):
    call_command("loaddata", "demo", verbosity=0)


def test_after_migrating_there_is_nobody(db):
    assert not User.objects.exists()


def test_the_demo_teacher_signs_in(demo, anyone):
    answer = anyone.post(
        "/api/v1/auth/token",
        {
            "email": "maestra@demo.chumil.example",
            "password": "estrellas-de-demostracion",
            "device": "00000000-0000-4000-8000-000000000001",
        },
    )
    assert (answer.status_code, answer.json()["user"]["role"]) == (200, "teacher")


def test_twelve_children_can_join_the_demo_class_with_its_code(demo, anyone):
    answer = anyone.post("/api/v1/join/look", {"code": "chmt 2346"})
    assert answer.json()["classroom"]["name"] == "Quinto B"
    assert {tile["avatar"] for tile in answer.json()["tiles"]} <= set(AVATARS)
    assert free_tiles(Classroom.objects.get()).count() == 12
