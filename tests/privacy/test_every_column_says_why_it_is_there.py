"""A column has a purpose, an owner and an end, and some columns must never exist."""

import re

import pytest
from django.apps import apps

from chumil.common.fields import FIELDS
from privacy.fields_page import PAGE, with_table
from privacy.whole import ways_to_a_child

OF_DJANGO = {"auth.Permission", "auth.Group", "auth.Group_permissions", "contenttypes.ContentType"}
"""Names of rights: nobody stands in them."""
JOINS = {"accounts.User_groups", "accounts.User_user_permissions"}
DENIED = re.compile(
    r"(^|_)(birth|born|age|real_?name|first_?name|last_?name|full_?name|surname|phone_?number|telephone|mobile|"
    r"address|street|city|school|geo|lat|latitude|lon|longitude|location|ip|ip_address|user_agent|browser|imei|"
    r"advertising|voice|audio|photo|picture|face|gender|sex|religion|ethnicity|email)(_|$)"
)
ALLOWED = {
    "accounts.User.email": "a teacher's, to sign in",
    "accounts.SignUp.email": "a teacher's, to confirm",
    "accounts.Ticket.email": "a teacher's, where the link went",
}


def columns():
    """Every column of every table."""
    return {
        f"{model._meta.label}.{each.name}"
        for model in apps.get_models(include_auto_created=True)
        for each in model._meta.concrete_fields
        if model._meta.label not in OF_DJANGO | JOINS
    }


@pytest.mark.asvs(42)
def test_every_column_has_its_entry_and_no_entry_is_stale():
    assert columns() == set(FIELDS)


@pytest.mark.asvs(42)
def test_the_page_shows_the_entries_as_they_are():
    page = PAGE.read_text(encoding="utf-8")
    assert with_table(page) == page, "python tests/privacy/fields_page.py"


def denied(names):
    return {name for name in names if DENIED.search(name.rpartition(".")[2])}


@pytest.mark.asvs(44)
def test_no_column_could_hold_what_nobody_needs_to_know():
    assert denied(columns()) == set(ALLOWED)
    assert not {
        name for name in ALLOWED if name.rpartition(".")[0] in {each._meta.label for each, _ in ways_to_a_child()}
    }


@pytest.mark.asvs(44)
@pytest.mark.parametrize("name", ["birth_date", "ip", "user_agent", "last_name", "guardian_email", "location"])
def test_such_a_column_would_be_seen(name):
    assert denied({f"accounts.Child.{name}"})


@pytest.mark.asvs(44)
def test_words_that_only_look_alike_are_no_alarm():
    assert not denied({"x.Y.language", "x.Y.latest_at", "x.Y.percentage", "x.Y.topic"})
