"""Badges that children hold."""

from django.db import models

from chumil.accounts.models import Child
from chumil.common.ids import uuid7


class Award(models.Model):
    """That a child earned a badge. Awards only grow."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="awards")
    badge = models.CharField(max_length=80)
    awarded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_award", fields=["child", "badge"])]

    def __str__(self) -> str:
        return str(self.id)
