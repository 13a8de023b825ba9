"""security.md (4, 6): in every id slot of every route a foreign key is answered like one that never was, and
whatever else a body says, only what may be given is taken. Both are made from the policy.
"""

import json
import re
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from policy import POLICY

from chumil.accounts.models import Session
from chumil.accounts.services import start_session
from chumil.classes.models import Classroom, PhoneRequest, Teaching
from chumil.classes.services import ask_for_phone

SLOT = re.compile(r"<uuid:(\w+)>")
CASES = [(row, slot) for row in POLICY for slot in SLOT.findall(row.route)]
CANARY = UUID("deadbeef-dead-4ead-8ead-deadbeefdead")
DAY = "2001-02-03T04:05:06Z"


def cast(classroom, child, user):
    """What each slot of a class's routes can hold."""
    return {
        "classroom_id": classroom,
        "child_id": child,
        "user_id": user,
        "session_id": start_session(owner=user, device=uuid4()),
        "request": ask_for_phone(classroom=classroom, avatar="quetzal", device=uuid4()),
        "phone_id": start_session(owner=child, device=uuid4()),
        "credit_id": classroom,  # that credits are not found either is shown where they are tested
    }


@pytest.fixture
def hers(quinto_b, ana, django_user_model):
    colleague = django_user_model.objects.create_user("eva@escuela.example", "clave de colega", display_name="Eva")
    Teaching.objects.create(classroom=quinto_b, user=colleague, role=Teaching.Role.CO)
    return cast(quinto_b, ana, colleague)


@pytest.fixture
def his(sexto_a, beto, diego):
    return cast(sexto_a, beto, diego)


def key(people, slot, route):
    name = "request" if slot == "phone_id" and "children" not in route else slot
    return str(people[name].pk)


def url(route, people, **swapped):
    def fill(match):
        return swapped.get(match[1]) or key(people, match[1], route)

    return "/" + SLOT.sub(fill, route)


def ask(client, row, address, body=None):
    return client.generic(row.method, address, json.dumps(body or row.body), content_type="application/json")


@pytest.mark.asvs(4)
@pytest.mark.parametrize(("row", "slot"), CASES, ids=lambda value: getattr(value, "route", value))
def test_a_foreign_key_and_no_key_are_one_answer(as_marta, hers, his, row, slot):
    foreign = ask(as_marta, row, url(row.route, hers, **{slot: key(his, slot, row.route)}))
    nobodys = ask(as_marta, row, url(row.route, hers, **{slot: str(uuid4())}))
    assert foreign.status_code == nobodys.status_code == 404
    assert {**foreign.json(), "request_id": ""} == {**nobodys.json(), "request_id": ""}
    assert Session.objects.filter(pk__in=[his["phone_id"].pk, his["session_id"].pk], revoked_at=None).count() == 2
    assert PhoneRequest.objects.get(pk=his["request"].pk).decided_at is None


def test_the_keys_are_refused_for_whose_they_are(as_marta, hers):
    approve = next(row for row in POLICY if row.route.endswith("/approve"))
    body = {"child": str(hers["child_id"].pk)}
    assert ask(as_marta, approve, url(approve.route, hers), body).status_code == 204


def stuffed(row):
    """The good body, with a value of its own for every other field of every table."""
    values = {
        "BooleanField": True,
        "DateTimeField": DAY,
        "DateField": DAY[:10],
        "UUIDField": str(CANARY),
        "ForeignKey": str(CANARY),
    }
    fields = [field for model in apps.get_models() for field in model._meta.concrete_fields]
    extra = {field.name: values.get(field.get_internal_type(), "CANARY") for field in fields}
    extra |= {f"{field.name}_id": str(CANARY) for field in fields if field.is_relation}
    return {**{name: value for name, value in extra.items() if name not in MAY_BE_GIVEN}, **row.body}


# The words that some body may hold and that are a field's name too.
MAY_BE_GIVEN = {
    "email",
    "display_name",
    "password",
    "name",
    "tier",
    "device",
    "child",
    "code",
    "avatar",
    "notice_version",
}
WRITES = [row for row in POLICY if row.method == "POST" and 200 <= row.teacher < 300 and row.body]


@pytest.mark.asvs(6)
@pytest.mark.parametrize("row", WRITES, ids=lambda row: row.route)
def test_what_nobody_may_set_stays_as_it_was(as_marta, hers, his, row):
    assert ask(as_marta, row, url(row.route, hers), stuffed(row)).status_code < 300
    stored = [values for model in apps.get_models() for values in model.objects.values()]
    assert len(stored) > 10
    text = str(stored)
    assert "CANARY" not in text
    assert str(CANARY) not in text
    assert "2001" not in text
    assert not any(values.get("is_staff") or values.get("is_superuser") for values in stored)


def test_a_field_that_took_what_it_was_given_would_be_seen(as_marta, hers, his):
    row = next(row for row in WRITES if row.route.endswith("/tiles"))
    body = stuffed(row)
    assert {"is_staff", "claimed_at", "secret_generation", "role"} <= body.keys()
    Classroom.objects.update(joining_until=body["joining_until"])
    assert "2001" in str(list(Classroom.objects.values()))
