"""What children played, one row an attempt, whom it counts for, and what was refused."""

from datetime import UTC, datetime, timedelta

from django.db import models

from chumil.accounts.models import Child, User
from chumil.common import clock
from chumil.common.ids import uuid7
from chumil.content.models import ScenarioVersion

BACK = timedelta(days=400)
"""How far back a corrected time may lie: the longest life of a sign-in."""


class Attempt(models.Model):
    """One play of one version: its path of answers, and what the server makes of it.

    `child` is whose phone sent it, for ever; `counts_for` is the child whose figures it makes: the
    same, unless a teacher credited it to another, and null once that other was erased. The path only
    grows; when its time is over it is dropped (null) and the outcome stays. `started_at` and
    `finished_at` are what the phone's clock said, `clock_offset_ms` is what it was slow by when it
    last sent something new.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="attempts")
    counts_for = models.ForeignKey(Child, null=True, on_delete=models.SET_NULL, related_name="counting")
    client_id = models.UUIDField()
    version = models.ForeignKey(ScenarioVersion, on_delete=models.PROTECT, related_name="attempts")
    engine = models.PositiveSmallIntegerField()
    path = models.JSONField(null=True)
    length = models.PositiveSmallIntegerField()
    copied = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    clock_offset_ms = models.BigIntegerField()
    sequence = models.BigIntegerField()
    received_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    finished = models.BooleanField()
    got = models.PositiveSmallIntegerField()
    max = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()
    stars = models.PositiveSmallIntegerField()
    ending = models.CharField(max_length=80, null=True, blank=True)  # noqa: DJ001  no ending yet is null
    evidence = models.JSONField()
    asked_help = models.BooleanField()
    repaired = models.BooleanField()
    drift = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_attempt", fields=["child", "client_id"])]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def played_at(self) -> datetime:
        """When it was last played, by the server's clock: never later than it arrived."""
        raw = self.finished_at or self.started_at
        corrected = int(raw.timestamp() * 1000) + self.clock_offset_ms
        latest = int(self.updated_at.timestamp() * 1000)
        earliest = int((self.updated_at - BACK).timestamp() * 1000)
        return datetime.fromtimestamp(min(max(corrected, earliest), latest) / 1000, UTC)


class Credit(models.Model):
    """That an attempt was found to be another child's. Only appended: the last one of an attempt holds."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="credits")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="credits")
    actor = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=clock.now, editable=False)

    def __str__(self) -> str:
        return str(self.id)


class Quarantine(models.Model):
    """An item that was refused, kept for an adult to look at and to be tried again.

    `raw` is its JSON, at most 4 kB, and empty once its time is over; `reports` counts how often
    it came. Nothing is deleted: an item that was taken later carries when, and with which status.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="quarantined")
    client_id = models.UUIDField(null=True, blank=True)
    code = models.CharField(max_length=30)
    raw = models.TextField()
    body_hash = models.CharField(max_length=64)
    clock_offset_ms = models.BigIntegerField(default=0)
    reports = models.PositiveIntegerField(default=1)
    received_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_as = models.CharField(max_length=10, default="", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_refusal", fields=["child", "body_hash"])]

    def __str__(self) -> str:
        return str(self.id)


class RefusalCount(models.Model):
    """How many refused items of a child were only counted, because enough of that kind are kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="refusal_counts")
    code = models.CharField(max_length=30)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_refusal_count", fields=["child", "code"])]

    def __str__(self) -> str:
        return str(self.id)


class UnknownVersion(models.Model):
    """A version that a child's phone named before anyone published it, and since when we wait for it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="unknown_versions")
    version = models.CharField(max_length=64)
    first_seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_unknown_version", fields=["child", "version"])]

    def __str__(self) -> str:
        return str(self.id)
