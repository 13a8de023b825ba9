"""A child with a row in every table, and the ways that lead to one."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db.models import ForeignObjectRel, Model, UUIDField

from builders import NOON, SAFE, make_attempt_item, make_pack, published
from chumil.accounts.models import Card, Child, Session
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.classes.models import Classroom, PhoneRequest
from chumil.common import clock
from chumil.flows.sync import sync
from chumil.play.models import Attempt, Credit, Quarantine, RefusalCount, UnknownVersion

CANARY = "Canario-7319"
"""Stands in every text of the child."""
CANARY_ID = UUID("73190000-7319-4319-8319-731900007319")


def ours() -> list[type[Model]]:
    """The models of this project."""
    return [model for model in apps.get_models() if model.__module__.startswith("chumil.")]


def ways_to_a_child(target: type[Model] = Child, tail: str = "") -> Iterator[tuple[type[Model], str]]:
    """Every model from which foreign keys lead to a child, with the lookup that does."""
    relations = target._meta.get_fields(include_hidden=True)
    for relation in (each for each in relations if isinstance(each, ForeignObjectRel)):
        way = f"{relation.field.name}__{tail}" if tail else relation.field.name
        yield relation.related_model, way
        yield from ways_to_a_child(relation.related_model, way)


def loose_keys() -> set[str]:
    """The columns that could hold somebody's key without being a foreign key."""
    return {
        f"{model._meta.label}.{each.name}"
        for model in ours()
        for each in model._meta.concrete_fields
        if isinstance(each, UUIDField) and not each.primary_key
    }


def fill(child: Child, classroom: Classroom) -> None:
    """A row in every table that leads to the child, with the canary in every text."""
    plain, sensitive = published(make_pack(), make_pack("delicada", content_note="Trata de algo difícil."))
    items = [make_attempt_item(child.pk, each.pk, SAFE) for each in (plain, sensitive)]
    junk = {**make_attempt_item(child.pk, plain.pk, ["fly"]), "note": CANARY}
    sync(child=child.pk, client_now=NOON, items=[*items, junk, make_attempt_item(child.pk, "0" * 64)])
    Attempt.objects.filter(child=child).update(ending=CANARY)
    Child.objects.filter(pk=child.pk).update(nickname=CANARY, avatar=CANARY)
    Credit.objects.create(attempt=Attempt.objects.filter(child=child)[0], child=child)
    Quarantine.objects.filter(child=child).update(client_id=CANARY_ID)
    RefusalCount.objects.create(child=child, code=CANARY, count=3)
    Card.objects.create(child=child, secret_hash=CANARY)
    session = Session.objects.create(
        child=child,
        device=CANARY_ID,
        created_at=clock.now(),
        refreshed_at=clock.now(),
        last_seen_day=clock.now().date(),
        expires_at=clock.now() + timedelta(days=180),
        absolute_expires_at=clock.now() + timedelta(days=400),
    )
    PhoneRequest.objects.create(
        classroom=classroom,
        device=CANARY_ID,
        avatar=CANARY,
        code="0000",
        expires_at=clock.now(),
        session=session,
    )
    record(Action.CARDS_PRINTED, by=uuid4(), classroom=classroom.pk, children=[child.pk])
    assert UnknownVersion.objects.filter(child=child).exists()


def dump() -> str:
    """Every value of every row of every table."""
    rows: list[Any] = [row for model in ours() for row in model._base_manager.values_list()]
    return "\n".join(map(str, rows))
