"""Whether the server lives, and whether it can serve."""

import json

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from chumil.content.models import ScenarioVersion


@require_safe
def livez(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every check holds, else 503; both name each check."""
    checks = {"database": _database(), "migrations": False, "stories": False}
    if checks["database"]:
        checks["migrations"] = _migrations()
    if checks["migrations"]:
        checks["stories"] = _stories()
    ready = all(checks.values())
    return JsonResponse({"status": "ok" if ready else "not_ready", "checks": checks}, status=200 if ready else 503)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _migrations() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _stories() -> bool:
    """Whether every story that stands inside the client's page is published here."""
    inlined = settings.CLIENT / "inlined.json"
    if not inlined.is_file():
        return True
    hashes = set(json.loads(inlined.read_text(encoding="utf-8")))
    return ScenarioVersion.objects.filter(hash__in=hashes).count() == len(hashes)
