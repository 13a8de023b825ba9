"""Erasure empties everything that leads to the child, and nothing brings them back."""

import pytest

from builders import NOON, SAFE, batch, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.audit.models import AuditEvent
from chumil.badges.models import Award
from chumil.classes.models import Enrolment
from chumil.cli.command import run
from chumil.flows import erase_child as flow
from chumil.flows.credit import credit
from chumil.flows.erase_child import erase_child
from chumil.flows.rebuild import rebuild
from chumil.flows.sync import sync
from chumil.play.models import Attempt, Credit
from chumil.progress.selectors import my_progress
from privacy.whole import CANARY, CANARY_ID, dump, fill, ways_to_a_child

pytestmark = pytest.mark.asvs(41)


def erase(child):
    erase_child(child_id=child.pk, by=None)


def leading_to(child):
    """The tables that still have a row for this child."""
    return {model._meta.label for model, way in ways_to_a_child() if model._base_manager.filter(**{way: child.pk})}


def test_the_child_stood_in_every_table_before(ana, quinto_b):
    fill(ana, quinto_b)
    assert leading_to(ana) == {model._meta.label for model, _ in ways_to_a_child()}
    assert CANARY in dump()
    assert str(CANARY_ID) in dump()


def test_nothing_of_the_child_is_left_but_an_empty_row(ana, quinto_b):
    fill(ana, quinto_b)
    erase(ana)
    assert leading_to(ana) == set()
    assert CANARY not in dump()
    assert str(CANARY_ID) not in dump()
    left = Child.objects.filter(pk=ana.pk).values().get()
    assert left.pop("erased_at") is not None
    assert left == {
        "id": ana.pk, "nickname": "", "avatar": "", "tier": "", "claimed_at": None, "secret_generation": 0,
    }  # fmt: skip


def test_a_table_that_was_forgotten_would_be_seen(ana, quinto_b, monkeypatch):
    fill(ana, quinto_b)
    every = list(flow._ways_to_a_child())
    monkeypatch.setattr(flow, "_ways_to_a_child", lambda: [way for way in every if way[0] is not Award])
    erase(ana)
    assert leading_to(ana) == {"badges.Award"}


def test_others_lose_nothing(ana, beto, quinto_b, sexto_a):
    fill(beto, sexto_a)
    before = leading_to(beto)
    erase(ana)
    assert leading_to(beto) == before


@pytest.mark.asvs(23)
def test_the_phone_is_told_and_can_bring_nothing_back(ana, quinto_b, as_ana, as_marta):
    item = make_attempt_item(ana.pk, published()[0].pk, SAFE)
    as_ana.post("/api/v1/sync", batch(item))
    assert as_marta.delete(f"/api/v1/classes/{quinto_b.pk}/children/{ana.pk}").status_code == 204
    late = as_ana.post("/api/v1/sync", batch(item))
    assert (late.status_code, late.json()["code"]) == (401, "child_erased")
    assert sync(child=ana.pk, client_now=NOON, items=[item]).results[0].status == "gone"
    rebuild()
    assert leading_to(ana) == set()


def test_erasing_again_changes_nothing(ana):
    erase(ana)
    first = Child.objects.get(pk=ana.pk).erased_at
    erase(ana)
    assert Child.objects.get(pk=ana.pk).erased_at == first


@pytest.fixture
def luis(quinto_b):
    child = Child.objects.create(nickname="Tucán amable", avatar="tucan", tier=quinto_b.tier)
    Enrolment.objects.create(classroom=quinto_b, child=child)
    return child


@pytest.fixture
def credited(ana, luis, marta, quinto_b):
    """A play on Ana's phone that was Luis's; its item."""
    item = make_attempt_item(ana.pk, published(make_pack())[0].pk, ["tell"])
    sync(child=ana.pk, client_now=NOON, items=[item])
    credit(by=marta, classroom=quinto_b, attempts=[Attempt.objects.get().pk], to=luis)
    return item


def test_the_play_on_anothers_phone_is_emptied_and_stays_gone(ana, luis, credited):
    erase(luis)
    left = Attempt.objects.get()
    assert (left.path, left.evidence, left.stars, left.counts_for) == (None, [], 0, None)
    longer = {**credited, "path": SAFE}
    assert sync(child=ana.pk, client_now=NOON, items=[longer]).results[0].status == "gone"
    assert my_progress(ana).stars == 0


def test_a_play_given_to_another_stays_theirs(ana, luis, credited):
    sync(child=ana.pk, client_now=NOON, items=[{**credited, "path": SAFE}])
    erase(ana)
    rebuild()
    assert my_progress(luis).stars == 3
    assert Credit.objects.filter(child=luis).exists()


def test_the_trail_tells_who_did_it(ana, quinto_b, marta, as_marta):
    as_marta.delete(f"/api/v1/classes/{quinto_b.pk}/children/{ana.pk}")
    event = AuditEvent.objects.get(action="child_erased")
    assert (event.actor, event.child, event.classroom) == (marta.pk, ana.pk, quinto_b.pk)


def test_the_operator_erases_by_command(ana, capsys):
    assert run(["child", "erase", str(ana.pk)]) == 0
    assert Child.objects.get(pk=ana.pk).erased_at is not None
    assert run(["child", "erase", str(ana.pk)]) == 1
    assert "there is no child" in capsys.readouterr().out
