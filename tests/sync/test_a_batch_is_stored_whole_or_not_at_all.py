"""When the server dies between two writes, nothing of the batch is there, and the phone sends it again."""

from types import FunctionType

import pytest

from builders import NOON, SAFE, make_attempt_item, published
from chumil.accounts.models import Child
from chumil.badges.models import Award
from chumil.flows import sync as flow
from chumil.play.models import Attempt
from chumil.progress.models import ChildScenario


class Died(BaseException):
    """No `except Exception` of the server can catch it, as it cannot catch SIGKILL."""


def died_between_writes(child: Child, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int, int]:
    """How many attempts, figures and badges are there when the process died before the badges were written."""

    def die(**kwargs: object) -> None:
        raise Died

    item = make_attempt_item(child.id, published()[0].hash, SAFE)
    monkeypatch.setattr(flow, "award", die)
    with pytest.raises(Died):
        flow.sync(child=child.id, client_now=NOON, items=[item])
    return Attempt.objects.count(), ChildScenario.objects.count(), Award.objects.count()


def test_nothing_is_there(ana: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    assert died_between_writes(ana, monkeypatch) == (0, 0, 0)


def test_without_the_transaction_the_attempt_would_be_there_without_its_badge(
    ana: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(name: str) -> FunctionType:
        return getattr(flow, name).__wrapped__  # what `transaction.atomic` was put around

    for name in ("_take_or_keep", "take"):
        monkeypatch.setattr(flow, name, bare(name))
    monkeypatch.setattr(flow, "_locked", lambda child: Child.objects.filter(pk=child).first())
    assert died_between_writes(ana, monkeypatch) == (1, 1, 0)
