"""The trail. Its rows are never changed or deleted: the database itself refuses (see the first migration)."""

from django.db import models

from chumil.common import clock
from chumil.common.ids import uuid7


class AuditEvent(models.Model):
    """One action. Only keys stand here: no names, no answers, no addresses, no text of anybody's.

    `actor` is the User, null for a command run on the server; `subject` is the key of whatever
    else the action was about (a session, a credit, another teacher, the class moved to). They are
    not foreign keys, since the trail outlives what it speaks of.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    actor = models.UUIDField(null=True)
    action = models.CharField(max_length=20)
    classroom = models.UUIDField(null=True, db_index=True)
    child = models.UUIDField(null=True, db_index=True)
    subject = models.UUIDField(null=True)
    at = models.DateTimeField(default=clock.now, editable=False)

    def __str__(self) -> str:
        return str(self.id)
