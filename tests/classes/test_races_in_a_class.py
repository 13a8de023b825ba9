"""Four teachers at once: a class is never overfull, a phone let in once, a link used once. Each with its control."""

from collections.abc import Callable
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection

from chumil.accounts import tickets
from chumil.accounts.models import Child, Session, Ticket, User
from chumil.classes import services
from chumil.classes.models import Classroom, PhoneRequest
from chumil.classes.selectors import pupils_of
from chumil.common import clock
from chumil.common.errors import DomainError
from chumil.flows import add_tiles as adding
from chumil.flows import approve_phone as approving

THREADS = 4
ROUNDS = 15
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
]


def done_at_once(work: Callable[[], object]) -> int:
    """How many of four threads were not refused."""
    barrier = Barrier(THREADS)
    done = []

    def run() -> None:
        try:
            barrier.wait()
            work()
            done.append(1)
        except DomainError:
            pass
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(done)


def overfull_rounds(marta: User) -> int:
    return sum(_overfull(number, marta) for number in range(ROUNDS))


def _overfull(number: int, marta: User) -> bool:
    classroom = Classroom.objects.create(name="Llena", tier="ages-7-9", code=f"RACE-{number:04}")
    done_at_once(lambda: adding.add_tiles(classroom=classroom, pupils=25, by=marta))
    return pupils_of(classroom).count() != 50


def test_a_class_is_never_overfull(marta: User) -> None:
    assert overfull_rounds(marta) == 0


def test_without_the_lock_a_class_becomes_overfull(monkeypatch: pytest.MonkeyPatch, marta: User) -> None:
    def unlocked(*, classroom: Classroom, more: int) -> None:
        if pupils_of(classroom).count() + more > services.MAX_PUPILS:
            raise DomainError(services.ErrorCode.CLASS_FULL, status=409)

    monkeypatch.setattr(adding, "refuse_overfull", unlocked)
    assert overfull_rounds(marta) > 0


def doubly_decided(ana: Child, quinto_b: Classroom, marta: User) -> int:
    return sum(_decided(ana, quinto_b, marta) != 1 for _ in range(ROUNDS))


def _decided(ana: Child, quinto_b: Classroom, marta: User) -> int:
    made = services.ask_for_phone(classroom=quinto_b, avatar="quetzal", device=uuid4())

    def approve() -> None:
        approving.approve_phone(request=PhoneRequest.objects.get(pk=made.pk), child=ana, by=marta)

    return done_at_once(approve)


def test_a_phone_is_let_in_once(ana: Child, quinto_b: Classroom, marta: User) -> None:
    assert doubly_decided(ana, quinto_b, marta) == 0
    assert Session.objects.count() == ROUNDS


def test_deciding_by_reading_first_lets_it_in_twice(
    monkeypatch: pytest.MonkeyPatch, ana: Child, quinto_b: Classroom, marta: User
) -> None:
    def read_first(*, request: PhoneRequest) -> None:
        if request.decided_at is not None:
            raise services.not_found()
        request.decided_at = clock.now()
        request.save()

    monkeypatch.setattr(approving, "decide", read_first)
    assert doubly_decided(ana, quinto_b, marta) > 0


def doubly_used() -> int:
    tokens = [tickets.issue(Ticket.Purpose.RESET, "marta@escuela.example") for _ in range(ROUNDS)]
    return sum(done_at_once(lambda token=token: tickets.redeem(Ticket.Purpose.RESET, token)) != 1 for token in tokens)


def test_a_link_is_used_once() -> None:
    assert doubly_used() == 0
