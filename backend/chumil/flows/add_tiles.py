"""A teacher gets more tiles for a class that has grown."""

from django.db import transaction

from chumil.accounts import nicknames
from chumil.accounts.models import User
from chumil.accounts.services import create_tiles
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.classes.models import Classroom
from chumil.classes.selectors import nicknames_in
from chumil.classes.services import enrol, refuse_overfull


@transaction.atomic
def add_tiles(*, classroom: Classroom, pupils: int, by: User) -> None:
    """As many new tiles, with nicknames the class does not have yet; `class_full` (409) beyond 60 in all."""
    refuse_overfull(classroom=classroom, more=pupils)
    drawn = nicknames.draw(pupils, taken=nicknames_in(classroom))
    enrol(classroom=classroom, children=create_tiles(nicknames=drawn, tier=classroom.tier))
    record(Action.TILES_ADDED, by=by.pk, classroom=classroom.pk)
