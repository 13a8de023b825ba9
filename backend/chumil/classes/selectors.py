"""Reads of classes."""

from django.db.models import Count, Q, QuerySet

from chumil.accounts.models import Child, User
from chumil.classes.codes import normal
from chumil.classes.models import Classroom
from chumil.common import clock

_HERE = Q(enrolments__left_at__isnull=True, enrolments__child__erased_at__isnull=True)


def classes_of(teacher: User) -> QuerySet[Classroom]:
    """The classes this teacher may see, newest first, each with its number of `pupils`."""
    mine = Classroom.objects.filter(teachings__user=teacher, archived_at=None)
    return mine.annotate(pupils=Count("enrolments", filter=_HERE)).order_by("-id")


def pupils_of(classroom: Classroom) -> QuerySet[Child]:
    """The children and free tiles of a class now, by nickname."""
    return Child.objects.filter(enrolments__classroom=classroom, enrolments__left_at=None, erased_at=None).order_by(
        "nickname", "id"
    )


def free_tiles(classroom: Classroom) -> QuerySet[Child]:
    """The tiles that nobody has claimed: all that a joining phone may see."""
    return pupils_of(classroom).filter(claimed_at=None)


def open_classroom(code: str) -> Classroom | None:
    """The class with this code while its joining window is open. Always one query."""
    return Classroom.objects.filter(code=normal(code), joining_until__gt=clock.now(), archived_at=None).first()


def classroom_of(child: Child) -> Classroom | None:
    """The class a child is in now."""
    return Classroom.objects.filter(enrolments__child=child, enrolments__left_at=None).first()
