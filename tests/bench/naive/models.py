"""The table as a first draft would have it: rows by number, nothing unique."""

from django.db import models


class Play(models.Model):
    child = models.ForeignKey("accounts.Child", on_delete=models.CASCADE)
    client_id = models.UUIDField()
    version = models.ForeignKey("content.ScenarioVersion", on_delete=models.PROTECT)
    path = models.JSONField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    percent = models.PositiveSmallIntegerField()
    stars = models.PositiveSmallIntegerField()

    class Meta:
        app_label = "naive"

    def __str__(self) -> str:
        return str(self.client_id)
