"""The key of a row is the server's. Saving on the phone's id would reach into another child's rows."""

import pytest

from builders import NOON, SAFE, make_attempt_item, published
from chumil.accounts.models import Child
from chumil.flows import sync as flow
from chumil.play.models import Attempt


def both_kept(ana: Child, beto: Child) -> bool:
    version = published()[0].hash
    mine = make_attempt_item(ana.id, version, SAFE)
    theirs = {**mine, "child": str(beto.id), "path": ["obey"]}
    flow.sync(child=ana.id, client_now=NOON, items=[mine])
    flow.sync(child=beto.id, client_now=NOON, items=[theirs])
    return dict(Attempt.objects.values_list("child", "length")) == {ana.id: 2, beto.id: 1}


def test_one_id_on_two_phones_is_two_attempts(ana: Child, beto: Child) -> None:
    assert both_kept(ana, beto)


def test_saving_on_the_phones_id_would_be_seen(ana: Child, beto: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    def save_over(attempts: list[Attempt]) -> None:
        for attempt in attempts:
            attempt.id = attempt.client_id
            attempt._state.adding = False  # so that `save()` tries UPDATE first
            attempt.save()

    monkeypatch.setattr(flow, "store_attempts", save_over)
    assert not both_kept(ana, beto)
