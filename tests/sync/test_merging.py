"""The longer path wins when one is a prefix of the other; everything else is kept aside."""

from typing import Any

import pytest

from builders import NOON, SAFE, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.flows.sync import Synced, sync
from chumil.play.models import Attempt, Quarantine


def send(child: Child, *items: Any) -> Synced:
    return sync(child=child.id, client_now=NOON, items=items)


def only(child: Child, item: Any) -> tuple[str, int | None, str | None]:
    """The status of one item, how much the server has, and the code."""
    judged = send(child, item).results[0]
    return judged.status, judged.attempt.length if judged.attempt else None, judged.code


@pytest.fixture
def version(db: None) -> str:
    return published(make_pack())[0].hash


def test_a_growing_path_is_accepted_then_extended_then_a_duplicate(ana: Child, version: str) -> None:
    item = make_attempt_item(ana.id, version, SAFE[:1])
    longer = {**item, "path": SAFE, "finished_at": "2026-03-02T17:59:00Z"}

    assert only(ana, item) == ("accepted", 1, None)
    assert only(ana, longer) == ("extended", 2, None)
    assert only(ana, longer) == ("duplicate", 2, None)
    assert only(ana, item) == ("duplicate", 2, None)
    stored = Attempt.objects.get()
    assert (stored.path, stored.finished, stored.percent, stored.stars) == (SAFE, True, 100, 3)


def test_a_fork_is_a_conflict_and_the_first_stays(ana: Child, version: str) -> None:
    item = make_attempt_item(ana.id, version, ["tell"])
    send(ana, item)
    assert only(ana, {**item, "path": ["obey", "tell"]}) == ("conflict", 1, "path_differs")
    assert Attempt.objects.get().path == ["tell"]
    assert Quarantine.objects.get().code == "path_differs"


def test_another_version_or_copied_part_under_the_same_id_is_a_conflict(ana: Child, version: str) -> None:
    other = published(make_pack("otra"))[0].hash
    item = make_attempt_item(ana.id, version, ["tell"])
    send(ana, item)
    assert only(ana, {**item, "version": other}) == ("conflict", 1, "version_differs")
    assert only(ana, {**item, "copied": 1}) == ("conflict", 1, "copied_differs")


def test_an_illegal_continuation_is_invalid_and_says_what_the_server_has(ana: Child, version: str) -> None:
    item = make_attempt_item(ana.id, version, ["tell"])
    send(ana, item)
    assert only(ana, {**item, "path": ["tell", "fly"]}) == ("invalid", 1, "unknown_option")
    assert only(ana, {**item, "path": ["tell", "tell", "tell"]}) == ("invalid", 1, "after_ending")


def test_a_version_nobody_published_is_to_be_sent_again(ana: Child, version: str) -> None:
    assert only(ana, make_attempt_item(ana.id, "0" * 64, ["tell"])) == ("retry", None, None)
    assert not Quarantine.objects.exists()


def test_the_same_attempt_twice_in_a_batch_is_one_row(ana: Child, version: str) -> None:
    item = make_attempt_item(ana.id, version, SAFE[:1])
    results = send(ana, item, {**item, "path": SAFE}, item).results
    assert [each.status for each in results] == ["accepted", "extended", "duplicate"]
    assert Attempt.objects.get().length == 2


def test_two_children_may_use_one_id_and_neither_learns_of_the_other(ana: Child, beto: Child, version: str) -> None:
    mine = make_attempt_item(ana.id, version, ["tell"])
    assert only(ana, mine)[0] == "accepted"
    assert only(beto, {**mine, "child": str(beto.id), "path": ["obey"]})[0] == "accepted"
    assert Attempt.objects.get(child=ana).path == ["tell"]


def test_an_item_of_another_child_is_invalid_and_changes_nothing(ana: Child, beto: Child, version: str) -> None:
    assert only(ana, make_attempt_item(beto.id, version, ["tell"])) == ("invalid", None, "wrong_child")
    assert not Attempt.objects.exists()


def test_an_erased_child_is_gone(ana: Child, version: str) -> None:
    Child.objects.filter(pk=ana.id).update(erased_at=NOON)
    assert only(ana, make_attempt_item(ana.id, version, ["tell"]))[0] == "gone"
    assert not Attempt.objects.exists()


def test_quarantine_keeps_a_refused_item_once_and_at_most_4_kb(ana: Child, version: str) -> None:
    item = make_attempt_item(ana.id, version, ["ñ" * 9000])
    send(ana, item)
    send(ana, item)
    kept = Quarantine.objects.get()
    assert str(kept.client_id) == item["id"]
    assert 4000 < len(kept.raw.encode()) <= 4096


def test_what_the_phone_showed_only_raises_a_flag(ana: Child, version: str) -> None:
    wrong = make_attempt_item(ana.id, version, ["obey", "obey"], shown={"percent": 100, "stars": 3})
    right = make_attempt_item(ana.id, version, SAFE, shown={"percent": 100, "stars": 3})
    send(ana, wrong, right)
    stored = {str(each.client_id): each for each in Attempt.objects.all()}
    assert (stored[wrong["id"]].stars, stored[wrong["id"]].drift) == (1, True)
    assert (stored[right["id"]].stars, stored[right["id"]].drift) == (3, False)
