"""security.md (48): each tap of a teacher on a class, a child, her account is in the trail, and no refused one."""

from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from chumil.accounts.services import start_session
from chumil.audit.actions import Action
from chumil.audit.models import AuditEvent
from chumil.classes.models import Classroom, Teaching
from chumil.classes.services import ask_for_phone, create_classroom

HERS = "/api/v1/classes/{quinto_b}"
CHILD = HERS + "/children/{ana}"
# action -> (method, path, body); braces are filled with keys
TAPS = {
    Action.CLASS_MADE: ("post", "/api/v1/classes", {"name": "Nueva", "tier": "ages-7-9", "pupils": 2}),
    Action.CLASS_OPENED: ("post", HERS + "/joining", {"open": True}),
    Action.CLASS_CLOSED: ("post", HERS + "/joining", {"open": False}),
    Action.CLASS_ARCHIVED: ("post", HERS + "/archive", {"archived": True}),
    Action.CLASS_FETCHED_BACK: ("post", HERS + "/archive", {"archived": False}),
    Action.CODE_CHANGED: ("post", HERS + "/code", {}),
    Action.TILES_ADDED: ("post", HERS + "/tiles", {"pupils": 2}),
    Action.CARDS_PRINTED: ("post", HERS + "/cards", {"children": ["{ana}"]}),
    Action.TEACHER_ADDED: ("post", HERS + "/teachers", {"email": "diego@otra.example"}),
    Action.TEACHER_REMOVED: ("delete", HERS + "/teachers/{co_teacher}", {}),
    Action.PHONE_APPROVED: ("post", HERS + "/phones/{request}/approve", {"child": "{ana}"}),
    Action.PHONE_REFUSED: ("post", HERS + "/phones/{request}/refuse", {}),
    Action.PHONE_SIGNED_OUT: ("delete", CHILD + "/phones/{phone}", {}),
    Action.CLAIM_UNDONE: ("post", CHILD + "/release", {}),
    Action.SECRET_RESET: ("post", CHILD + "/reset-secret", {}),
    Action.CHILD_MOVED: ("post", CHILD + "/move", {"to": "{sexto_b}"}),
    Action.PASSWORD_CHANGED: (
        "post",
        "/api/v1/auth/password",
        {"current": "una clave muy larga", "password": "otra clave, larga y nueva"},
    ),
    Action.SESSION_ENDED: ("delete", "/api/v1/auth/sessions/{elsewhere}", {}),
    Action.SESSIONS_ENDED: ("delete", "/api/v1/auth/sessions", {}),
}
ABOUT_ANA = {
    Action.CARDS_PRINTED,
    Action.PHONE_APPROVED,
    Action.PHONE_SIGNED_OUT,
    Action.CLAIM_UNDONE,
    Action.SECRET_RESET,
    Action.CHILD_MOVED,
}


@pytest.fixture
def keys(marta, quinto_b, ana, django_user_model):
    colleague = django_user_model.objects.create_user("eva@escuela.example", "clave de colega", display_name="Eva")
    Teaching.objects.create(classroom=quinto_b, user=colleague, role=Teaching.Role.CO)
    made = {
        "quinto_b": quinto_b,
        "ana": ana,
        "co_teacher": colleague,
        "request": ask_for_phone(classroom=quinto_b, avatar="quetzal", device=uuid4()),
        "phone": start_session(owner=ana, device=uuid4()),
        "elsewhere": start_session(owner=marta, device=uuid4()),
        "sexto_b": create_classroom(teacher=marta, name="Sexto B", tier="ages-13-15"),
    }
    return {name: str(thing.pk) for name, thing in made.items()}


def filled(value, keys):
    if isinstance(value, dict):
        return {key: filled(inner, keys) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, keys) for inner in value]
    return value.format(**keys) if isinstance(value, str) else value


def tap(client, action, keys):
    method, path, body = TAPS[action]
    return getattr(client, method)(filled(path, keys), filled(body, keys))


def trail(after):
    return list(AuditEvent.objects.exclude(pk__in=after).values_list("action", "actor", "child"))


@pytest.mark.asvs(48)
@pytest.mark.parametrize("action", TAPS)
def test_a_tap_leaves_one_event(as_marta, marta, diego, ana, keys, action):
    before = set(AuditEvent.objects.values_list("pk", flat=True))
    assert tap(as_marta, action, keys).status_code < 300
    assert trail(before) == [(action, marta.pk, ana.pk if action in ABOUT_ANA else None)]


@pytest.mark.asvs(48)
@pytest.mark.parametrize("action", [action for action in TAPS if "quinto_b" in TAPS[action][1]])
def test_a_refused_tap_leaves_none(as_diego, diego, keys, action):
    before = set(AuditEvent.objects.values_list("pk", flat=True))
    assert tap(as_diego, action, keys).status_code == 404
    assert trail(before) == []


@pytest.mark.asvs(48)
def test_a_write_whose_event_cannot_be_written_does_not_happen(as_marta, quinto_b, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(AuditEvent.objects, "bulk_create", fail)
    client = APIClient(raise_request_exception=False)
    client.credentials(**as_marta._credentials)
    assert client.post(f"/api/v1/classes/{quinto_b.pk}/code").status_code == 500
    assert Classroom.objects.get(pk=quinto_b.pk).code == "BCDF-2346"
