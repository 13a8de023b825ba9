"""Tries refused items again, after what made them fail was mended. Safe to repeat; nothing is deleted."""

import json
import logging
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction

from chumil.common import clock
from chumil.common.database import TROUBLE
from chumil.flows.sync import take
from chumil.play.merge import TAKEN, Arrival
from chumil.play.models import Quarantine
from chumil.play.selectors import unresolved
from chumil.play.services import resolve

log = logging.getLogger("chumil.quarantine")
CUT = "cut"
"""What becomes of an item of which not everything was kept: it cannot be tried again."""


def replay(*, child: UUID | None = None) -> Iterator[str]:
    """What became of each refused item, one transaction each, in the order they came."""
    for row in list(unresolved(child).values_list("id", flat=True)):
        try:
            yield _replay(row)
        except TROUBLE:
            raise
        except Exception:  # one item that still breaks the server must not stop the others
            log.exception("a refused item failed again")
            yield "failed"


@transaction.atomic
def _replay(id: UUID) -> str:
    row = Quarantine.objects.get(pk=id)
    item = _whole(row)
    if item is None:
        return CUT
    now = clock.now()
    (judged,), _ = take([item], Arrival(row.child_id, now, row.clock_offset_ms))
    if judged.status in TAKEN:
        resolve(row=row, status=judged.status, at=now)
    return judged.status


def _whole(row: Quarantine) -> Any | None:
    try:
        return json.loads(row.raw)
    except ValueError:
        return None
