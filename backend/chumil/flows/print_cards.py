"""A teacher prints sign-in cards."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from chumil.accounts.models import User
from chumil.accounts.services import issue_cards
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.classes.cards import Card, sheet
from chumil.classes.models import Classroom
from chumil.classes.selectors import pupils_of
from chumil.common.errors import not_found


def print_cards(*, classroom: Classroom, children: Collection[UUID] | None, origin: str, by: User) -> bytes:
    """A PDF with a fresh card for the chosen children, or for all; their old cards stop working.

    `not_found` when one of them is not of this class. The secrets are in the PDF and nowhere else.
    """
    with transaction.atomic():
        pupils = pupils_of(classroom)
        chosen = list(pupils if children is None else pupils.filter(pk__in=children))
        if children is not None and len(chosen) != len(set(children)):
            raise not_found()
        secrets = issue_cards(children=chosen)
        record(Action.CARDS_PRINTED, by=by.pk, classroom=classroom.pk, children=[child.pk for child in chosen])
    cards = [
        Card(child.nickname, child.avatar, f"{origin.rstrip('/')}/#/card/{secret}")
        for child, secret in zip(chosen, secrets, strict=True)
    ]
    return sheet(classroom.name, cards)
