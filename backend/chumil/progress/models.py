"""How far each child is: a projection of the attempts, kept in the transaction that changes them."""

from django.db import models

from chumil.accounts.models import Child
from chumil.common.ids import uuid7
from chumil.content.models import Scenario, ScenarioVersion


class ChildScenario(models.Model):
    """One child and one scenario; `stars`, `percent` and `version` are those of the best finished play."""

    class State(models.TextChoices):
        IN_PROGRESS = "in_progress"
        FINISHED = "finished"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="scenarios")
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(ScenarioVersion, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=11, choices=State)
    stars = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()
    plays = models.PositiveIntegerField()
    first_finished_at = models.DateTimeField(null=True, blank=True)
    last_finished_at = models.DateTimeField(null=True, blank=True)
    last_played_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_child_scenario", fields=["child", "scenario"])]

    def __str__(self) -> str:
        return str(self.id)
