"""What signs somebody in, and what says who somebody is, stands neither in the logs nor readable in the database."""

import logging
import re
from uuid import UUID

import pytest
from rest_framework.test import APIClient

from builders import SAFE, batch, make_attempt_item, published
from chumil.accounts.models import User
from chumil.accounts.services import issue_cards
from privacy.whole import dump

EMAIL, PASSWORD = "canario-7319@escuela.example", "canario 7319 es mi clave"
DEVICE = "73190000-7319-4319-8319-731900007319"


@pytest.fixture
def issued(db, caplog, quinto_b, ana, frozen_clock, settings):
    """All that was said in a day at school, and the secrets that were in it."""
    caplog.set_level(logging.DEBUG)
    settings.DEBUG = True  # so that every statement is logged, were it not for our own settings
    phone = APIClient()
    User.objects.create_user(EMAIL, PASSWORD, display_name="Canario Tarde")
    body = {"email": EMAIL, "password": PASSWORD, "device": DEVICE}
    signed_in = phone.post("/api/v1/auth/token", body).json()
    again = phone.post("/api/v1/auth/token/refresh", {"refresh": signed_in["refresh"]}).json()
    phone.post("/api/v1/auth/token", {**body, "password": PASSWORD + " mal"})
    (card,) = issue_cards(children=[ana])
    child = phone.post("/api/v1/join/card", {"secret": card, "device": DEVICE}).json()
    phone.credentials(HTTP_AUTHORIZATION=f"Bearer {child['access']}")
    item = make_attempt_item(ana.pk, published()[0].pk, SAFE)
    phone.post("/api/v1/sync", batch(item, {**item, "path": ["CANARIO-7319"]}, "CANARIO-7319"))
    phone.get("/api/v1/nowhere/CANARIO-7319")
    return [signed_in["access"], signed_in["refresh"], again["access"], again["refresh"], child["access"], card]


def logged(caplog):
    """Our own log, that is without the trace of statements that only a developer's settings write."""
    return "\n".join(
        f"{record.getMessage()} {record.exc_text or ''}"
        for record in caplog.records
        if record.name not in {"django.db.backends", "faker"}
    )


@pytest.mark.asvs(25, 13)
def test_the_database_holds_no_token_and_no_card(issued):
    kept = dump()
    assert all(secret not in kept for secret in issued)
    assert PASSWORD not in kept


@pytest.mark.asvs(32)
def test_the_log_names_nobody_and_holds_no_secret(issued, caplog, ana):
    text = logged(caplog)
    for canary in (*issued, EMAIL, PASSWORD, DEVICE, ana.nickname, "Canario Tarde"):
        assert canary not in text
    assert not re.search(r"\d{1,3}(\.\d{1,3}){3}", text)


@pytest.mark.asvs(32)
def test_the_search_would_find_one(caplog):
    logging.getLogger("chumil.api").warning("could not write to %s", EMAIL)
    assert EMAIL in logged(caplog)


@pytest.mark.asvs(25)
def test_the_dump_holds_what_is_there(issued):
    assert UUID(DEVICE).hex in dump().replace("-", "")
