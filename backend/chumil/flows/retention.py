"""What has had its time goes: by one command, in slices, safe to repeat and to interrupt.

docs/privacy.md says for every column how long it is kept.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session as AdminSignIn
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from chumil.accounts.models import Child, FailureCount, Session, SignUp, Ticket
from chumil.classes.models import Enrolment, PhoneRequest
from chumil.common import clock
from chumil.flows.erase_child import erase_child
from chumil.play.models import Attempt
from chumil.play.services import forget_refused, seal

SEALED_AFTER = timedelta(days=90)
IDLE = timedelta(days=365)
AFTER_ARCHIVE = timedelta(days=30)
SIGN_UP = timedelta(days=30)
SLICE = 500


def retain() -> dict[str, int]:
    """How many of each went."""
    now = clock.now()
    return {
        "attempts sealed": _in_slices(
            Attempt.objects.filter(path__isnull=False, updated_at__lt=now - SEALED_AFTER), seal
        ),
        "refused items emptied": forget_refused(at=now),
        "children erased": _in_slices(_overdue(now), _erase),
        "sign-ins forgotten": _in_slices(Session.objects.filter(last_seen_day__lt=(now - IDLE).date()), _delete),
        "phone requests forgotten": _in_slices(PhoneRequest.objects.filter(expires_at__lt=now), _delete),
        "mailed links forgotten": _in_slices(Ticket.objects.filter(expires_at__lt=now), _delete),
        "sign-ups forgotten": _in_slices(SignUp.objects.filter(created_at__lt=now - SIGN_UP), _delete),
        "sign-ins to the admin forgotten": _in_slices(AdminSignIn.objects.filter(expire_date__lt=now), _delete),
        "failure counts forgotten": _in_slices(FailureCount.objects.filter(expires_at__lt=now), _delete),
    }


def _overdue(now: datetime) -> QuerySet[Child]:
    """Children nobody has seen for a year, and those whose class was put away a month ago."""
    mine = OuterRef("pk")
    seen = Session.objects.filter(child=mine, last_seen_day__gte=(now - IDLE).date())
    played = Attempt.objects.filter(counts_for=mine, updated_at__gte=now - IDLE)
    idle = Q(claimed_at__lt=now - IDLE) & ~Exists(seen) & ~Exists(played)
    put_away = Enrolment.objects.filter(child=mine, left_at=None, classroom__archived_at__lt=now - AFTER_ARCHIVE)
    return Child.objects.filter(idle | Exists(put_away), erased_at=None)


def _in_slices(rows: QuerySet[Any], act: Callable[[QuerySet[Any]], object]) -> int:
    """Acts on the rows until none is left that fits, each slice in a transaction of its own."""
    done = 0
    while keys := list(rows.order_by("pk").values_list("pk", flat=True)[:SLICE]):
        with transaction.atomic():
            act(rows.model._default_manager.filter(pk__in=keys))
        done += len(keys)
    return done


def _delete(rows: QuerySet[Any]) -> None:
    rows.delete()


def _erase(children: QuerySet[Child]) -> None:
    for key in children.values_list("pk", flat=True):
        erase_child(child_id=key, by=None)
