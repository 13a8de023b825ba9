"""`chumil retention`, by a clock that the test sets: on its day and not before, and twice does no more than once."""

from datetime import timedelta

import pytest

from builders import SAFE, make_attempt_item, make_pack, published
from chumil.accounts.models import FailureCount, Session, SignUp, Ticket
from chumil.audit.models import AuditEvent
from chumil.classes.models import Classroom, Enrolment
from chumil.cli.command import run
from chumil.common import clock
from chumil.flows import retention
from chumil.flows.rebuild import rebuild
from chumil.flows.retention import retain
from chumil.flows.sync import sync
from chumil.play.models import Attempt, Quarantine
from chumil.progress.models import ChildScenario

pytestmark = [pytest.mark.asvs(43), pytest.mark.usefixtures("frozen_clock")]


@pytest.fixture
def version(db):
    return published(make_pack())[0].pk


def send(child, item):
    return sync(child=child.pk, client_now=clock.now(), items=[item]).results[0]


def gone():
    """What the command let go of now."""
    return {what: number for what, number in retain().items() if number}


def test_answers_are_sealed_after_ninety_days_and_what_they_came_to_stays(ana, version, frozen_clock):
    send(ana, make_attempt_item(ana.pk, version, SAFE))
    before = Attempt.objects.values().get()
    frozen_clock.advance(days=90)
    assert gone() == {}
    frozen_clock.advance(seconds=1)
    assert gone() == {"attempts sealed": 1}
    assert Attempt.objects.values().get() == {**before, "path": None}
    assert gone() == {}


def test_a_sealed_attempt_is_a_duplicate_with_its_length_and_survives_a_rebuild(ana, version, frozen_clock):
    item = make_attempt_item(ana.pk, version, SAFE)
    send(ana, item)
    frozen_clock.advance(days=91)
    retain()
    late = send(ana, item)
    assert (late.status, late.attempt.length) == ("duplicate", 2)
    before = ChildScenario.objects.values().get()
    assert rebuild().unplayable == []
    assert ChildScenario.objects.values().get() == before


def test_a_child_who_comes_back_after_the_holidays_can_end_the_story(ana, version, frozen_clock):
    item = make_attempt_item(ana.pk, version, ["tell"])
    send(ana, item)
    frozen_clock.advance(days=91)
    retain()
    assert send(ana, {**item, "path": SAFE}).status == "extended"
    assert gone() == {}  # its answers are new
    assert Attempt.objects.get().finished


def test_what_was_refused_is_emptied_after_a_month(ana, version, frozen_clock):
    send(ana, make_attempt_item(ana.pk, version, ["fly"]))
    frozen_clock.advance(days=30)
    assert gone() == {}
    frozen_clock.advance(seconds=1)
    assert gone() == {"refused items emptied": 1}
    assert Quarantine.objects.get().raw == ""


def test_a_child_nobody_has_seen_for_a_year_is_erased(ana, beto, version, frozen_clock):
    frozen_clock.advance(days=200)
    send(beto, make_attempt_item(beto.pk, version, SAFE))
    frozen_clock.advance(days=166)
    assert gone()["children erased"] == 1
    ana.refresh_from_db()
    beto.refresh_from_db()
    assert ana.erased_at is not None
    assert beto.erased_at is None
    assert AuditEvent.objects.filter(action="child_erased", child=ana.pk, actor=None).exists()


def test_a_child_who_only_signed_in_counts_as_seen(ana, as_ana, frozen_clock):
    frozen_clock.advance(days=300)
    Session.objects.update(last_seen_day=clock.now().date())
    frozen_clock.advance(days=100)
    assert "children erased" not in gone()


def test_a_month_after_their_class_was_put_away_its_children_go(ana, quinto_b, frozen_clock):
    Classroom.objects.filter(pk=quinto_b.pk).update(archived_at=clock.now())
    frozen_clock.advance(days=30)
    assert gone() == {}
    frozen_clock.advance(seconds=1)
    assert gone() == {"children erased": 1}


def test_who_moved_to_another_class_stays(ana, quinto_b, sexto_a, frozen_clock):
    Classroom.objects.filter(pk=quinto_b.pk).update(archived_at=clock.now())
    Enrolment.objects.filter(child=ana).update(left_at=clock.now())
    Enrolment.objects.create(classroom=sexto_a, child=ana)
    frozen_clock.advance(days=31)
    assert gone() == {}


def test_sign_ins_links_requests_and_counts_go(as_marta, frozen_clock):
    later = clock.now() + timedelta(hours=1)
    Ticket.objects.create(purpose="reset", email="marta@escuela.example", token_hash="0" * 64, expires_at=later)
    FailureCount.objects.create(key="0" * 64, count=1, expires_at=later)
    SignUp.objects.create(email="nadie@escuela.example", display_name="Nadie", password="!", created_at=clock.now())
    frozen_clock.advance(hours=2)
    assert gone() == {"mailed links forgotten": 1, "failure counts forgotten": 1}
    frozen_clock.advance(days=31)
    assert gone() == {"sign-ups forgotten": 1}
    frozen_clock.advance(days=340)
    assert gone()["sign-ins forgotten"] == 1
    assert not Session.objects.exists()


def test_it_goes_in_slices(ana, version, frozen_clock, monkeypatch):
    for _ in range(5):
        send(ana, make_attempt_item(ana.pk, version, SAFE))
    frozen_clock.advance(days=91)
    monkeypatch.setattr(retention, "SLICE", 2)
    assert gone() == {"attempts sealed": 5}


def test_the_command_says_what_went(ana, version, frozen_clock, capsys):
    send(ana, make_attempt_item(ana.pk, version, SAFE))
    frozen_clock.advance(days=91)
    assert run(["retention"]) == 0
    assert "1 attempts sealed" in capsys.readouterr().out
