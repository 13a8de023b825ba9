"""An operator derives everything again, and tries again what was refused."""

import argparse
from io import StringIO
from uuid import UUID

import pytest

from builders import NOON, SAFE, hash_of, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.cli import quarantine, rebuild
from chumil.flows.sync import sync
from chumil.play.models import Attempt
from chumil.progress.models import ChildScenario
from conftest import FrozenClock

LATER = make_pack("viene-luego")


def rebuilt() -> tuple[int, str]:
    out = StringIO()
    return rebuild.run(argparse.Namespace(), out), out.getvalue()


def quarantined(action: str, child: UUID | None = None) -> str:
    out = StringIO()
    assert quarantine.run(argparse.Namespace(action=action, child=child), out) == 0
    return out.getvalue()


@pytest.fixture
def refused(ana: Child, frozen_clock: FrozenClock) -> str:
    """The id of an attempt at a version that nobody published for a day."""
    published()
    item = make_attempt_item(ana.id, hash_of(LATER), SAFE)
    for _ in range(2):
        sync(child=ana.id, client_now=NOON, items=[item])
        frozen_clock.advance(days=1)
    return str(item["id"])


def test_rebuild_says_how_many_children_it_went_through(ana: Child) -> None:
    sync(child=ana.id, client_now=NOON, items=[make_attempt_item(ana.id, published()[0].hash, SAFE)])
    ChildScenario.objects.update(stars=0)
    assert rebuilt() == (0, "1 children rebuilt, 0 attempts left alone\n")
    assert ChildScenario.objects.get().stars == 3


def test_rebuild_names_what_it_left_alone(ana: Child) -> None:
    sync(child=ana.id, client_now=NOON, items=[make_attempt_item(ana.id, published()[0].hash, SAFE)])
    Attempt.objects.update(path=["fly"])
    code, said = rebuilt()
    assert code == 1
    assert f"attempt {Attempt.objects.get().id} no longer replays" in said


def test_the_list_tells_what_waits_and_never_what_was_answered(ana: Child, refused: str) -> None:
    said = quarantined("list")
    assert refused in said
    assert "unknown_version" in said
    assert "1 items wait" in said
    assert SAFE[0] not in said


def test_replay_takes_what_was_mended_and_a_second_one_finds_nothing(refused: str) -> None:
    assert quarantined("replay") == "invalid 1\n1 items tried\n"
    published(LATER)
    assert quarantined("replay") == "accepted 1\n1 items tried\n"
    assert quarantined("replay") == "0 items tried\n"
    assert str(Attempt.objects.get().client_id) == refused


@pytest.mark.usefixtures("refused")
def test_one_childs_items_can_be_chosen(beto: Child) -> None:
    assert quarantined("replay", beto.id) == "0 items tried\n"
