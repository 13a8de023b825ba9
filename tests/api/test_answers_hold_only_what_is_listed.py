"""What each role may read, key by key: a key that appears in an answer must be listed here first."""

from uuid import uuid4

import pytest
from policy import POLICY

from builders import SAFE, make_attempt_item, make_pack, published
from chumil.accounts.services import start_session
from chumil.classes.services import ask_for_phone
from chumil.common import clock
from chumil.flows.sync import sync

ROLES = ("anyone", "child", "teacher")
OF_ANOTHER_SHAPE = {"api/v1/schema", "api/v1/docs"}
# Each line: where in the answer, and the keys there; "all" are all three roles.
LISTED = {
    ("api/v1/notice", "all"): """
        paragraphs title version
    """,
    ("api/v1/scenarios", "all"): """
        count next previous results
        results: bytes hash id kind minutes risks role sensitive summary tier title topic
    """,
    ("api/v1/badges", "all"): """
        count next previous results
        results: id rule scope
    """,
    ("api/v1/me", "child"): """
        child classroom role
        child: avatar id nickname secret_generation tier
        classroom: id name
    """,
    ("api/v1/me", "teacher"): """
        role user
        user: display_name email id role
    """,
    ("api/v1/me/progress", "child"): """
        badges finished stars waiting
        finished: percent scenario stars version
    """,
    ("api/v1/auth/sessions", "teacher"): """
        count next previous results
        results: created_at current id last_seen_day
    """,
    ("api/v1/classes", "teacher"): """
        count next previous results
        results: code id joining_until name pupils tier
    """,
    ("api/v1/classes/<uuid:classroom_id>", "teacher"): """
        archived_at code id joining_until name notice_given_at notice_version pupils teachers tier tiles
        teachers: display_name id role
        tiles: avatar claimed claimed_at has_card id nickname phones
    """,
    ("api/v1/classes/<uuid:classroom_id>/phones", "teacher"): """
        asking paused
        asking: asked_at avatar children code id
        asking.children: avatar id nickname
    """,
    ("api/v1/classes/<uuid:classroom_id>/children/<uuid:child_id>/phones", "teacher"): """
        count next previous results
        results: created_at id last_seen_day
    """,
    ("api/v1/classes/<uuid:classroom_id>/children/<uuid:child_id>/plays", "teacher"): """
        count next previous results
        results: at credit finished id length scenario sensitive sent_by stars title
        results.sent_by: avatar id nickname
    """,
    ("api/v1/classes/<uuid:classroom_id>/progress", "teacher"): """
        catalogue children classroom computed_at
        catalogue: scenario sensitive title topic
        children: avatar claimed finished id last_day nickname scenarios stars
        children.scenarios: scenario stars state
        classroom: id name tier
    """,
}
OPEN_BELOW = ("results.rule.",)
"""A badge's rule is data of its own shape, the same for everybody."""


def keys(value, prefix=""):
    """Every key of a JSON answer as a dotted path; lists are looked through."""
    if isinstance(value, dict):
        paths = {f"{prefix}{name}" for name in value}
        return paths.union(*(keys(inner, f"{prefix}{name}.") for name, inner in value.items()))
    if isinstance(value, list):
        return set().union(*(keys(inner, prefix) for inner in value))
    return set()


def listed(route, role):
    """The same from the list above."""
    lines = (line.strip() for line in (LISTED.get((route, role)) or LISTED[route, "all"]).strip().splitlines())
    split = (line.rpartition(": ") for line in lines)
    return {f"{where}.{name}" if where else name for where, _, names in split for name in names.split()}


@pytest.fixture
def clients(anyone, as_ana, as_marta, ana, quinto_b):
    """The three, once there is something of everything to be read."""
    stories = published(make_pack(), make_pack("delicada", content_note="Trata de algo difícil."))
    items = [make_attempt_item(ana.pk, each.pk, SAFE) for each in stories]
    sync(child=ana.pk, client_now=clock.now(), items=items)
    start_session(owner=ana, device=uuid4())
    ask_for_phone(classroom=quinto_b, avatar="quetzal", device=uuid4())
    return {"anyone": anyone, "child": as_ana, "teacher": as_marta}


READS = [
    (row.route, role)
    for row in POLICY
    for role in ROLES
    if row.method == "GET" and row.route.startswith("api/") and getattr(row, role) == 200
    if row.route not in OF_ANOTHER_SHAPE
]


@pytest.mark.asvs(7)
@pytest.mark.parametrize(("route", "role"), READS)
def test_an_answer_has_the_listed_keys_and_no_other(clients, quinto_b, ana, route, role):
    path = route.replace("<uuid:classroom_id>", str(quinto_b.pk)).replace("<uuid:child_id>", str(ana.pk))
    found = keys(clients[role].get(f"/{path}").json())
    assert {each for each in found if not each.startswith(OPEN_BELOW)} == listed(route, role)


@pytest.mark.asvs(7)
def test_no_list_is_stale():
    read = {route for route, _ in READS}
    assert {route for route, _ in LISTED} == read


@pytest.mark.asvs(7)
@pytest.mark.parametrize("secret", ["path", "evidence", "ending", "password", "secret_hash", "device", "key"])
def test_no_list_names_what_nobody_may_read(secret):
    assert not [where for where in LISTED if secret in {each.rpartition(".")[2] for each in listed(*where)}]
