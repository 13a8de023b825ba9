"""Published stories: immutable versions named by the hash of their bytes."""

from django.db import models

from chumil.accounts.models import Tier


class Scenario(models.Model):
    """A story or a quiz under its lasting id; `current` is its newest version, offered unless withdrawn.

    `sensitive` is true for ever once one of its versions was: teachers see less of it.
    """

    id = models.SlugField(primary_key=True, max_length=80)
    current = models.OneToOneField(
        "ScenarioVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="current_of"
    )
    sensitive = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.id


class ScenarioVersion(models.Model):
    """One version as children played it. `body` is its canonical JSON and never changes."""

    hash = models.CharField(primary_key=True, max_length=64)
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="versions")
    body = models.TextField()
    kind = models.CharField(max_length=10)
    tier = models.CharField(max_length=10, choices=Tier)
    topic = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    summary = models.TextField()
    minutes = models.PositiveSmallIntegerField()
    sensitive = models.BooleanField()
    risks = models.JSONField(default=list)
    role = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001  absent in the pack is null here
    bytes = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(name="version_by_tier", fields=["tier", "topic"])]

    def __str__(self) -> str:
        return self.hash


class Reference(models.Model):
    """Shared data: the rules of the badges, the topics, the objectives, the help channels, the class talks."""

    class Key(models.TextChoices):
        BADGES = "badges"
        TOPICS = "topics"
        OBJECTIVES = "objectives"
        HELP = "help"
        TALKS = "talks"

    key = models.CharField(primary_key=True, max_length=10, choices=Key)
    body = models.TextField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.key
