"""What must hold after the storm: the invariants I1 to I12, read from the database and from the phones."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from chumil.accounts.models import Child, Session
from chumil.badges.models import Award
from chumil.badges.selectors import earned
from chumil.content import selectors as content
from chumil.engine import Outcome, replay
from chumil.flows.quarantine import replay as replay_quarantine
from chumil.flows.rebuild import rebuild
from chumil.play.merge import TAKEN
from chumil.play.models import Attempt, Quarantine
from chumil.progress.models import ChildScenario

Key = tuple[str, str]
Row = Mapping[str, Any]


class Watch:
    """Looks at the database between the blows: paths and badges may only grow."""

    def __init__(self) -> None:
        self._paths: dict[Key, list[Any]] = {}
        self._badges: set[Key] = set()
        self.looks = 0

    def look(self, erased: str | None) -> list[str]:
        """What shrank since the last look."""
        paths = {(str(child), str(id)): path for child, id, path in _attempts()}
        badges = {(str(child), badge) for child, badge in Award.objects.values_list("child", "badge")}
        lost = [
            f"I5 attempt {key} shrank"
            for key, path in self._paths.items()
            if key[0] != erased and paths.get(key, [])[: len(path)] != path
        ]
        lost += [f"I7 badge {key} is gone" for key in self._badges - badges if key[0] != erased]
        self._paths, self._badges = paths, badges
        self.looks += 1
        return lost


class Judge:
    """Compares the phones with the server; each check yields one sentence a violation."""

    def __init__(self, phones: list[dict[str, Any]], owner_of: Mapping[str, str], erased: str | None) -> None:
        self.phones = phones
        self.erased = erased
        self.rows: dict[Key, list[Row]] = defaultdict(list)
        for phone in phones:
            owners = {each["id"]: owner_of.get(each["id"], each.get("childId")) for each in phone["profiles"]}
            for row in phone["rows"]:
                if owners[row["profile"]] is not None and row["path"]:
                    self.rows[owners[row["profile"]], row["id"]].append(row)
        self.attempts = {(str(each.child_id), str(each.client_id)): each for each in Attempt.objects.all()}
        self.refused = Counter((str(child), str(id)) for child, id in _refusals())

    def violations(self) -> list[str]:
        """Everything that does not hold."""
        checks = (self.phones_kept, self.phone_on_server, self.server_on_phone, self.scored, self.badges, self.erasure)
        return [sentence for check in checks for sentence in check()] + _not_rebuildable()

    def phones_kept(self) -> Iterator[str]:
        """I9: nothing waits. I8: nobody was stopped by a neighbour. No row was spoilt, no session lost."""
        for phone in self.phones:
            mine = {each["id"]: each.get("childId") for each in phone["profiles"]}
            rows = {each["id"]: each for each in phone["rows"]}
            for id in phone["left"]:
                if mine[rows[id]["profile"]] != self.erased:
                    yield f"I9 attempt {id} still waits on {phone['name']}"
            for profile in phone["ended"]:
                if mine[profile] != self.erased:
                    yield f"I9 {phone['name']} was signed out"
            for row in phone["broken"]:
                yield f"I1 {phone['name']} holds a row it cannot read: {row['id']}"

    def phone_on_server(self) -> Iterator[str]:
        """I1, I5, I8: each attempt of a phone is on the server with its path, or refused and kept on both sides."""
        for key, rows in self.rows.items():
            if key[0] == self.erased:
                continue
            kept = self.attempts.get(key)
            path = kept.path if kept else []
            for row in rows:
                if path[: row["acked"]] != row["path"][: row["acked"]]:
                    yield f"I1 attempt {key} was acknowledged and is not there"
                if "refused" not in row and path[: len(row["path"])] != row["path"]:
                    yield f"I5 attempt {key} is not on the server as the phone has it"
                if "refused" in row and not self.refused[key]:
                    yield f"I8 attempt {key} was refused ({row['refused']['code']}) and not kept aside"

    def server_on_phone(self) -> Iterator[str]:
        """I2, I5, I11: what the server has, a phone of this very child has, and nothing is there twice."""
        twice = Counter((str(child), str(id)) for child, id, _ in _attempts())
        for key, attempt in self.attempts.items():
            if twice[key] != 1:
                yield f"I2 attempt {key} is there {twice[key]} times"
            rows = self.rows.get(key, [])
            if not any(row["path"][: attempt.length] == attempt.path for row in rows):
                yield f"I11 attempt {key} is on no phone of this child"

    def scored(self) -> Iterator[str]:
        """I3, I4: the path is legal, and the score is what its replay comes to."""
        stories = content.stories({each.version_id for each in self.attempts.values()})
        for key, attempt in self.attempts.items():
            outcome = replay(stories[attempt.version_id], attempt.path, attempt.copied)
            if not isinstance(outcome, Outcome):
                yield f"I3 attempt {key} is no legal path: {outcome.code}"
            elif _score(outcome) != _score(attempt):
                yield f"I4 attempt {key} has another score than its replay"
            if attempt.drift:
                yield f"I4 attempt {key} showed the child another score"

    def badges(self) -> Iterator[str]:
        """I6: each child holds exactly the badges that the attempts earn."""
        record: dict[Any, list[Attempt]] = defaultdict(list)
        for attempt in self.attempts.values():
            record[attempt.child_id].append(attempt)
        for child in Child.objects.filter(claimed_at__isnull=False, erased_at=None):
            mine = record[child.pk]
            shelf = content.shelf({each.version_id for each in mine}, child.tier)
            held = set(Award.objects.filter(child=child).values_list("badge", flat=True))
            if held != set(earned(mine, shelf)):
                yield f"I6 child {child.pk} holds {sorted(held)}"

    def erasure(self) -> Iterator[str]:
        """I10: nothing of the erased child came back."""
        if self.erased and any(child == self.erased for child, _ in self.attempts):
            yield "I10 the erased child has attempts again"


def figures(judge: Judge) -> dict[str, Any]:
    """What there was to judge."""
    return {
        "attempts": len(judge.attempts),
        "answers": sum(each.length for each in judge.attempts.values()),
        "finished": sum(each.finished for each in judge.attempts.values()),
        "children": len({child for child, _ in judge.attempts}),
        "renewals": sum(Session.objects.values_list("generation", flat=True)),
        "quarantined": dict(sorted(Counter(Quarantine.objects.values_list("code", flat=True)).items())),
    }


def not_replayed(erased: str | None) -> list[str]:
    """Once what was held back is published, replaying takes what was refused for it, and only once."""
    list(replay_quarantine())
    again = set(replay_quarantine())
    left = Quarantine.objects.filter(code="unknown_version", resolved_at=None).exclude(child=erased)
    lost = [f"I9 {each.client_id} of a version published late was not taken" for each in left if _could_be_taken(each)]
    return lost + [f"I12 replaying again took something: {again}"] * bool(again & set(TAKEN))


def _could_be_taken(row: Quarantine) -> bool:
    """Whether its path is legal in the version, and no other way of the same attempt stands in its place."""
    item = json.loads(row.raw)
    legal = replay(content.stories([item["version"]])[item["version"]], item["path"], item["copied"])
    stands = Attempt.objects.filter(child=row.child_id, client_id=row.client_id).exists()
    return isinstance(legal, Outcome) and not stands


def _attempts() -> Any:
    return Attempt.objects.values_list("child", "client_id", "path")


def _refusals() -> Any:
    return Quarantine.objects.values_list("child", "client_id")


def _score(of: Any) -> tuple[Any, ...]:
    return of.finished, of.got, of.max, of.percent, of.stars, of.ending, of.asked_help, bool(of.repaired)


def _not_rebuildable() -> list[str]:
    """I12: what is derived follows from the attempts, whatever order they came in."""
    before = [list(model._default_manager.order_by("pk").values()) for model in (Attempt, ChildScenario, Award)]
    unplayable = rebuild().unplayable
    after = [list(model._default_manager.order_by("pk").values()) for model in (Attempt, ChildScenario, Award)]
    return ["I12 rebuilding changed something"] * (before != after) + [
        f"I3 {each} no longer replays" for each in unplayable
    ]
