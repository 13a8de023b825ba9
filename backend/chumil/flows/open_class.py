"""A teacher makes a class with its free tiles."""

from django.db import transaction

from chumil.accounts import nicknames
from chumil.accounts.models import User
from chumil.accounts.services import create_tiles
from chumil.classes.models import Classroom
from chumil.classes.services import create_classroom, enrol


@transaction.atomic
def open_class(*, teacher: User, name: str, tier: str, pupils: int) -> Classroom:
    """The new class; the server makes the nicknames, so the teacher gives only a number."""
    classroom = create_classroom(teacher=teacher, name=name, tier=tier)
    enrol(classroom=classroom, children=create_tiles(nicknames=nicknames.draw(pupils), tier=tier))
    return classroom
