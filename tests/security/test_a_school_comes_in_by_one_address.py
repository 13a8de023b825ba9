"""A school of 600 stands behind one network address. All are in within ten minutes, mistakes and all."""

from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from chumil.accounts.models import Session
from chumil.classes import notice
from chumil.classes.services import set_joining
from chumil.flows.open_class import open_class

CLASSES, PUPILS = 10, 60
WRONG = "BBBB-BBBB"


@pytest.mark.asvs(17)
def test_six_hundred_children_sign_in_within_ten_minutes(marta, frozen_clock):
    phone = APIClient(REMOTE_ADDR="203.0.113.7")
    for number in range(CLASSES):
        classroom = open_class(teacher=marta, name=f"Clase {number}", tier="ages-10-12", pupils=PUPILS)
        set_joining(classroom=classroom, by=marta, is_open=True, notice_version=notice.VERSION)
        tiles = phone.post("/api/v1/join/look", {"code": classroom.code}).json()["tiles"]
        for order, tile in enumerate(tiles):
            frozen_clock.advance(seconds=0.9)
            if order % 3 == 0:
                assert phone.post("/api/v1/join/look", {"code": WRONG}).status_code == 404
            body = {"code": classroom.code, "tile": tile["id"], "device": str(uuid4())}
            assert phone.post("/api/v1/join/claim", body).status_code == 200
    assert Session.objects.filter(child__isnull=False).count() == 600
