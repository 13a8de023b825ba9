"""Classrooms, who teaches them and who is in them."""

from django.db import models
from django.db.models import Q

from chumil.accounts.models import Child, Tier, User
from chumil.common import clock
from chumil.common.ids import uuid7


class Classroom(models.Model):
    """A class. `code` lets children join while `joining_until` is ahead."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=60)
    tier = models.CharField(max_length=10, choices=Tier)
    code = models.CharField(max_length=9, unique=True)
    joining_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    archived_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.id)


class Teaching(models.Model):
    """That a teacher teaches a class, as its owner or beside them."""

    class Role(models.TextChoices):
        OWNER = "owner"
        CO = "co"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="teachings")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="teachings")
    role = models.CharField(max_length=5, choices=Role)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_teaching", fields=["classroom", "user"])]

    def __str__(self) -> str:
        return str(self.id)


class Enrolment(models.Model):
    """That a child is, or until `left_at` was, in a class. A child is in one class at a time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="enrolments")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="enrolments")
    joined_at = models.DateTimeField(default=clock.now)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_class_at_a_time", fields=["child"], condition=Q(left_at__isnull=True))
        ]

    def __str__(self) -> str:
        return str(self.id)
