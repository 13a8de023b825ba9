"""Badges follow from finished plays, are given once and never taken back."""

from builders import NOON, RULES, SAFE, UNSAFE, make_attempt_item, make_pack, published
from chumil.accounts.models import Child
from chumil.badges.models import Award
from chumil.badges.selectors import history
from chumil.content.selectors import shelf, stories
from chumil.content.services import publish
from chumil.engine import Outcome, played, replay
from chumil.flows.sync import Synced, sync
from chumil.play.models import Attempt


def play(child: Child, version: str, path: list[str]) -> Synced:
    return sync(child=child.id, client_now=NOON, items=[make_attempt_item(child.id, version, path)])


def test_a_badge_comes_with_the_play_that_earns_it_and_only_once(ana: Child) -> None:
    one, other = (each.hash for each in published(make_pack("una"), make_pack("otra")))
    assert play(ana, one, ["tell"]).badges == []
    assert play(ana, one, UNSAFE).badges == ["first-thread"]
    assert play(ana, one, UNSAFE).badges == ["first-thread"]
    assert play(ana, other, SAFE).badges == ["bright", "first-thread", "two-threads", "whole-figure"]
    assert Award.objects.count() == 4


def test_a_withdrawn_version_is_accepted_and_gives_no_badge(ana: Child) -> None:
    [version] = published(make_pack("una"))
    publish([make_pack("otra")], {"badges": RULES}, whole=True)
    synced = play(ana, version.hash, SAFE)
    assert (synced.results[0].status, synced.badges) == ("accepted", [])


def test_a_badge_stays_when_its_story_is_withdrawn(ana: Child) -> None:
    [version] = published(make_pack("una"))
    held = play(ana, version.hash, SAFE).badges
    publish([make_pack("otra")], {"badges": RULES}, whole=True)
    assert set(held) <= set(play(ana, version.hash, SAFE).badges)


def test_a_superseded_version_still_counts(ana: Child) -> None:
    [version] = published(make_pack("una"))
    published(make_pack("una", title="Otro título"))
    assert "first-thread" in play(ana, version.hash, SAFE).badges


def test_the_history_read_from_rows_is_the_engines(ana: Child) -> None:
    [version] = published()
    play(ana, version.hash, ["tell", "obey"])
    outcome = replay(stories([version.hash])[version.hash], ["tell", "obey"])
    assert isinstance(outcome, Outcome)
    expected = played(stories([version.hash])[version.hash], outcome)
    assert history(Attempt.objects.all(), shelf([version.hash], ana.tier).versions) == [expected]
