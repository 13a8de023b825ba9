"""Writes of attempts and of what was refused. Callers hold the child's row."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from chumil.play.items import client_id_of, raw_text
from chumil.play.models import Attempt, Quarantine

_OUTCOME = ["finished", "got", "max", "percent", "stars", "ending", "evidence", "asked_help", "repaired"]
_GROWS = ["path", "length", "finished_at", "clock_offset_ms", "sequence", "updated_at", "drift", *_OUTCOME]


def store_attempts(attempts: Sequence[Attempt]) -> None:
    """Inserts the new and grows the known, in one statement. The key of the row is the server's."""
    Attempt.objects.bulk_create(
        attempts, update_conflicts=True, unique_fields=["child", "client_id"], update_fields=_GROWS
    )


def rewrite_outcomes(attempts: Sequence[Attempt]) -> None:
    """Saves outcomes that were computed again."""
    Attempt.objects.bulk_update(attempts, _OUTCOME, batch_size=200)


def quarantine(*, child: UUID, refused: Sequence[tuple[Any, str]], at: datetime) -> None:
    """Keeps refused items, each once, with the code of the refusal."""
    rows = []
    for raw, code in refused:
        text, body_hash = raw_text(raw)
        rows.append(
            Quarantine(
                child_id=child, client_id=client_id_of(raw), code=code, raw=text, body_hash=body_hash, received_at=at
            )
        )
    Quarantine.objects.bulk_create(rows, ignore_conflicts=True)
