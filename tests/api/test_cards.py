"""A printed card signs a child in on any phone, until the next one is printed (security.md: 4, 13, 16-19)."""

import io
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader
from rest_framework.test import APIClient

from chumil.accounts import nicknames
from chumil.accounts.models import Card, Child, Session
from chumil.accounts.services import create_tiles, issue_cards
from chumil.classes.models import Enrolment
from chumil.classes.services import enrol, set_archived
from chumil.common import clock

CARD = "/api/v1/join/card"


def show(secret, device=None):
    return APIClient().post(CARD, {"secret": secret, "device": str(device or uuid4())})


def print_cards(client, classroom, **body):
    return client.post(f"/api/v1/classes/{classroom.pk}/cards", body)


def me(answer):
    return APIClient().get("/api/v1/me", headers={"authorization": f"Bearer {answer.json()['access']}"})


@pytest.fixture
def card(ana):
    return issue_cards(children=[ana])[0]


@pytest.fixture
def tile(quinto_b):
    made = create_tiles(nicknames=nicknames.draw(1), tier=quinto_b.tier)
    enrol(classroom=quinto_b, children=made)
    return made[0]


def test_a_card_signs_the_child_in(card, ana, quinto_b):
    answer = show(card)
    assert answer.status_code == 200
    assert set(answer.json()) == {"access", "refresh", "child", "classroom"}
    assert answer.json()["child"]["id"] == str(ana.pk)
    assert answer.json()["classroom"] == {"id": str(quinto_b.pk), "name": "Quinto B"}
    assert me(answer).json()["role"] == "child"


def test_a_card_can_be_the_childs_first_sign_in_and_takes_the_tile(tile):
    show(issue_cards(children=[tile])[0])
    tile.refresh_from_db()
    assert tile.claimed_at is not None


def test_a_card_is_good_on_many_phones_and_costs_one_session_on_each(card):
    phone = uuid4()
    first, again = show(card, phone), show(card, phone)
    assert again.json()["refresh"] == first.json()["refresh"]
    show(card)
    assert Session.objects.count() == 2


@pytest.mark.asvs(13)
def test_the_link_holds_128_random_bits_in_the_fragment(card):
    assert len(card) == 22
    assert len({*issue_cards(children=list(Child.objects.all())), card}) == 2


@pytest.mark.asvs(13, 25)
def test_the_secret_is_nowhere_at_rest(card, capsys):
    call_command("dumpdata", "accounts", "classes")
    stored = capsys.readouterr().out
    assert '"accounts.card"' in stored
    assert card not in stored


def revoke(card, ana):
    issue_cards(children=[ana])


def erase(card, ana):
    Child.objects.update(erased_at=clock.now())


@pytest.mark.asvs(19)
@pytest.mark.parametrize("trigger", [revoke, erase])
def test_a_card_that_is_no_longer_good_looks_like_one_that_never_was(card, ana, trigger):
    assert show(card).status_code == 200
    trigger(card, ana)
    show("the first failure of this address clears away old ones")
    answers = []
    for secret in (card, "never-was", "ñ" * 64):
        with CaptureQueriesContext(connection) as queries:
            answer = show(secret)
        answers.append((answer.status_code, len(queries), {**answer.json(), "request_id": ""}))
    assert answers[0][0] == 404
    assert answers[0][2]["code"] == "card_not_valid"
    assert answers[0] == answers[1] == answers[2]


def test_printing_gives_a_sheet_with_a_card_for_everyone(as_marta, quinto_b, ana, tile):
    answer = print_cards(as_marta, quinto_b)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Cache-Control"] == "private, no-store"
    text = " ".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())
    assert ana.nickname in text
    assert tile.nickname in text
    assert Card.objects.filter(revoked_at=None).count() == 2


def test_the_sheet_comes_whatever_the_browser_accepts(as_marta, quinto_b):
    answer = as_marta.post(f"/api/v1/classes/{quinto_b.pk}/cards", {}, headers={"accept": "application/pdf"})
    assert answer.status_code == 200
    refused = as_marta.post(
        f"/api/v1/classes/{quinto_b.pk}/cards", {"children": []}, headers={"accept": "application/pdf"}
    )
    assert (refused.status_code, refused.json()["code"]) == (400, "invalid_body")


def test_printing_one_childs_card_leaves_the_others_alone(as_marta, quinto_b, ana, tile, card):
    other = issue_cards(children=[tile])[0]
    assert print_cards(as_marta, quinto_b, children=[str(ana.pk)]).status_code == 200
    assert show(card).status_code == 404
    assert show(other).status_code == 200


@pytest.mark.asvs(33)
def test_the_printed_link_is_the_one_that_opens(as_marta, quinto_b, ana, monkeypatch):
    monkeypatch.setattr("secrets.token_urlsafe", lambda size: "x" * 22 if size == 16 else "")
    printed = []
    monkeypatch.setattr("segno.make_qr", _remembering(printed))
    print_cards(as_marta, quinto_b)
    assert printed == ["http://testserver/#/card/" + "x" * 22]
    assert show("x" * 22).json()["child"]["id"] == str(ana.pk)


def _remembering(printed):
    import segno

    real = segno.make_qr

    def make_qr(link, **options):
        printed.append(link)
        return real(link, **options)

    return make_qr


@pytest.mark.asvs(4)
def test_no_card_is_printed_for_a_child_of_another_class(as_marta, quinto_b, ana, beto, card):
    for stranger in (beto.pk, uuid4()):
        answer = print_cards(as_marta, quinto_b, children=[str(ana.pk), str(stranger)])
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert Card.objects.count() == 1
    assert show(card).status_code == 200


def test_a_child_who_left_gets_no_card(as_marta, quinto_b, ana):
    Enrolment.objects.update(left_at=clock.now())
    assert print_cards(as_marta, quinto_b, children=[str(ana.pk)]).status_code == 404


@pytest.mark.asvs(27)
def test_sixty_cards_cost_as_many_queries_as_one(as_marta, quinto_b, ana):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            print_cards(as_marta, quinto_b)
        return len(captured)

    one = queries()
    enrol(classroom=quinto_b, children=create_tiles(nicknames=nicknames.draw(59), tier=quinto_b.tier))
    assert queries() == one


def test_a_phone_that_tries_thirty_cards_must_wait_while_the_card_works_elsewhere(card, frozen_clock):
    phone = uuid4()
    for number in range(30):
        assert show(f"guess-{number}", phone).status_code == 404
    assert show(card, phone).status_code == 429
    assert show(card).status_code == 200


def test_a_card_works_in_an_archived_class_too(card, quinto_b, marta):
    set_archived(classroom=quinto_b, archived=True, by=marta)
    assert show(card).status_code == 200
