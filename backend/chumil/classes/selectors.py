"""Reads of classes."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from chumil.accounts.limits import CLASS, is_spent
from chumil.accounts.models import Card, Child, User
from chumil.accounts.selectors import is_live
from chumil.classes.codes import normal
from chumil.classes.models import Classroom, PhoneRequest, Teaching
from chumil.common import clock

_HERE = Q(enrolments__left_at__isnull=True, enrolments__child__erased_at__isnull=True)


def all_classes_of(teacher: User) -> QuerySet[Classroom]:
    """The classes this teacher may see, archived ones too, newest first, each with its number of `pupils`."""
    mine = Classroom.objects.filter(teachings__user=teacher)
    return mine.annotate(pupils=Count("enrolments", filter=_HERE)).order_by("-id")


def classes_of(teacher: User) -> QuerySet[Classroom]:
    """Those that are not archived."""
    return all_classes_of(teacher).filter(archived_at=None)


def archived_classes_of(teacher: User) -> QuerySet[Classroom]:
    """Those that are."""
    return all_classes_of(teacher).exclude(archived_at=None)


def teachings_of(classroom: Classroom) -> QuerySet[Teaching]:
    """Who teaches a class, the owner first."""
    return Teaching.objects.filter(classroom=classroom).select_related("user").order_by("id")


def pupils_of(classroom: Classroom) -> QuerySet[Child]:
    """The children and free tiles of a class now, by nickname."""
    return Child.objects.filter(enrolments__classroom=classroom, enrolments__left_at=None, erased_at=None).order_by(
        "nickname", "id"
    )


def pupils_of_teacher(teacher: User) -> QuerySet[Child]:
    """The children and free tiles of all the classes of a teacher that are not archived."""
    return Child.objects.filter(
        enrolments__classroom__in=classes_of(teacher).values("pk"), enrolments__left_at=None, erased_at=None
    )


def tiles_of(classroom: Classroom) -> QuerySet[Child]:
    """The same, each with its number of `phones` signed in and whether it `has_card`."""
    card = Card.objects.filter(child=OuterRef("pk"), revoked_at=None)
    phones = Count("sessions", filter=is_live("sessions__"), distinct=True)
    return pupils_of(classroom).annotate(phones=phones, has_card=Exists(card))


def nicknames_in(classroom: Classroom, besides: Child | None = None) -> set[str]:
    """The nicknames that nobody else in this class may get."""
    others = pupils_of(classroom).exclude(pk__in=[besides.pk] if besides else [])
    return set(others.values_list("nickname", flat=True))


def free_tiles(classroom: Classroom) -> QuerySet[Child]:
    """The tiles that nobody has claimed: all that a joining phone may see."""
    return pupils_of(classroom).filter(claimed_at=None)


def open_classroom(code: str) -> Classroom | None:
    """The class with this code while its joining window is open. Always one query."""
    return Classroom.objects.filter(code=normal(code), joining_until__gt=clock.now(), archived_at=None).first()


def classroom_of(child: Child) -> Classroom | None:
    """The class a child is in now."""
    return Classroom.objects.filter(enrolments__child=child, enrolments__left_at=None).first()


def requests_of(classroom: Classroom) -> QuerySet[PhoneRequest]:
    """The phones that wait for a teacher's word, newest first."""
    return PhoneRequest.objects.filter(classroom=classroom, decided_at=None, expires_at__gt=clock.now()).order_by("-id")


def waiting_request(classroom: Classroom, device: UUID, avatar: str) -> PhoneRequest | None:
    """The request that this phone made already."""
    return requests_of(classroom).filter(device=device, avatar=avatar).first()


@dataclass(frozen=True, slots=True)
class AskingPhone:
    """A request, and the children of the class whom it can be about."""

    request: PhoneRequest
    children: list[Child]


@dataclass(frozen=True, slots=True)
class Asking:
    """What a teacher sees of phones that ask; `paused` when so many asked in vain that no more are heard."""

    phones: list[AskingPhone]
    paused: bool


def asking(classroom: Classroom) -> Asking:
    """Three queries, whatever asks."""
    requests = list(requests_of(classroom))
    pupils = list(pupils_of(classroom))
    phones = [AskingPhone(each, [child for child in pupils if child.avatar == each.avatar]) for each in requests]
    return Asking(phones, is_spent(CLASS, str(classroom.pk)))
