"""Eight phones at once: nothing shrinks, nothing doubles. Without the lock this very test goes red."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from builders import NOON, hash_of, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.badges.models import Award
from chumil.flows import sync as flow
from chumil.flows.quarantine import replay
from chumil.flows.rebuild import rebuild_child
from chumil.play.merge import Arrival
from chumil.play.models import Attempt, Quarantine
from chumil.play.services import quarantine
from chumil.progress.models import ChildScenario
from races import ROUNDS, THREADS, at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
]


def wrong_rounds() -> int:
    """Every phone sends one attempt at another length, and a finished one of its own."""
    version = published(make_pack(asks=THREADS))[0].hash
    return sum(not _holds(version) for _ in range(ROUNDS))


def _holds(version: str) -> bool:
    child = Child.objects.create(nickname="x", avatar="x", tier="ages-10-12").id
    shared = make_attempt_item(child, version)
    at_once(lambda number: _send(child, version, shared, number))
    longest = Attempt.objects.get(child=child, client_id=shared["id"])
    figures = ChildScenario.objects.get(child=child)
    badges = Award.objects.filter(child=child).count()
    return longest.length == THREADS and (figures.plays, badges) == (THREADS + 1, 3)


def _send(child: UUID, version: str, shared: dict[str, Any], number: int) -> None:
    whole = ["tell"] * THREADS
    items = [{**shared, "path": whole[: number + 1]}, make_attempt_item(child, version, whole)]
    flow.sync(child=child, client_now=NOON, items=items)


def test_eight_phones_of_one_child_lose_nothing() -> None:
    assert wrong_rounds() == 0


def test_without_the_lock_the_race_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "_locked", lambda child: Child.objects.filter(pk=child).first())
    assert wrong_rounds() > 0


def misfiled_rounds() -> int:
    """Every phone reports the same refused item, while one tries again what was refused."""
    version = published(make_pack("otra", asks=THREADS))[0].hash
    return sum(not _filed_once(version) for _ in range(ROUNDS))


def _filed_once(version: str) -> bool:
    child = Child.objects.create(nickname="x", avatar="x", tier="ages-10-12").id
    bad = make_attempt_item(child, version, ["fly"])
    at_once(lambda number: _refuse_or_replay(child, bad, number))
    row = Quarantine.objects.get(child=child)
    return (row.code, row.reports, row.resolved_at) == ("unknown_option", THREADS - 1, None)


def _refuse_or_replay(child: UUID, bad: dict[str, Any], number: int) -> None:
    if number:
        flow.sync(child=child, client_now=NOON, items=[bad])
    else:
        list(replay(child=child))


def test_one_refused_item_is_filed_once_and_counted_each_time() -> None:
    assert misfiled_rounds() == 0


def test_a_refused_item_is_taken_once_when_many_try_again() -> None:
    for number in range(ROUNDS):
        late = make_pack(f"tarde-{number}")
        child = Child.objects.create(nickname="x", avatar="x", tier="ages-10-12").id
        item = make_attempt_item(child, hash_of(late), ["tell", "tell"])
        quarantine(refused=[(item, "unknown_version")], arrival=Arrival(child, NOON, 0))
        published(late)
        outcomes = [each for got in at_once(lambda _, child=child: list(replay(child=child))) for each in got]
        assert outcomes.count("accepted") == 1
        assert set(outcomes) <= {"accepted", "duplicate"}
        assert Attempt.objects.filter(child=child).count() == 1


def test_deriving_again_while_phones_send_loses_nothing() -> None:
    version = published(make_pack(asks=THREADS))[0].hash
    for _ in range(ROUNDS):
        child = Child.objects.create(nickname="x", avatar="x", tier="ages-10-12").id
        shared = make_attempt_item(child, version)
        at_once(lambda n, child=child, shared=shared: _send(child, version, shared, n) if n else rebuild_child(child))
        rebuilt = ChildScenario.objects.get(child=child)
        assert Attempt.objects.get(child=child, client_id=shared["id"]).length == THREADS
        assert rebuilt.plays == Attempt.objects.filter(child=child, finished=True).count() == THREADS
