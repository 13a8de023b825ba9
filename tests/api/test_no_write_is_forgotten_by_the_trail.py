"""Every route by which a teacher changes something is among those whose trail is proved, or says why not."""

import re

import pytest
from policy import POLICY
from test_every_write_of_a_teacher_leaves_a_trail import TAPS

PROVED_ELSEWHERE = {
    ("POST", "api/v1/classes/<classroom>/credits"): "tests/play/test_the_wrong_child_played.py",
    ("DELETE", "api/v1/classes/<classroom>/credits/<credit>"): "tests/play/test_the_wrong_child_played.py",
    ("POST", "api/v1/classes/<classroom>/children/<child>/export"): "tests/privacy/test_an_export_holds_everything.py",
    ("DELETE", "api/v1/classes/<classroom>/children/<child>"): "tests/privacy/test_an_erased_child_leaves_nothing.py",
}
SLOTS = {
    "quinto_b": "classroom",
    "ana": "child",
    "co_teacher": "user",
    "request": "phone",
    "phone": "phone",
    "elsewhere": "session",
}


def writes(policy):
    """The routes that change something and are closed to children."""
    rows = (row for row in policy if row.method != "GET" and row.anyone == 401 and row.child == 403)
    return {(row.method, re.sub(r"<uuid:(\w+)_id>", r"<\1>", row.route)) for row in rows}


def proved():
    """The routes whose trail is proved."""
    taps = {
        (method.upper(), re.sub(r"\{(\w+)\}", lambda slot: f"<{SLOTS[slot[1]]}>", path).lstrip("/"))
        for method, path, _ in TAPS.values()
    }
    return taps | PROVED_ELSEWHERE.keys()


@pytest.mark.asvs(48)
def test_every_write_has_its_trail_proved():
    assert writes(POLICY) == proved()


@pytest.mark.asvs(48)
def test_a_forgotten_one_would_be_seen():
    assert writes([row for row in POLICY if "credits" not in row.route]) != proved()
