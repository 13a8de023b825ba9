"""Stories are listed by what is offered now, and read by hash for ever."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from builders import RULES, hash_of, make_pack, published
from chumil.content.services import publish
from chumil.engine import canonical

pytestmark = pytest.mark.django_db
ENTRY = {
    "bytes", "hash", "id", "kind", "minutes", "risks", "role", "sensitive", "summary", "tier", "title", "topic",
}  # fmt: skip


def test_a_version_is_exactly_the_bytes_that_its_hash_names(anyone: APIClient) -> None:
    published(make_pack())
    answer = anyone.get(f"/api/v1/scenarios/{hash_of(make_pack())}")
    assert answer.content == canonical(make_pack())
    assert hashlib.sha256(answer.content).hexdigest() == hash_of(make_pack())
    assert answer["ETag"] == f'"{hash_of(make_pack())}"'
    assert sorted(answer["Cache-Control"].split(", ")) == ["immutable", "max-age=31536000", "public"]


def test_who_has_it_gets_304(anyone: APIClient) -> None:
    published(make_pack())
    url = f"/api/v1/scenarios/{hash_of(make_pack())}"
    same = anyone.get(url, HTTP_IF_NONE_MATCH=anyone.get(url)["ETag"])
    assert (same.status_code, same.content) == (304, b"")
    assert "ETag" in same
    assert anyone.get(url, HTTP_IF_NONE_MATCH='"other"').status_code == 200


def test_a_superseded_or_withdrawn_version_can_still_be_read(anyone: APIClient) -> None:
    published(make_pack(), make_pack("otra"))
    publish([make_pack(title="Nuevo")], {}, whole=True)
    for pack in (make_pack(), make_pack("otra")):
        assert anyone.get(f"/api/v1/scenarios/{hash_of(pack)}").status_code == 200


def test_an_unknown_hash_is_not_found(anyone: APIClient) -> None:
    answer = anyone.get(f"/api/v1/scenarios/{'0' * 64}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_the_list_is_filtered_and_paginated(anyone: APIClient) -> None:
    published(make_pack("a"), make_pack("b", kind="quiz"), make_pack("c", tier="ages-7-9"), make_pack("d", topic="x"))

    def ids(query: str) -> list[str]:
        return [each["id"] for each in anyone.get(f"/api/v1/scenarios?{query}").json()["results"]]

    assert ids("tier=ages-10-12") == ["a", "b", "d"]
    assert ids("kind=quiz") == ["b"]
    assert ids("tier=ages-10-12&topic=x") == ["d"]
    page = anyone.get("/api/v1/scenarios?page_size=3").json()
    assert (page["count"], len(page["results"]), bool(page["next"])) == (4, 3, True)
    assert set(page["results"][0]) == ENTRY


@pytest.mark.parametrize("query", ["tier=D", "kind=film", "topic=%00"])
def test_a_filter_that_does_not_exist_is_refused(anyone: APIClient, query: str) -> None:
    answer = anyone.get(f"/api/v1/scenarios?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_query")


@pytest.mark.parametrize("stories", [1, 40])
def test_the_list_takes_two_queries(anyone: APIClient, stories: int) -> None:
    published(*[make_pack(f"historia-{number}") for number in range(stories)])
    with CaptureQueriesContext(connection) as captured:
        anyone.get("/api/v1/scenarios")
    assert len(captured) == 2


def test_badges_are_paginated_rules(anyone: APIClient) -> None:
    words = {"title": {"es": "Hilo"}, "reason": {"es": "Bien."}, "how": {"es": "Juega."}, "art": "thread"}
    published(make_pack(), rules=[{**rule, **words} for rule in RULES])
    page = anyone.get("/api/v1/badges?page_size=2").json()
    assert page["count"] == len(RULES)
    assert page["results"][0] == {**RULES[0], **words}


def test_a_reference_is_its_body_under_an_etag(anyone: APIClient) -> None:
    publish([], {"topics": [{"id": "false-profiles"}]})
    answer = anyone.get("/api/v1/reference/topics")
    assert answer.json() == [{"id": "false-profiles"}]
    assert anyone.get("/api/v1/reference/topics", HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304
    assert anyone.get("/api/v1/reference/secrets").status_code == 404


def test_class_talks_are_for_teachers(anyone: APIClient, as_ana: APIClient, as_marta: APIClient) -> None:
    talks = {
        "fast-friend": {"title": "Amigos", "say": ["Una"], "ask": ["¿Y?"], "close": "Fin.", "scenario": "el-juego"}
    }
    publish([], {"talks": talks})
    answer = as_marta.get("/api/v1/reference/talks")
    assert (answer.json(), answer["Cache-Control"]) == (talks, "no-cache, private")
    assert [each.get("/api/v1/reference/talks").status_code for each in (as_ana, anyone)] == [403, 401]
