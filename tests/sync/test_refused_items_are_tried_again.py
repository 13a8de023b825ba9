"""What was refused is kept within bounds, and taken once its cause is mended."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from builders import NOON, SAFE, hash_of, make_attempt_item, make_pack, new_id, published
from chumil.accounts.models import Child
from chumil.flows import sync as flow
from chumil.flows.quarantine import replay
from chumil.play import services
from chumil.play.models import Attempt, Quarantine, RefusalCount, UnknownVersion
from chumil.play.selectors import waiting
from conftest import FrozenClock

LATER = make_pack("viene-luego")


def send(child: Child, *items: Any) -> list[tuple[str, str | None]]:
    judged = flow.sync(child=child.id, client_now=NOON, items=items).results
    return [(each.status, each.code) for each in judged]


@pytest.fixture(autouse=True)
def shelf(db: None) -> str:
    return published()[0].hash


def test_an_unknown_version_is_waited_for_a_day_and_then_kept_aside(ana: Child, frozen_clock: FrozenClock) -> None:
    item = make_attempt_item(ana.id, hash_of(LATER), SAFE)
    assert send(ana, item) == [("retry", None)]
    frozen_clock.advance(hours=23, minutes=59)
    assert send(ana, item) == [("retry", None)]
    assert not Quarantine.objects.exists()
    frozen_clock.advance(minutes=1)
    assert send(ana, item) == [("invalid", "unknown_version")]
    assert Quarantine.objects.get().code == "unknown_version"


def test_the_day_begins_anew_for_another_child(ana: Child, beto: Child, frozen_clock: FrozenClock) -> None:
    send(ana, make_attempt_item(ana.id, hash_of(LATER), SAFE))
    frozen_clock.advance(days=2)
    assert send(beto, make_attempt_item(beto.id, hash_of(LATER), SAFE)) == [("retry", None)]


def test_what_was_refused_is_taken_when_its_version_is_published(ana: Child, frozen_clock: FrozenClock) -> None:
    items = [make_attempt_item(ana.id, hash_of(LATER), path) for path in (SAFE, SAFE[:1])]
    send(ana, *items)
    frozen_clock.advance(days=1)
    send(ana, *items)
    assert Counter(replay()) == {"invalid": 2}
    published(LATER)
    assert Counter(replay()) == {"accepted": 2}
    assert {str(each.client_id) for each in Attempt.objects.all()} == {each["id"] for each in items}
    assert [each.resolved_as for each in Quarantine.objects.all()] == ["accepted", "accepted"]
    assert waiting(ana.id) == 0


def test_replaying_again_changes_nothing(ana: Child, shelf: str) -> None:
    send(ana, make_attempt_item(ana.id, shelf, ["fly"]))
    before = list(Quarantine.objects.values())
    assert list(replay()) == ["invalid"]
    assert list(replay()) == ["invalid"]
    assert list(Quarantine.objects.values()) == before
    assert not Attempt.objects.exists()


def test_what_the_phone_sent_anew_meanwhile_is_resolved_as_a_duplicate(ana: Child, frozen_clock: FrozenClock) -> None:
    item = make_attempt_item(ana.id, hash_of(LATER), SAFE)
    send(ana, item)
    frozen_clock.advance(days=1)
    send(ana, item)
    published(LATER)
    assert send(ana, item) == [("accepted", None)]
    assert list(replay()) == ["duplicate"]
    assert list(replay()) == []


def test_the_times_are_corrected_by_the_clock_the_phone_had_then(ana: Child, frozen_clock: FrozenClock) -> None:
    item = make_attempt_item(ana.id, hash_of(LATER), SAFE, finished_at="2026-03-02T17:59:00Z")
    send(ana, item)
    frozen_clock.advance(days=1)
    flow.sync(child=ana.id, client_now=NOON + timedelta(hours=1), items=[item])
    frozen_clock.advance(days=9)
    published(LATER)
    list(replay())
    kept = Attempt.objects.get()
    assert kept.clock_offset_ms == 20 * 3_600_000


def test_one_item_that_breaks_the_server_does_not_stop_the_replay(
    ana: Child, frozen_clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [make_attempt_item(ana.id, hash_of(LATER), SAFE) for _ in range(3)]
    send(ana, *items)
    frozen_clock.advance(days=1)
    send(ana, *items)
    published(LATER)
    honest = flow.store_attempts

    def fragile(attempts: list[Attempt]) -> None:
        if any(str(each.client_id) == items[1]["id"] for each in attempts):
            raise ZeroDivisionError
        honest(attempts)

    monkeypatch.setattr(flow, "store_attempts", fragile)
    assert list(replay()) == ["accepted", "failed", "accepted"]
    assert waiting(ana.id) == 1


def test_an_item_that_breaks_the_server_five_times_is_refused(
    ana: Child, shelf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(attempts: list[Attempt]) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(flow, "store_attempts", broken)
    item = make_attempt_item(ana.id, shelf, SAFE)
    said = [send(ana, item)[0] for _ in range(6)]
    assert said == [("retry", "internal")] * 4 + [("invalid", "internal")] * 2
    assert Quarantine.objects.get().reports == 6


def test_quarantine_has_a_bound_and_keeps_the_first_of_every_code(
    ana: Child, beto: Child, shelf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "KEPT_PER_CHILD", 3)
    send(ana, *[make_attempt_item(ana.id, shelf, ["fly"]) for _ in range(5)])
    send(ana, {"id": new_id()}, None)
    send(beto, make_attempt_item(beto.id, shelf, ["fly"]))
    kept = Counter(Quarantine.objects.filter(child=ana).values_list("code", flat=True))
    assert kept == {"unknown_option": 3, "child_invalid": 1, "item_not_object": 1}
    assert RefusalCount.objects.get(child=ana).count == 2
    assert Quarantine.objects.filter(child=beto).count() == 1


def test_an_item_of_which_not_all_was_kept_is_named_and_left(ana: Child) -> None:
    send(ana, make_attempt_item(ana.id, "junk" * 2000, SAFE))
    assert list(replay()) == ["cut"]
    assert waiting(ana.id) == 1


def test_after_thirty_days_only_the_fact_is_kept(ana: Child, shelf: str, frozen_clock: FrozenClock) -> None:
    send(ana, make_attempt_item(ana.id, shelf, ["fly"]), make_attempt_item(ana.id, hash_of(LATER), SAFE))
    frozen_clock.advance(days=30)
    assert services.forget_refused(at=frozen_clock()) == 0
    frozen_clock.advance(seconds=1)
    assert services.forget_refused(at=frozen_clock()) == 1
    assert services.forget_refused(at=frozen_clock()) == 0
    row = Quarantine.objects.get()
    assert (row.raw, row.code) == ("", "unknown_option")
    assert not UnknownVersion.objects.exists()
