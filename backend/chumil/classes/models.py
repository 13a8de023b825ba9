"""Classrooms, who teaches them and who is in them."""

from django.db import models
from django.db.models import Q

from chumil.accounts.models import Child, Session, Tier, User
from chumil.common import clock
from chumil.common.ids import uuid7


class Classroom(models.Model):
    """A class. `code` lets children join while `joining_until` is ahead."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=60)
    tier = models.CharField(max_length=10, choices=Tier)
    code = models.CharField(max_length=9, unique=True)
    joining_until = models.DateTimeField(null=True, blank=True)
    # Which notice the guardians got before the class was first opened, and when the teacher said so.
    notice_version = models.CharField(max_length=10, blank=True, default="")
    notice_given_at = models.DateTimeField(null=True, blank=True)
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


class PhoneRequest(models.Model):
    """A phone asks to be a child's, and a teacher decides. `session` is there once it was approved.

    The child names only the animal of their tile; which child it is, the teacher says.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="phone_requests")
    device = models.UUIDField()
    avatar = models.CharField(max_length=20)
    code = models.CharField(max_length=4)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    expires_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.id)

    @property
    def state(self) -> str:
        """waiting, approved, refused or expired; approved expires too, once nobody fetched it."""
        if self.expires_at <= clock.now():
            return "expired"
        if self.session is not None:
            return "approved"
        return "refused" if self.decided_at else "waiting"
