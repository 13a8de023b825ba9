"""Writes: classes, their joining window, who is in them."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from chumil.accounts.models import Child, User
from chumil.classes.codes import new_code
from chumil.classes.models import Classroom, Enrolment, Teaching
from chumil.common import clock


@transaction.atomic
def create_classroom(*, teacher: User, name: str, tier: str) -> Classroom:
    """An empty class, closed for joining, owned by this teacher."""
    classroom = Classroom.objects.create(name=name, tier=tier, code=_unused_code())
    Teaching.objects.create(classroom=classroom, user=teacher, role=Teaching.Role.OWNER)
    return classroom


def enrol(*, classroom: Classroom, children: Sequence[Child]) -> None:
    """Puts children into a class; each must be in none."""
    Enrolment.objects.bulk_create(Enrolment(classroom=classroom, child=child) for child in children)


def set_joining(*, classroom: Classroom, is_open: bool) -> Classroom:
    """Opens the joining window for two hours from now, or closes it."""
    classroom.joining_until = clock.now() + settings.JOINING_WINDOW if is_open else None
    classroom.save(update_fields=["joining_until"])
    return classroom


def _unused_code() -> str:
    code = new_code()
    while Classroom.objects.filter(code=code).exists():
        code = new_code()
    return code
