"""The export holds every table and column of a child, and a teacher's holds no sensitive answer."""

import json

import pytest

from chumil.accounts.models import Child
from chumil.audit.models import AuditEvent
from chumil.cli.command import run
from chumil.flows.export_child import PARTS, export_by_operator
from chumil.flows.export_page import TITLES
from chumil.play.models import Attempt
from privacy.whole import CANARY, fill, loose_keys, ways_to_a_child

pytestmark = pytest.mark.asvs(40)
WAYS_NOT_EXPORTED = {
    ("play.Attempt", "child"): "whose phone sent it; the play belongs to the child it counts for",
    ("play.Credit", "attempt__child"): "reached by the child the credit names",
    ("play.Credit", "attempt__counts_for"): "reached by the child the credit names",
}
COLUMNS_NOT_EXPORTED = {
    "accounts.Child.erased_at": "an erased child has no export",
    "accounts.Session.id": "names a sign-in, says nothing about the child",
    "accounts.Session.user": "empty in a child's sign-in",
    "accounts.Session.child": "the child",
    "accounts.Session.generation": "a counter of the protocol",
    "accounts.Session.used_generation": "a counter of the protocol",
    "accounts.Card.id": "names a card",
    "accounts.Card.child": "the child",
    "accounts.Card.secret_hash": "a secret",
    "classes.Enrolment.id": "names a row",
    "classes.Enrolment.child": "the child",
    "classes.PhoneRequest.id": "names a row",
    "classes.PhoneRequest.classroom": "the class",
    "classes.PhoneRequest.session": "the sign-in",
    "classes.PhoneRequest.code": "shown for ten minutes, then of no use",
    "progress.ChildScenario.id": "names a row",
    "progress.ChildScenario.child": "the child",
    "badges.Award.id": "names a row",
    "badges.Award.child": "the child",
    "play.Attempt.child": "perhaps another child's key",
    "play.Attempt.counts_for": "the child",
    "play.Credit.id": "names a row",
    "play.Credit.child": "the child",
    "play.Credit.actor": "a teacher's key",
    "play.Quarantine.id": "names a row",
    "play.Quarantine.child": "the child",
    "play.Quarantine.body_hash": "follows from raw",
    "play.RefusalCount.id": "names a row",
    "play.RefusalCount.child": "the child",
    "play.UnknownVersion.id": "names a row",
    "play.UnknownVersion.child": "the child",
    "audit.AuditEvent.id": "names a row",
    "audit.AuditEvent.actor": "a teacher's key",
    "audit.AuditEvent.classroom": "a class's key",
    "audit.AuditEvent.child": "the child",
    "audit.AuditEvent.subject": "a key of what the action was about",
}
LOOSE_KEYS = {
    "accounts.Session.device": "exported and erased with the sign-in",
    "classes.PhoneRequest.device": "exported and erased with the sign-in",
    "play.Attempt.client_id": "exported and erased with the play",
    "play.Quarantine.client_id": "exported and erased with the refused item",
    "audit.AuditEvent.child": "exported; the trail keeps the key of the empty row",
    "audit.AuditEvent.actor": "never a child",
    "audit.AuditEvent.classroom": "never a child",
    "audit.AuditEvent.subject": "never a child",
}
OF_A_COLUMN = {"classroom__name": "classroom", "scenario_id": "scenario", "version_id": "version",
               "attempt_id": "attempt", "version__scenario_id": "version", "version__title": "version"}  # fmt: skip


def test_every_way_to_a_child_is_in_the_export_or_has_a_reason():
    ways = {(model._meta.label, way) for model, way in ways_to_a_child()}
    exported = {(part.model._meta.label, part.owner) for part in PARTS}
    assert ways - exported == set(WAYS_NOT_EXPORTED)
    assert exported - ways == {("accounts.Child", "id"), ("audit.AuditEvent", "child")}


def test_every_column_is_in_the_export_or_has_a_reason():
    there = {f"{part.model._meta.label}.{each.name}" for part in PARTS for each in part.model._meta.concrete_fields}
    shown = {
        f"{part.model._meta.label}.{OF_A_COLUMN.get(lookup, lookup)}"
        for part in PARTS
        for lookup in (*part.columns, *part.renamed.values())
    }
    assert there - shown == set(COLUMNS_NOT_EXPORTED)


def test_every_key_that_is_no_foreign_key_is_accounted_for():
    assert loose_keys() == set(LOOSE_KEYS)


@pytest.fixture
def full(ana, quinto_b):
    fill(ana, quinto_b)
    return Child.objects.get(pk=ana.pk)


@pytest.fixture
def address(ana, quinto_b):
    return f"/api/v1/classes/{quinto_b.pk}/children/{ana.pk}/export"


def test_the_operators_export_is_whole(full):
    export = export_by_operator(child=full)
    assert all(export[part.name] for part in PARTS)
    assert {each["scenario"] for each in export["plays"]} == {"el-juego", "delicada"}
    assert all(each["path"] for each in export["plays"])
    assert any(CANARY in each["raw"] for each in export["refused"])


def test_a_teacher_gets_of_a_sensitive_story_that_it_was_finished(full, as_marta, address):
    export = as_marta.post(address).json()
    assert export["complete"] is False
    delicate = [each for each in export["plays"] + export["progress"] if each["scenario"] == "delicada"]
    assert [set(each) for each in delicate] == [{"scenario", "title", "finished"}, {"scenario", "title", "state"}]
    assert next(each for each in export["plays"] if each["scenario"] == "el-juego")["path"] == ["tell", "block"]
    assert "raw" not in json.dumps(export)


def test_a_sensitive_story_that_was_begun_is_not_in_a_teachers_export(full, as_marta, address):
    Attempt.objects.filter(version__scenario="delicada").update(finished=False)
    assert [each["scenario"] for each in as_marta.post(address).json()["plays"]] == ["el-juego"]


def test_the_page_says_the_same_and_runs_nothing(full, as_marta, address):
    Child.objects.filter(pk=full.pk).update(nickname="<script>alert(1)</script>")
    page = as_marta.post(address, {"shape": "html"})
    text = page.content.decode()
    assert page["Content-Type"].startswith("text/html")
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    assert "Partidas" in text
    assert set(TITLES) == {part.name for part in PARTS}


@pytest.mark.asvs(52)
def test_the_eleventh_export_in_a_day_is_refused_and_leaves_a_trail(full, as_marta, address, frozen_clock):
    frozen_clock.at = Child.objects.get(pk=full.pk).claimed_at
    statuses = [as_marta.post(address).status_code for _ in range(11)]
    assert statuses == [200] * 10 + [429]
    assert AuditEvent.objects.filter(action="child_exported").count() == 10
    assert AuditEvent.objects.filter(action="export_refused", child=full.pk).count() == 1


def test_the_operator_exports_by_command(full, capsys):
    assert run(["child", "export", str(full.pk)]) == 0
    assert json.loads(capsys.readouterr().out)["child"][0]["nickname"] == CANARY
    assert run(["child", "export", str(full.pk), "--html"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")
