"""The only way to a class, and to what is in it, by id. "None" and "not yours" are one answer: `not_found`."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from chumil.accounts.models import Child, User
from chumil.classes.models import Classroom, PhoneRequest, Teaching
from chumil.classes.selectors import all_classes_of, classes_of, pupils_of, pupils_of_teacher, requests_of
from chumil.common.errors import not_found

Found = TypeVar("Found", bound=Model)


def classroom_for(teacher: User, classroom_id: UUID) -> Classroom:
    """A class of this teacher, not archived, with its number of `pupils`."""
    return _one(classes_of(teacher), classroom_id)


def any_classroom_for(teacher: User, classroom_id: UUID) -> Classroom:
    """The same, archived or not."""
    return _one(all_classes_of(teacher), classroom_id)


def owned_classroom_for(teacher: User, classroom_id: UUID) -> Classroom:
    """A class this teacher owns, archived or not."""
    owned = Teaching.objects.filter(user=teacher, role=Teaching.Role.OWNER)
    return _one(all_classes_of(teacher).filter(pk__in=owned.values("classroom")), classroom_id)


def teaching_of(teacher: User, classroom: Classroom) -> Teaching:
    """In which role this teacher teaches the class."""
    return Teaching.objects.get(classroom=classroom, user=teacher)


def child_in(classroom: Classroom, child_id: UUID) -> Child:
    """A child, or free tile, of this class."""
    return _one(pupils_of(classroom), child_id)


def child_of_teacher(teacher: User, child_id: UUID) -> Child:
    """A child, or free tile, of any class of this teacher that is not archived."""
    return _one(pupils_of_teacher(teacher), child_id)


def request_to(classroom: Classroom, request_id: UUID) -> PhoneRequest:
    """A phone that waits for a word of this class's teachers."""
    return _one(requests_of(classroom), request_id)


def _one(candidates: QuerySet[Found], key: UUID) -> Found:
    found = candidates.filter(pk=key).first()
    if found is None:
        raise not_found()
    return found
