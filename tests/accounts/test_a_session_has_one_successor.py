"""security.md (22): a refresh token is good once; whoever uses an old one ends the session."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from chumil.accounts import services
from chumil.accounts.models import Session
from chumil.accounts.selectors import live_session
from chumil.common.errors import DomainError


@pytest.fixture
def session(marta, frozen_clock):
    return services.start_session(owner=marta, device=uuid4())


def refresh(session, generation):
    return services.refresh_session(session_id=session.pk, generation=generation)


def test_a_refresh_moves_the_session_on(session):
    assert refresh(session, 0).generation == 1


def test_a_second_tab_may_ask_within_a_minute_although_the_first_goes_on(session, frozen_clock):
    services.note_use(session=refresh(session, 0), generation=1)
    frozen_clock.advance(seconds=60)
    assert refresh(session, 0).generation == 1


def test_a_phone_that_lost_the_answer_may_come_back_after_weeks(session, frozen_clock):
    refresh(session, 0)
    frozen_clock.advance(days=40)
    assert refresh(session, 0).generation == 1
    assert refresh(session, 1).generation == 2


def test_an_old_token_after_its_successor_was_used_ends_the_session_for_everybody(session, frozen_clock):
    services.note_use(session=refresh(session, 0), generation=1)
    frozen_clock.advance(seconds=61)
    with pytest.raises(DomainError, match="session_ended"):
        refresh(session, 0)
    with pytest.raises(DomainError, match="session_ended"):
        refresh(session, 1)


def test_a_token_two_generations_old_ends_the_session_even_within_the_minute(session):
    refresh(session, 0)
    refresh(session, 1)
    with pytest.raises(DomainError, match="session_ended"):
        refresh(session, 0)
    assert live_session(session.pk) is None


def test_a_session_slides_but_not_beyond_its_absolute_end(session, frozen_clock):
    for generation in range(3):
        frozen_clock.advance(days=130)
        renewed = refresh(session, generation)
    assert renewed.expires_at == renewed.absolute_expires_at
    frozen_clock.advance(days=11)
    with pytest.raises(DomainError, match="session_ended"):
        refresh(session, 3)


def test_a_session_unused_for_half_a_year_has_ended(session, frozen_clock):
    frozen_clock.advance(days=181)
    with pytest.raises(DomainError, match="session_ended"):
        refresh(session, 0)


def test_a_deactivated_teacher_cannot_refresh(session, marta):
    marta.is_active = False
    marta.save()
    with pytest.raises(DomainError, match="session_ended"):
        refresh(session, 0)


def test_an_unknown_session_is_refused(db):
    with pytest.raises(DomainError, match="session_ended"):
        services.refresh_session(session_id=uuid4(), generation=0)


def refreshed_at_once(session, phones):
    barrier = Barrier(phones, timeout=20)

    def one(_):
        barrier.wait()
        try:
            return refresh(session, 0).generation
        finally:
            connection.close()

    with ThreadPoolExecutor(phones) as pool:
        return list(pool.map(one, range(phones)))


@pytest.mark.django_db(transaction=True)
def test_eight_refreshes_at_once_get_one_and_the_same_successor(marta):
    session = services.start_session(owner=marta, device=uuid4())
    assert refreshed_at_once(session, 8) == [1] * 8
    assert Session.objects.get().generation == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_compare_and_swap_the_token_forks(marta, monkeypatch):
    """The negative control: the test above does see the race."""
    barrier = Barrier(2, timeout=20)  # two, because each holds one of the pool's connections meanwhile

    def check_then_act(session_id, generation):
        found = Session.objects.filter(pk=session_id, generation=generation).first()
        barrier.wait()
        Session.objects.filter(pk=session_id).update(generation=services.F("generation") + 1)
        return found is not None

    monkeypatch.setattr(services, "_compare_and_swap", check_then_act)
    session = services.start_session(owner=marta, device=uuid4())
    assert refreshed_at_once(session, 2) != [1] * 2
