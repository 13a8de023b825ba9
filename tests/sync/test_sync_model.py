"""Whatever phones send, in whatever order, the server holds what a plain dict says it should."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from builders import NOON, make_attempt_item, make_pack, new_id, published
from chumil.accounts.models import Child
from chumil.badges.models import Award
from chumil.content.selectors import stories
from chumil.engine import Outcome, replay
from chumil.flows.sync import sync
from chumil.play.models import Attempt
from chumil.progress.models import ChildScenario

WHO = st.sampled_from([0, 1])
ANSWERS = st.lists(st.sampled_from(["tell", "obey", "fly"]), max_size=4)
JUNK = st.sampled_from([None, 7, {}, {"id": "x"}, {"id": new_id()}])
PACKS = [make_pack("uno", asks=3), make_pack("dos", asks=2)]


class SyncModel(RuleBasedStateMachine):
    """`stored` is the model: for each child, client id -> (version, path)."""

    @initialize()
    def begin(self) -> None:
        self.versions = [each.hash for each in published(*PACKS)]
        self.stories = stories(self.versions)
        self.children = [Child.objects.create(nickname="x", avatar="x", tier="ages-10-12").id for _ in range(2)]
        self.stored: dict[UUID, dict[str, tuple[str, list[str]]]] = {child: {} for child in self.children}
        self.badges: dict[UUID, set[str]] = {child: set() for child in self.children}
        self.outbox: list[tuple[UUID, dict[str, Any] | None]] = []
        self.ids = [new_id() for _ in range(4)]
        self.erased: set[UUID] = set()
        self.touched: set[UUID] = set()

    @rule(who=WHO, id=st.integers(0, 3), version=st.integers(0, 2), path=ANSWERS)
    def play(self, who: int, id: int, version: int, path: list[str]) -> None:
        """Ids are few and shared by both children, so that forks and foreign ids come by themselves."""
        hash = "f" * 64 if version == 2 else self.versions[version]
        self.outbox.append((self.children[who], make_attempt_item(self.children[who], hash, path, id=self.ids[id])))

    @rule(who=WHO, junk=JUNK)
    def spoil(self, who: int, junk: Any) -> None:
        self.outbox.append((self.children[who], junk))

    @precondition(lambda self: self.outbox)
    @rule(who=WHO, index=st.integers(0, 99))
    def take_for_another(self, who: int, index: int) -> None:
        _, item = self.outbox[index % len(self.outbox)]
        self.outbox.append((self.children[who], item))

    @precondition(lambda self: self.outbox)
    @rule(order=st.randoms(use_true_random=False), size=st.integers(1, 6), forget=st.booleans())
    def send(self, order: Any, size: int, forget: bool) -> None:
        """Some of what waits, in any order; when the answer is lost, it is sent again another time."""
        chosen = order.sample(self.outbox, min(size, len(self.outbox)))
        for child in self.children:
            self._send(child, [item for owner, item in chosen if owner == child])
        if forget:
            self.outbox = [each for each in self.outbox if not any(each is one for one in chosen)]

    @precondition(lambda self: len(self.erased) == 0)
    @rule(who=WHO, dice=st.integers(0, 9))
    def erase(self, who: int, dice: int) -> None:
        if dice == 0:
            self.erased.add(self.children[who])
            Child.objects.filter(pk=self.children[who]).update(erased_at=NOON)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        for child in self.touched:
            rows = {str(each.client_id): each for each in Attempt.objects.filter(child=child)}
            assert {id: (each.version_id, each.path) for id, each in rows.items()} == self.stored[child]
            for each in rows.values():
                outcome = replay(self.stories[each.version_id], each.path, each.copied)
                assert isinstance(outcome, Outcome)
                assert (each.finished, each.percent, each.stars) == (outcome.finished, outcome.percent, outcome.stars)
            assert _figures(child) == _expected(rows.values())
            badges = set(Award.objects.filter(child=child).values_list("badge", flat=True))
            assert badges >= self.badges[child]
            self.badges[child] = badges
        self.touched = set()

    def _send(self, child: UUID, items: list[Any]) -> None:
        if items:
            self.touched.add(child)
            synced = sync(child=child, client_now=NOON, items=items)
            said = [each.status for each in synced.results]
            assert said == [self._expect(child, item) for item in items]

    def _expect(self, child: UUID, item: Any) -> str:
        if child in self.erased:
            return "gone"
        if not isinstance(item, dict) or item.get("child") != str(child):
            return "invalid"
        known = self.stored[child].get(item["id"])
        return (known and self._expect_of_known(known, item)) or self._expect_of_longer(child, item)

    @staticmethod
    def _expect_of_known(known: tuple[str, list[str]], item: dict[str, Any]) -> str | None:
        version, path = known
        shared = min(len(path), len(item["path"]))
        if version != item["version"] or path[:shared] != item["path"][:shared]:
            return "conflict"
        return "duplicate" if shared == len(item["path"]) else None

    def _expect_of_longer(self, child: UUID, item: dict[str, Any]) -> str:
        if item["version"] not in self.versions:
            return "retry"
        asks = 3 - self.versions.index(item["version"])
        if "fly" in item["path"] or len(item["path"]) > asks:
            return "invalid"
        status = "extended" if item["id"] in self.stored[child] else "accepted"
        self.stored[child][item["id"]] = (item["version"], item["path"])
        return status


def _figures(child: UUID) -> dict[str, tuple[int, int, str]]:
    rows = ChildScenario.objects.filter(child=child).values_list("scenario_id", "stars", "plays", "state")
    return {row[0]: row[1:] for row in rows}


def _expected(attempts: Any) -> dict[str, tuple[int, int, str]]:
    figures: dict[str, tuple[int, int, str]] = {}
    for each in attempts:
        stars, plays, state = figures.get(each.version.scenario_id, (0, 0, "in_progress"))
        state = "finished" if each.finished else state
        figures[each.version.scenario_id] = (max(stars, each.stars), plays + each.finished, state)
    return figures


@pytest.mark.django_db
def test_the_server_agrees_with_a_dict_over_300_runs_of_40_steps() -> None:
    run_state_machine_as_test(
        SyncModel,
        settings=settings(
            max_examples=300,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
