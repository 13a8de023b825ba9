"""Everything derived follows from the attempts, so deriving it again changes nothing."""

from typing import Any

import pytest
from django.db.models import Model

from builders import NOON, SAFE, UNSAFE, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.badges.models import Award
from chumil.flows.rebuild import rebuild
from chumil.flows.sync import sync
from chumil.play.models import Attempt
from chumil.progress.models import ChildScenario

DERIVED: tuple[type[Model], ...] = (Attempt, ChildScenario, Award)


def snapshot() -> list[list[dict[str, Any]]]:
    return [list(model._default_manager.order_by("pk").values()) for model in DERIVED]


@pytest.fixture
def played(ana: Child, beto: Child) -> None:
    versions = [each.hash for each in published(make_pack("una"), make_pack("otra", asks=3))]
    for child in (ana, beto):
        paths = [(versions[0], SAFE), (versions[0], UNSAFE), (versions[1], ["tell"])]
        items = [make_attempt_item(child.id, version, path) for version, path in paths]
        sync(child=child.id, client_now=NOON, items=items)


@pytest.mark.usefixtures("played")
def test_rebuilding_what_is_right_changes_nothing() -> None:
    before = snapshot()
    assert rebuild().children == 2
    assert snapshot() == before


@pytest.mark.usefixtures("played")
def test_rebuilding_mends_what_was_spoilt() -> None:
    before = snapshot()
    Attempt.objects.update(stars=0, percent=1, got=0, evidence=[], finished=False)
    ChildScenario.objects.update(stars=2, plays=9)
    rebuild()
    assert snapshot() == before


@pytest.mark.usefixtures("played")
def test_rebuilding_makes_lost_rows_again(ana: Child) -> None:
    shown = list(ChildScenario.objects.order_by("child", "scenario").values_list("child", "scenario", "stars"))
    badges = set(Award.objects.values_list("child", "badge"))
    ChildScenario.objects.all().delete()
    Award.objects.all().delete()
    rebuild()
    again = list(ChildScenario.objects.order_by("child", "scenario").values_list("child", "scenario", "stars"))
    assert again == shown
    assert set(Award.objects.values_list("child", "badge")) == badges


@pytest.mark.usefixtures("played")
def test_an_attempt_that_no_longer_replays_is_named_and_left_alone(ana: Child) -> None:
    broken = Attempt.objects.filter(child=ana, finished=True).first()
    assert broken is not None
    Attempt.objects.filter(pk=broken.pk).update(path=["fly"])
    assert rebuild().unplayable == [broken.id]
    assert Attempt.objects.get(pk=broken.pk).stars == broken.stars
