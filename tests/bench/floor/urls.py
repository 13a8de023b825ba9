"""The least that could store an attempt: no sign-in, no check, no replay, no badges.

`orm` runs the statements that any honest sync needs: lock the child, read what is there, write the
attempt, write the figure made of it. `raw` is one statement that may be repeated without harm.
"""

import json

from django.db import connection, transaction
from django.http import HttpRequest, JsonResponse
from django.urls import path

from chumil.accounts.models import Child
from chumil.common import clock
from chumil.common.ids import uuid7
from chumil.play.models import Attempt
from chumil.progress.models import ChildScenario

COLUMNS = (
    "id, child_id, counts_for_id, client_id, version_id, engine, path, length, copied, started_at, "
    "clock_offset_ms, sequence, received_at, updated_at, finished, got, max, percent, stars, evidence, "
    "asked_help, repaired, drift"
)
VALUES = "%s, %s, %s, %s, %s, 1, %s, 1, 0, %s, 0, 1, %s, %s, true, 1, 1, 100, 3, '[]', false, false, false"
KEEP = (
    f"INSERT INTO play_attempt ({COLUMNS}) VALUES ({VALUES}) "  # noqa: S608 - constants, both
    "ON CONFLICT (child_id, client_id) DO UPDATE SET path = excluded.path, updated_at = excluded.updated_at"
)


def orm(request: HttpRequest) -> JsonResponse:
    """Four statements in a transaction, by the ORM."""
    item = json.loads(request.body)
    now = clock.now()
    with transaction.atomic():
        child = Child.objects.select_for_update(no_key=True).get(pk=item["child"])
        plays = sum(1 for each in Attempt.objects.filter(child=child) if each.finished)
        Attempt.objects.bulk_create(
            [_attempt(item, now)],
            update_conflicts=True,
            unique_fields=["child", "client_id"],
            update_fields=["path", "length", "updated_at"],
        )
        ChildScenario.objects.bulk_create(
            [_figure(item, plays + 1, now)],
            update_conflicts=True,
            unique_fields=["child", "scenario"],
            update_fields=["plays", "stars", "last_played_at"],
        )
    return JsonResponse({"have": len(item["path"])})


def raw(request: HttpRequest) -> JsonResponse:
    """One statement, by hand."""
    item = json.loads(request.body)
    now = clock.now()
    keys = [str(uuid7()), item["child"], item["child"], item["id"]]
    if connection.vendor == "sqlite":
        keys = [each.replace("-", "") for each in keys]
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [*keys, item["version"], json.dumps(item["path"]), now, now, now])
    return JsonResponse({"have": len(item["path"])})


def _attempt(item: dict, now: object) -> Attempt:  # type: ignore[type-arg]
    return Attempt(
        child_id=item["child"],
        counts_for_id=item["child"],
        client_id=item["id"],
        version_id=item["version"],
        path=item["path"],
        length=len(item["path"]),
        started_at=now,
        finished_at=now,
        received_at=now,
        updated_at=now,
        evidence=[],
        finished=True,
        **dict.fromkeys(["engine", "got", "max", "percent", "stars", "sequence"], 1),
        **dict.fromkeys(["copied", "clock_offset_ms"], 0),
        **dict.fromkeys(["asked_help", "repaired"], False),
    )


def _figure(item: dict, plays: int, now: object) -> ChildScenario:  # type: ignore[type-arg]
    return ChildScenario(
        child_id=item["child"],
        scenario_id=item["scenario"],
        version_id=item["version"],
        state=ChildScenario.State.FINISHED,
        stars=1,
        percent=1,
        plays=plays,
        last_played_at=now,
    )


urlpatterns = [path("orm", orm), path("raw", raw)]
