"""The only way to a class by its id."""

from uuid import UUID

from chumil.accounts.models import User
from chumil.classes.models import Classroom
from chumil.classes.selectors import classes_of
from chumil.common.errors import not_found


def classroom_for(teacher: User, classroom_id: UUID) -> Classroom:
    """A class of this teacher, with its number of `pupils`; `not_found` when there is none or it is not theirs."""
    classroom = classes_of(teacher).filter(pk=classroom_id).first()
    if classroom is None:
        raise not_found()
    return classroom
