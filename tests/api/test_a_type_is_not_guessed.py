"""A text is a text and a number a number: what the description refuses, the server refuses."""

import pytest


@pytest.mark.parametrize(
    "wrong",
    [{"name": 0}, {"pupils": "3"}, {"pupils": 3.0}, {"pupils": True}, {"tier": 7}],
    ids=["number for a text", "text for a number", "fraction", "truth", "number for a choice"],
)
def test_a_class_is_made_only_from_the_types_described(as_marta, wrong):
    good = {"name": "Sexto", "tier": "ages-10-12", "pupils": 3}
    refused = as_marta.post("/api/v1/classes", {**good, **wrong})
    assert (refused.status_code, refused.json()["code"]) == (400, "invalid_body")
    assert [each["field"] for each in refused.json()["errors"]] == list(wrong)
    assert as_marta.post("/api/v1/classes", good).status_code == 201


@pytest.mark.parametrize("value", ["true", 1, None])
def test_a_class_is_opened_only_by_true(as_marta, quinto_b, value):
    path = f"/api/v1/classes/{quinto_b.pk}/joining"
    assert as_marta.post(path, {"open": value}).json()["code"] == "invalid_body"
    assert as_marta.post(path, {"open": False}).status_code == 200


def test_a_size_of_page_that_is_no_number_is_refused(as_marta):
    assert as_marta.get("/api/v1/classes?page_size=null").json()["code"] == "invalid_query"
    assert as_marta.get("/api/v1/classes?page_size=5").status_code == 200
