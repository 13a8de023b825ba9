"""The phone's clock is kept as it was, and never trusted."""

from datetime import timedelta

import pytest

from builders import SAFE, make_attempt_item, published
from chumil.accounts.models import Child
from chumil.flows.sync import sync
from chumil.play.models import BACK, Attempt
from conftest import MONDAY, FrozenClock


@pytest.mark.parametrize("skew", [timedelta(0), timedelta(days=-9130), timedelta(days=23400), timedelta(minutes=7)])
def test_a_skewed_clock_is_set_right_by_its_offset(ana: Child, frozen_clock: FrozenClock, skew: timedelta) -> None:
    said = MONDAY - timedelta(hours=2) + skew
    item = make_attempt_item(
        ana.id, published()[0].hash, SAFE, started_at=said.isoformat(), finished_at=said.isoformat()
    )
    sync(child=ana.id, client_now=MONDAY + skew, items=[item])
    stored = Attempt.objects.get()
    assert stored.finished_at == said
    assert stored.clock_offset_ms == -skew // timedelta(milliseconds=1)
    assert stored.played_at == MONDAY - timedelta(hours=2)


@pytest.mark.parametrize(("said", "held"), [("2190-01-01T00:00:00Z", MONDAY), ("1901-01-01T00:00:00Z", MONDAY - BACK)])
def test_no_time_lies_ahead_or_too_far_back(ana: Child, frozen_clock: FrozenClock, said: str, held: object) -> None:
    item = make_attempt_item(ana.id, published()[0].hash, SAFE, started_at=said, finished_at=said)
    sync(child=ana.id, client_now=MONDAY, items=[item])
    assert Attempt.objects.get().played_at == held
