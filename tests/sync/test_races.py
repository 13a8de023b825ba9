"""Eight phones at once: nothing shrinks, nothing doubles. Without the lock this very test goes red."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from builders import NOON, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.badges.models import Award
from chumil.flows import sync as flow
from chumil.play.models import Attempt
from chumil.progress.models import ChildScenario

THREADS = 8
ROUNDS = 40
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
]


def at_once(work: Callable[[int], object]) -> None:
    barrier = Barrier(THREADS)

    def run(number: int) -> None:
        try:
            barrier.wait()
            work(number)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


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
