"""Whoever asks whatever of whichever route: the answer is a problem with a code, never a crash."""

import json
import re

import pytest

from api.policy import NOBODY, POLICY, ROLES

pytestmark = pytest.mark.asvs(3, 49)
ODD = (None, True, -1, 2**60, 1.5, "", "\u202e\u0000", "x" * 5000, [], [[]], {}, {"a": {"b": []}})
FIELDS = [
    *sorted({name for row in POLICY for name in row.body}),
    "email", "password", "device", "code", "tile", "secret", "avatar", "refresh", "token", "items", "client_now",
    "attempts", "child", "start", "end", "to_child", "current", "display_name", "request", "notice_version", "shape",
]  # fmt: skip
JUNK = [b"", b"{", b"\xff\xfe", b"null", b"[]", b'"x"', b"1", b"[" * 50_000, b'{"a":' * 30 + b"1" + b"}" * 30, b"NaN"]
JUNK += [json.dumps(dict.fromkeys(FIELDS, odd)).encode() for odd in ODD]


def address(route, quinto_b, ana):
    filled = route.replace("<uuid:classroom_id>", str(quinto_b.pk)).replace("<uuid:child_id>", str(ana.pk))
    return "/" + re.sub("<slug:\\w+>", "0" * 64, re.sub("<uuid:\\w+>", NOBODY, filled))


@pytest.mark.parametrize("role", ROLES)
def test_junk_is_refused_with_a_code(request, role, quinto_b, ana, settings, tmp_path):
    settings.CLIENT = tmp_path
    client = request.getfixturevalue(
        {"anyone": "anyone", "child": "as_ana", "stranger": "as_diego"}.get(role, "as_marta")
    )
    client.raise_request_exception = False
    for row in POLICY:
        if row.route.endswith("auth/sign-out") or (row.method == "DELETE" and row.teacher == 204):
            continue  # those end what the next requests need
        for body in JUNK if row.method != "GET" else JUNK[:1]:
            answer = client.generic(
                row.method, address(row.route, quinto_b, ana), body, content_type="application/json"
            )
            assert answer.status_code < 500, (row, body[:60])
            if answer.status_code >= 400:
                assert answer["Content-Type"] == "application/problem+json"
                assert {"code", "detail", "request_id"} <= answer.json().keys()


def test_a_route_that_breaks_is_seen_and_tells_nothing(settings, as_marta, monkeypatch):
    monkeypatch.setattr("chumil.api.views.me.classroom_of", None)
    monkeypatch.setattr("chumil.api.views.me._me", lambda session: 1 / 0)
    as_marta.raise_request_exception = False
    answer = as_marta.get("/api/v1/me")
    assert (answer.status_code, answer.json()["code"]) == (500, "server_error")
    assert "ZeroDivision" not in answer.content.decode()
