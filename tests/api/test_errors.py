"""Every refusal has one shape, one code, and words the reader understands (security.md: 26, 29, 49)."""

import json

import pytest
from django.db import OperationalError
from rest_framework.test import APIClient

from chumil.api.views import me
from chumil.common.errors import MESSAGES, ErrorCode

LOOK = "/api/v1/join/look"
SHAPE = {"type", "title", "status", "code", "detail", "request_id"}


def test_every_code_has_its_two_sentences():
    assert set(MESSAGES) == set(ErrorCode)
    for spanish, english in MESSAGES.values():
        assert spanish.endswith(".")
        assert english.endswith(".")
        assert spanish != english


def test_a_refusal_has_one_shape(anyone):
    answer = anyone.get("/api/v1/me")
    assert answer["Content-Type"] == "application/problem+json"
    assert set(answer.json()) == SHAPE
    assert (answer.json()["status"], answer.json()["title"]) == (401, "Unauthorized")
    assert answer.json()["request_id"] == answer["X-Request-Id"]


@pytest.mark.parametrize(
    ("asked", "speaks_english"),
    [
        ("", False),
        ("en", True),
        ("en-US,en;q=0.9,es;q=0.1", True),
        ("es-GT,es;q=0.9,en;q=0.8", False),
        ("quc,en;q=0.5,es;q=0.4", True),
        ("fr", False),
        ("en;q=0", False),
        ("\x00;;q=junk", False),
    ],
)
def test_it_speaks_spanish_unless_english_is_asked_for_first(anyone, asked, speaks_english):
    answer = anyone.get("/api/v1/me", headers={"accept-language": asked})
    assert answer.json()["detail"] == MESSAGES[ErrorCode.NOT_SIGNED_IN][speaks_english]


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/classes/7", "/nothing", "/api/v1/me/"])
def test_an_unknown_route_is_a_problem_too(anyone, path):
    answer = anyone.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["code"] == "not_found"


def test_a_wrong_method_is_named(anyone):
    assert anyone.get(LOOK).json()["code"] == "method_not_allowed"


def test_another_type_than_json_cannot_be_had(anyone):
    assert anyone.post(LOOK, {"code": "X"}, headers={"accept": "text/html"}).json()["code"] == "not_acceptable"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_only_json_is_read(anyone, kind):
    answer = anyone.generic("POST", LOOK, b"code=BCDF-2346", content_type=kind)
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


def nested(depth):
    return b'{"code":' + b"[" * depth + b"]" * depth + b"}"


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"\xff\xfe",
        b'{"code": NaN}',
        b'{"code": 1e999}',
        b'{"code": 9007199254740993}',
        b'{"code": ' + b"9" * 5000 + b"}",
        b'{"code": "\\u0000"}',
        b'{"code": "\\ud800"}',
        b'{"\\ud800": 1}',
        nested(20),
        nested(100_000),
    ],
)
def test_junk_is_malformed_json(db, anyone, raw):
    answer = anyone.generic("POST", LOOK, raw, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed_json")


def test_the_deepest_body_allowed_is_read(db, anyone):
    answer = anyone.generic("POST", LOOK, nested(19), content_type="application/json")
    assert answer.json()["code"] == "invalid_body"


@pytest.mark.parametrize("body", [[], "code", 7, None, True])
def test_a_body_that_is_no_object_is_invalid(db, anyone, body):
    answer = anyone.generic("POST", LOOK, json.dumps(body).encode(), content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_body")


@pytest.mark.parametrize(("size", "status"), [(256 * 1024, 400), (256 * 1024 + 1, 413), (10_000_000, 413)])
def test_a_body_over_256_kb_is_too_large(db, anyone, size, status):
    raw = b'{"code":"' + b"x" * (size - 11) + b'"}'
    assert len(raw) == size
    answer = anyone.generic("POST", LOOK, raw, content_type="application/json")
    assert answer.status_code == status


def test_a_wrong_field_is_named_with_its_own_code(db, anyone):
    answer = anyone.post("/api/v1/join/claim", {"tile": "7"}, headers={"accept-language": "en"})
    assert answer.json()["errors"] == [
        {"field": "code", "code": "field_required", "detail": "This is required."},
        {"field": "tile", "code": "field_invalid", "detail": "This has the wrong shape."},
        {"field": "device", "code": "field_required", "detail": "This is required."},
    ]


def raise_in_me(monkeypatch, problem):
    def fail(_):
        raise problem

    monkeypatch.setattr(me, "_me", fail)


def test_a_database_that_does_not_answer_is_503_and_worth_another_try(as_ana, monkeypatch):
    raise_in_me(monkeypatch, OperationalError("secret table names"))
    answer = as_ana.get("/api/v1/me")
    assert (answer.status_code, answer.json()["code"], answer["Retry-After"]) == (503, "unavailable", "5")
    assert b"secret" not in answer.content


def test_what_nobody_foresaw_is_a_problem_without_its_inside(as_ana, monkeypatch):
    raise_in_me(monkeypatch, ZeroDivisionError("secret"))
    as_ana.raise_request_exception = False
    answer = as_ana.get("/api/v1/me")
    assert (answer.status_code, answer.json()["code"]) == (500, "server_error")
    assert set(answer.json()) == SHAPE
    assert b"secret" not in answer.content


def test_a_strange_host_is_refused(settings):
    settings.ALLOWED_HOSTS = ["chumil.example"]
    answer = APIClient().get("/api/v1/me", headers={"host": "evil.example"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
