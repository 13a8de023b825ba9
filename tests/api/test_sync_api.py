"""POST sync over HTTP: junk is answered item by item, nothing about scores is believed, queries are constant."""

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from builders import SAFE, batch, make_attempt_item, make_pack, new_id, published
from chumil.accounts.models import Child
from chumil.flows import sync as flow
from chumil.play.models import Attempt, Quarantine

URL = "/api/v1/sync"
CONTROL = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


@pytest.fixture
def version(db: None) -> str:
    return published(make_pack())[0].hash


def sync(client: APIClient, *items: Any) -> list[dict[str, Any]]:
    answer = client.post(URL, batch(*items))
    assert answer.status_code == 200, answer.content
    return list(answer.json()["results"])


def test_a_finished_story_comes_back_with_stars_and_badges(as_ana: APIClient, ana: Child, version: str) -> None:
    item = make_attempt_item(ana.id, version, SAFE)
    answer = as_ana.post(URL, batch(item)).json()
    outcome = {"finished": True, "percent": 100, "stars": 3}
    assert answer["results"] == [{"id": item["id"], "status": "accepted", "have": 2, "outcome": outcome}]
    assert answer["badges"] == ["bright", "first-thread", "whole-figure"]


def test_a_score_that_the_phone_claims_is_not_believed(as_ana: APIClient, ana: Child, version: str) -> None:
    claims = {"got": 20, "percent": 100, "stars": 3, "finished": True, "shown": {"percent": 100, "stars": 3}}
    [result] = sync(as_ana, make_attempt_item(ana.id, version, ["obey", "obey"], **claims))
    assert result["outcome"] == {"finished": True, "percent": 0, "stars": 1}


JUNK = [
    (None, "item_not_object"),
    (7, "item_not_object"),
    ([[]], "item_not_object"),
    ({}, "id_invalid"),
    ({"id": None}, "id_invalid"),
    ({"id": ["x"]}, "id_invalid"),
    ({"id": "3b241101-e2bb-4255-8caf-4136c566a962"}, "id_invalid"),
]
SPOILT = [
    ({"child": None}, "child_invalid"),
    ({"child": "ana"}, "child_invalid"),
    ({"child": new_id()}, "wrong_child"),
    ({"version": None}, "version_invalid"),
    ({"version": "A" * 64}, "version_invalid"),
    ({"version": "0" * 63 + "\n"}, "version_invalid"),
    ({"engine": 2}, "engine_unknown"),
    ({"engine": True}, "engine_unknown"),
    ({"path": None}, "path_not_list"),
    ({"path": {"0": "tell"}}, "path_not_list"),
    ({"path": ["tell"] * 201}, "path_too_long"),
    ({"path": [True]}, "answer_shape"),
    ({"copied": -1}, "copied_invalid"),
    ({"copied": 2}, "copied_invalid"),
    ({"copied": True}, "copied_invalid"),
    ({"copied": 0.0}, "copied_invalid"),
    ({"started_at": None}, "time_invalid"),
    ({"started_at": 1772474400}, "time_invalid"),
    ({"started_at": "2026-03-02T17:50:00"}, "time_invalid"),
    ({"started_at": "0001-01-01T00:00:00+14:00"}, "time_invalid"),
    ({"finished_at": "yesterday"}, "time_invalid"),
    ({"sequence": None}, "sequence_invalid"),
    ({"sequence": "1"}, "sequence_invalid"),
    ({"shown": []}, "shown_invalid"),
    ({"shown": {"percent": 101, "stars": 3}}, "shown_invalid"),
    ({"shown": {"percent": 100, "stars": False}}, "shown_invalid"),
]


@pytest.mark.parametrize(("junk", "code"), JUNK)
def test_junk_is_invalid_by_itself(as_ana: APIClient, ana: Child, version: str, junk: Any, code: str) -> None:
    before, result, after = sync(
        as_ana, make_attempt_item(ana.id, version, SAFE), junk, make_attempt_item(ana.id, version, SAFE)
    )
    assert (before["status"], after["status"]) == ("accepted", "accepted")
    assert (result["status"], result["code"], result["have"]) == ("invalid", code, 0)
    assert Quarantine.objects.get().code == code


@pytest.mark.parametrize(("spoilt", "code"), SPOILT)
def test_a_spoilt_field_is_named(as_ana: APIClient, ana: Child, version: str, spoilt: Any, code: str) -> None:
    [result] = sync(as_ana, {**make_attempt_item(ana.id, version, ["tell"]), **spoilt})
    assert (result["status"], result["code"]) == ("invalid", code)
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        batch(device="phone"),
        batch(client_now="now"),
        batch(client_now=None),
        {**batch(), "items": {}},
        {**batch(), "items": None},
        batch(*[{}] * 51),
    ],
)
def test_a_junk_envelope_is_a_problem(as_ana: APIClient, body: Any) -> None:
    answer = as_ana.post(URL, body)
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid_body"
    assert not Quarantine.objects.exists()


def test_a_body_over_256_kb_is_too_large(as_ana: APIClient, ana: Child, version: str) -> None:
    answer = as_ana.post(URL, batch(make_attempt_item(ana.id, version, ["x" * 270_000])))
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_only_a_child_may_sync(as_marta: APIClient, anyone: APIClient) -> None:
    assert as_marta.post(URL, batch()).status_code == 403
    assert anyone.post(URL, batch()).status_code == 401


def test_database_trouble_acknowledges_nothing(
    as_ana: APIClient, ana: Child, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(flow, "store_attempts", broken)
    answer = as_ana.post(URL, batch(make_attempt_item(ana.id, version, SAFE)))
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert int(answer["Retry-After"]) > 0
    assert not Attempt.objects.exists()


def test_an_item_that_breaks_the_server_does_not_stop_its_neighbours(
    as_ana: APIClient, ana: Child, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    poison = make_attempt_item(ana.id, version, SAFE)
    honest = flow.store_attempts

    def fragile(attempts: list[Attempt]) -> None:
        if any(str(each.client_id) == poison["id"] for each in attempts):
            raise ZeroDivisionError
        honest(attempts)

    monkeypatch.setattr(flow, "store_attempts", fragile)
    results = sync(as_ana, make_attempt_item(ana.id, version, SAFE), poison, make_attempt_item(ana.id, version, SAFE))
    assert [each["status"] for each in results] == ["accepted", "retry", "accepted"]
    assert Attempt.objects.count() == 2
    assert Quarantine.objects.get().code == "internal"


def queries(client: APIClient, items: list[Any]) -> int:
    with CaptureQueriesContext(connection) as captured:
        sync(client, *items)
    return sum(not each["sql"].startswith(CONTROL) for each in captured.captured_queries)


@pytest.mark.parametrize("size", [1, 50])
def test_a_batch_takes_at_most_8_queries_beside_the_session(
    as_ana: APIClient, ana: Child, version: str, size: int
) -> None:
    sync(as_ana, make_attempt_item(ana.id, version, ["obey", "obey"]))  # the pack is in the process now
    growing = make_attempt_item(ana.id, version, ["tell"])
    sync(as_ana, growing)
    items = [make_attempt_item(ana.id, version, SAFE) for _ in range(size - 1)]
    items += [{**growing, "path": SAFE}]
    items[0] = items[0] if size == 1 else {"id": new_id()}
    statements = 2 if connection.vendor == "sqlite" and size > 43 else 1  # SQLite takes 999 values a statement
    refused = 0 if size == 1 else 1  # what quarantine keeps already is read first, so that it has a bound
    assert queries(as_ana, items) - 1 <= 7 + statements + refused
