"""A play counts for whom the teacher says: figures and badges of both follow, and it can be undone."""

from datetime import timedelta

import pytest

from builders import NOON, SAFE, batch, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.audit.models import AuditEvent
from chumil.badges.models import Award
from chumil.badges.selectors import held_by
from chumil.classes.models import Enrolment
from chumil.common import clock
from chumil.flows.rebuild import rebuild
from chumil.flows.sync import sync
from chumil.play.models import Attempt, Credit
from chumil.progress.models import ChildScenario
from chumil.progress.selectors import my_progress


@pytest.fixture
def luis(quinto_b):
    """Another child of Marta's class, whose turn it was on Ana's phone."""
    child = Child.objects.create(nickname="Tucán amable", avatar="tucan", tier=quinto_b.tier, claimed_at=clock.now())
    Enrolment.objects.create(classroom=quinto_b, child=child)
    return child


@pytest.fixture
def version(db):
    return published(make_pack(), make_pack("delicada", content_note="Trata de algo difícil."))[0]


def play(child, version, path=SAFE, **changes):
    """The child's phone sends one play; its row."""
    item = make_attempt_item(child.pk, version.pk, path, **changes)
    assert sync(child=child.pk, client_now=clock.now(), items=[item]).results[0].status == "accepted"
    return Attempt.objects.get(child=child, client_id=item["id"]), item


def figures(child):
    mine = my_progress(child)
    return mine.stars, [each.scenario_id for each in mine.finished], mine.badges


NOTHING = (0, [], [])
ALL = (3, ["el-juego"], ["bright", "first-thread", "whole-figure"])


@pytest.fixture
def give(as_marta, quinto_b):
    def given(to, **what):
        return as_marta.post(f"/api/v1/classes/{quinto_b.pk}/credits", {**what, "to_child": str(to.pk)})

    return given


def test_figures_and_badges_of_both_follow(ana, luis, version, give):
    attempt, _ = play(ana, version)
    assert figures(ana) == ALL
    answer = give(luis, attempts=[str(attempt.pk)])
    assert answer.status_code == 201
    assert [(each["attempt"], each["child"]) for each in answer.json()] == [(str(attempt.pk), str(luis.pk))]
    assert (figures(ana), figures(luis)) == (NOTHING, ALL)
    assert not ChildScenario.objects.filter(child=ana).exists()


def test_what_else_the_child_earned_stays(ana, luis, version, give):
    wrong, _ = play(ana, version)
    play(ana, version)
    Award.objects.create(child=ana, badge="of-an-older-rule", awarded_at=NOON)
    give(luis, attempts=[str(wrong.pk)])
    assert held_by(ana.pk) == ["bright", "first-thread", "of-an-older-rule", "whole-figure"]


def test_undoing_gives_everything_back_by_another_credit(ana, luis, version, give, as_marta, quinto_b):
    attempt, _ = play(ana, version)
    made = give(luis, attempts=[str(attempt.pk)]).json()[0]
    address = f"/api/v1/classes/{quinto_b.pk}/credits/{made['id']}"
    assert as_marta.delete(address).json()["child"] == str(ana.pk)
    assert (figures(ana), figures(luis)) == (ALL, NOTHING)
    assert Credit.objects.count() == 2
    assert as_marta.delete(address).status_code == 404  # it is no longer the last


def test_the_trail_tells_of_both_children(ana, luis, marta, version, give):
    attempt, _ = play(ana, version)
    give(luis, attempts=[str(attempt.pk)])
    told = AuditEvent.objects.values_list("actor", "action", "child", "subject")
    credit = Credit.objects.get()
    assert set(told) == {(marta.pk, "play_credited", child.pk, credit.pk) for child in (ana, luis)}


def test_the_phone_goes_on_sending_and_the_other_child_gets_it(ana, luis, version, give):
    attempt, item = play(ana, version, ["tell"])
    give(luis, attempts=[str(attempt.pk)])
    longer = {**item, "path": SAFE, "finished_at": "2026-03-02T17:59:00Z"}
    answer = sync(child=ana.pk, client_now=NOON, items=[longer])
    assert (answer.results[0].status, answer.badges) == ("extended", [])
    assert (figures(ana), figures(luis)) == (NOTHING, ALL)


def test_the_child_who_got_it_goes_on_playing(ana, luis, version, give):
    attempt, _ = play(ana, version)
    give(luis, attempts=[str(attempt.pk)])
    play(luis, version, ["obey", "obey"])
    assert figures(luis) == ALL


def test_rebuilding_honours_it(ana, luis, version, give):
    attempt, _ = play(ana, version)
    give(luis, attempts=[str(attempt.pk)])
    ChildScenario.objects.all().delete()
    Award.objects.all().delete()
    rebuild()
    assert (figures(ana), figures(luis)) == (NOTHING, ALL)


def test_an_hour_of_plays_goes_at_once(ana, luis, version, give, frozen_clock):
    times = [frozen_clock.at - timedelta(minutes=ago) for ago in (90, 30, 10)]
    for at in times:
        play(ana, version, ["tell"], started_at=at.isoformat())
    answer = give(luis, child=str(ana.pk), start=times[1].isoformat(), end=times[2].isoformat())
    assert len(answer.json()) == Attempt.objects.filter(counts_for=luis).count() == 2


def test_saying_it_twice_changes_nothing(ana, luis, version, give):
    attempt, _ = play(ana, version)
    give(luis, attempts=[str(attempt.pk)])
    assert give(luis, attempts=[str(attempt.pk)]).json() == []
    assert Credit.objects.count() == 1


@pytest.mark.asvs(4)
def test_strangers_are_out_of_reach(ana, luis, beto, version, give, as_diego, sexto_a, as_marta, quinto_b):
    mine, _ = play(ana, version)
    theirs, _ = play(beto, version)
    assert give(luis, attempts=[str(theirs.pk)]).status_code == 404
    assert give(beto, attempts=[str(mine.pk)]).status_code == 404
    made = give(luis, attempts=[str(mine.pk)]).json()[0]["id"]
    assert as_diego.delete(f"/api/v1/classes/{sexto_a.pk}/credits/{made}").status_code == 404
    assert as_marta.get(f"/api/v1/classes/{quinto_b.pk}/children/{beto.pk}/plays").status_code == 404
    assert (figures(ana), figures(luis), figures(beto)) == (NOTHING, ALL, ALL)


def test_without_the_scope_check_a_stranger_would_be_in_reach(luis, beto, version, give, monkeypatch):
    theirs, _ = play(beto, version)
    monkeypatch.setattr("chumil.flows.credit.pupils_of", lambda classroom: Child.objects.all())
    assert give(luis, attempts=[str(theirs.pk)]).status_code == 201


@pytest.mark.parametrize(
    "what",
    [
        {},
        {"attempts": []},
        {"child": "00000000-0000-4000-8000-00000000000d"},
        {"attempts": ["00000000-0000-4000-8000-00000000000d"], "start": "2026-03-02T17:50:00Z"},
    ],
)
def test_half_an_order_is_refused(ana, luis, give, what):
    assert give(luis, **what).json()["code"] == "invalid_body"


def test_the_list_shows_plays_and_no_answers(ana, luis, version, give, as_marta, quinto_b):
    attempt, _ = play(ana, version)
    given = give(luis, attempts=[str(attempt.pk)]).json()[0]
    listed = as_marta.get(f"/api/v1/classes/{quinto_b.pk}/children/{luis.pk}/plays").json()["results"]
    assert [(each["scenario"], each["stars"], each["length"]) for each in listed] == [("el-juego", 3, 2)]
    assert listed[0]["sent_by"]["nickname"] == ana.nickname
    assert listed[0]["credit"] == given["id"]
    assert not {"path", "evidence", "ending", "percent"} & listed[0].keys()


def test_of_a_sensitive_story_only_that_it_was_finished(ana, version, as_marta, quinto_b):
    delicate = published(make_pack("delicada", content_note="Trata de algo difícil."))[0]
    play(ana, delicate)
    play(ana, delicate, ["tell"])
    (only,) = as_marta.get(f"/api/v1/classes/{quinto_b.pk}/children/{ana.pk}/plays").json()["results"]
    assert (only["sensitive"], only["finished"], only["stars"], only["length"]) == (True, True, None, None)


def test_the_phone_that_sends_is_told_its_own_badges(as_ana, ana, luis, version, give):
    attempt, _ = play(ana, version)
    give(luis, attempts=[str(attempt.pk)])
    assert as_ana.post("/api/v1/sync", batch()).json()["badges"] == []
    assert as_ana.get("/api/v1/me/progress").json()["stars"] == 0
