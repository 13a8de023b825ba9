"""A school that is signed in, and the requests its phones send."""

import io
import itertools
import json
from argparse import Namespace
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import uuid6
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import AccessToken

from bench.driver import Request
from bench.naive.models import Play
from builders import batch, make_attempt_item
from chaos.servers import ROOT
from chumil.accounts import nicknames
from chumil.accounts.models import Child, Session, User
from chumil.accounts.services import create_tiles, start_session
from chumil.api import tokens
from chumil.badges.models import Award
from chumil.cli import load
from chumil.content.models import ScenarioVersion
from chumil.engine import Outcome, parse_scenario, replay
from chumil.play.models import Attempt
from chumil.progress.models import ChildScenario

CHILDREN = 400
TIER = "ages-10-12"
EMAIL, PASSWORD = "maestra@medida.example", "una clave muy larga"
_BOUNDARIES = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True)
class School:
    """Who is signed in, and finished plays of the shipped stories as (version, story, path)."""

    children: list[tuple[str, str]]
    """Id and access token of each."""
    plays: list[tuple[str, str, list[Any]]]
    naive: str
    """A token of simplejwt, for the teacher."""


def build() -> School:
    """Migrates, loads the shipped stories and signs everybody in, by the services."""
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Play)
    load.run(Namespace(paths=[ROOT / "fixtures"], dry_run=False, whole=False), io.StringIO())
    names = itertools.islice(itertools.cycle(nicknames.draw(40)), CHILDREN)
    create_tiles(nicknames=list(names), tier=TIER)
    User.objects.create_user(EMAIL, PASSWORD, display_name="Maestra")
    return signed_in()


def signed_in() -> School:
    """The school that was built, with tokens as new as now."""
    children = [(str(each.pk), _access(each)) for each in Child.objects.order_by("pk")]
    return School(children, _plays(), str(AccessToken.for_user(User.objects.get(email=EMAIL))))


def forget_plays() -> None:
    """Every cell begins with the same empty records."""
    for model in (Award, ChildScenario, Attempt):
        model.objects.all().delete()
    Session.objects.filter(child=None).delete()


def release() -> None:
    """Lets go of the database, that nothing of ours stands in a server's way."""
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()


def sync_requests(school: School, size: int) -> Request:
    """Each request is another child's: so many new finished plays."""

    def make() -> bytes:
        items = turn.items(size)
        return _post("/api/v1/sync", batch(*items), turn.token)

    turn = _Turn(school)
    return make


def floor_requests(school: School, path: str) -> Request:
    """One new play, without a sign-in."""

    def make() -> bytes:
        [item] = turn.items(1)
        return _post(path, {**item, "scenario": turn.story})

    turn = _Turn(school)
    return make


def naive_requests(school: School) -> Request:
    """One new play for the ModelViewSet."""

    def make() -> bytes:
        [item] = turn.items(1)
        row = {"child": item["child"], "client_id": item["id"], "version": item["version"], "path": item["path"]}
        row |= {"started_at": item["started_at"], "finished_at": item["finished_at"], "percent": 100, "stars": 3}
        return _post("/plays/", row, school.naive)

    turn = _Turn(school)
    return make


def sign_in_requests() -> Request:
    """The teacher signs in, each time on another device."""
    return lambda: _post("/api/v1/auth/token", {"email": EMAIL, "password": PASSWORD, "device": str(uuid6.uuid7())})


def queries_of(school: School, size: int) -> int:
    """Statements that one sync runs, once the stories are at hand; borders of transactions not counted."""
    turn = _Turn(school)
    client = APIClient()
    for _ in range(len(school.plays)):  # every story is met once
        _sync(client, turn, size)
    with CaptureQueriesContext(connection) as queries:
        _sync(client, turn, size)
    return sum(1 for each in queries.captured_queries if not each["sql"].startswith(_BOUNDARIES))


def _sync(client: APIClient, turn: "_Turn", size: int) -> None:
    body = batch(*turn.items(size))
    answer = client.post("/api/v1/sync", body, format="json", headers={"Authorization": f"Bearer {turn.token}"})
    assert {each["status"] for each in answer.json()["results"]} == {"accepted"}, answer.content


class _Turn:
    """Whose turn it is, and what was played."""

    def __init__(self, school: School) -> None:
        self._children = itertools.cycle(school.children)
        self._plays = itertools.cycle(school.plays)
        self.child = self.token = self.story = ""

    def items(self, size: int) -> list[dict[str, Any]]:
        """So many new plays of the next child."""
        self.child, self.token = next(self._children)
        return [self._item() for _ in range(size)]

    def _item(self) -> dict[str, Any]:
        version, self.story, path = next(self._plays)
        return make_attempt_item(UUID(self.child), version, path, finished_at="2026-03-02T17:58:00Z")


def _plays() -> list[tuple[str, str, list[Any]]]:
    """The plays recorded for the engines' tests that are still plays of the stories as they are now."""
    recorded = json.loads((ROOT / "fixtures" / "vectors" / "recorded.json").read_text(encoding="utf-8"))["vectors"]
    current = ScenarioVersion.objects.filter(current_of__isnull=False, tier=TIER)
    story = {each.scenario_id: (each.hash, parse_scenario(json.loads(each.body))) for each in current}
    plays = []
    for vector in recorded:
        hash, scenario = story.get(vector["scenario_ref"], ("", None))
        outcome = replay(scenario, vector["path"]) if scenario else None
        if isinstance(outcome, Outcome) and outcome.finished:
            plays.append((hash, vector["scenario_ref"], vector["path"]))
    assert plays, "no recorded play fits a story"
    return plays


def _access(child: Child) -> str:
    return tokens.pair(start_session(owner=child, device=uuid6.uuid7()))["access"]


def _post(path: str, body: Any, token: str = "") -> bytes:
    content = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    head += f"Authorization: Bearer {token}\r\n" if token else ""
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content
