"""Everything kept of one child, to be handed out: the tables in order, with their columns.

A test walks the schema, so that neither a table nor a column can be forgotten.
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from chumil.accounts.limits import EXPORT, spend
from chumil.accounts.models import Card, Child, Session
from chumil.audit.actions import Action
from chumil.audit.models import AuditEvent
from chumil.audit.services import record
from chumil.badges.models import Award
from chumil.classes.models import Enrolment, PhoneRequest
from chumil.common import clock
from chumil.common.errors import DomainError
from chumil.play.models import Attempt, Credit, Quarantine, RefusalCount, UnknownVersion
from chumil.progress.models import ChildScenario


@dataclass(frozen=True, slots=True)
class Part:
    """One table: `owner` leads from its rows to the child, `columns` from the name shown to the lookup.

    Where `version` leads to a sensitive story, a teacher gets the row only where it is `finished`, and
    of it only the columns `open_to_teachers`. The columns `closed_to_teachers` they never get.
    """

    name: str
    model: type[Model]
    owner: str
    columns: tuple[str, ...]
    renamed: dict[str, str] = field(default_factory=dict)
    version: str = ""
    finished: dict[str, Any] = field(default_factory=dict)
    open_to_teachers: tuple[str, ...] = ()
    closed_to_teachers: tuple[str, ...] = ()


_OUTCOME = ("finished", "got", "max", "percent", "stars", "ending", "evidence", "asked_help", "repaired", "drift")
_TIMES = ("started_at", "finished_at", "clock_offset_ms", "sequence", "received_at", "updated_at")
PARTS = (
    Part("child", Child, "id", ("id", "nickname", "avatar", "tier", "claimed_at", "secret_generation")),
    Part(
        "phones",
        Session,
        "child",
        ("device", "created_at", "refreshed_at", "last_seen_day", "expires_at", "absolute_expires_at", "revoked_at"),
    ),
    Part("cards", Card, "child", ("created_at", "revoked_at")),
    Part("classes", Enrolment, "child", ("joined_at", "left_at"), {"class": "classroom__name"}),
    Part(
        "phone_requests",
        PhoneRequest,
        "session__child",
        ("device", "avatar", "created_at", "expires_at", "decided_at"),
    ),
    Part(
        "progress",
        ChildScenario,
        "child",
        ("state", "stars", "percent", "plays", "first_finished_at", "last_finished_at", "last_played_at"),
        {"scenario": "scenario_id", "title": "version__title", "version": "version_id"},
        version="scenario__sensitive",
        finished={"state": ChildScenario.State.FINISHED},
        open_to_teachers=("scenario", "title", "state"),
    ),
    Part("badges", Award, "child", ("badge", "awarded_at")),
    Part(
        "plays",
        Attempt,
        "counts_for",
        ("id", "client_id", "engine", "path", "length", "copied", *_TIMES, *_OUTCOME),
        {"scenario": "version__scenario_id", "title": "version__title", "version": "version_id"},
        version="version__scenario__sensitive",
        finished={"finished": True},
        open_to_teachers=("scenario", "title", "finished"),
    ),
    Part(
        "credits",
        Credit,
        "child",
        ("at",),
        {"play": "attempt_id"},
        version="attempt__version__scenario__sensitive",
        finished={"attempt__finished": True},
        open_to_teachers=("at",),
    ),
    Part(
        "refused",
        Quarantine,
        "child",
        ("client_id", "code", "raw", "clock_offset_ms", "reports", "received_at", "resolved_at", "resolved_as"),
        closed_to_teachers=("raw",),
    ),
    Part("refused_counts", RefusalCount, "child", ("code", "count")),
    Part("awaited_versions", UnknownVersion, "child", ("version", "first_seen_at")),
    Part("trail", AuditEvent, "child", ("action", "at")),
)


def export_by_teacher(*, child: Child, by: UUID, classroom: UUID) -> dict[str, Any]:
    """What a teacher may have: of a sensitive story that it was finished, and nothing more.

    `too_many_attempts` (429) beyond 10 in a day; that too leaves a trail.
    """
    try:
        spend((EXPORT, str(by)))
    except DomainError:
        record(Action.EXPORT_REFUSED, by=by, classroom=classroom, children=[child.pk])
        raise
    record(Action.CHILD_EXPORTED, by=by, classroom=classroom, children=[child.pk])
    return _collect(child, for_teacher=True)


def export_by_operator(*, child: Child) -> dict[str, Any]:
    """Everything, for the child or the guardians who ask for it."""
    record(Action.CHILD_EXPORTED, by=None, children=[child.pk])
    return _collect(child, for_teacher=False)


def _collect(child: Child, *, for_teacher: bool) -> dict[str, Any]:
    parts = {part.name: _rows(part, child, for_teacher) for part in PARTS}
    return {"format": 1, "exported_at": clock.now(), "complete": not for_teacher, **parts}


def _rows(part: Part, child: Child, for_teacher: bool) -> list[dict[str, Any]]:
    rows = part.model._base_manager.filter(**{part.owner: child.pk}).order_by("pk")
    names = {**{name: name for name in part.columns}, **part.renamed}
    if not for_teacher:
        return _shown(rows, names)
    shown = {name: names[name] for name in names if name not in part.closed_to_teachers}
    if not part.version:
        return _shown(rows, shown)
    few = {name: names[name] for name in part.open_to_teachers}
    sensitive = rows.filter(**{part.version: True}, **part.finished)
    return _shown(rows.filter(**{part.version: False}), shown) + _shown(sensitive, few)


def _shown(rows: QuerySet[Any], names: dict[str, str]) -> list[dict[str, Any]]:
    return [dict(zip(names, row, strict=True)) for row in rows.values_list(*names.values())]
