"""What was recorded stays recorded: the database refuses to change or delete it."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from chumil.audit.actions import Action
from chumil.audit.models import AuditEvent
from chumil.audit.services import record

pytestmark = pytest.mark.asvs(48)
ACTOR, CLASSROOM = uuid4(), uuid4()


@pytest.fixture
def event(db):
    record(Action.CODE_CHANGED, by=ACTOR, classroom=CLASSROOM)
    return AuditEvent.objects.get()


@pytest.mark.parametrize("write", [lambda rows: rows.update(actor=uuid4()), lambda rows: rows.delete()])
def test_an_event_can_be_neither_changed_nor_deleted(event, write):
    with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        write(AuditEvent.objects.filter(pk=event.pk))
    assert AuditEvent.objects.get().actor == ACTOR


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_leaves_the_guards_standing():
    record(Action.CODE_CHANGED, by=ACTOR)
    with pytest.raises(DatabaseError, match="append only"):
        AuditEvent.objects.all().delete()


def test_what_concerns_several_children_is_told_of_each(db):
    children = {uuid4(), uuid4()}
    record(Action.CARDS_PRINTED, by=ACTOR, classroom=CLASSROOM, children=children)
    assert set(AuditEvent.objects.values_list("child", flat=True)) == children


def test_what_is_undone_leaves_no_event(db):
    with transaction.atomic():
        record(Action.CODE_CHANGED, by=ACTOR)
        transaction.set_rollback(True)
    assert not AuditEvent.objects.exists()


def test_a_code_fits_its_column():
    assert max(map(len, Action)) <= AuditEvent._meta.get_field("action").max_length
