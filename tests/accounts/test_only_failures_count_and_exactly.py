"""security.md (15, 17): limits hold under concurrency and never punish success."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from chumil.accounts.limits import Limit, counting_failures
from chumil.accounts.models import FailureCount
from chumil.common.errors import DomainError, ErrorCode

FIVE = Limit("test", 5, timedelta(minutes=10))


def fail(subject="somebody"):
    with counting_failures((FIVE, subject)):
        raise DomainError(ErrorCode.BAD_CREDENTIALS, status=401)


def code_of_a_failure(subject="somebody"):
    try:
        fail(subject)
    except DomainError as refusal:
        return refusal.code


@pytest.mark.usefixtures("db", "frozen_clock")
def test_the_sixth_failure_in_a_window_is_not_even_tried():
    codes = [code_of_a_failure() for _ in range(7)]
    assert codes == [ErrorCode.BAD_CREDENTIALS] * 5 + [ErrorCode.TOO_MANY_ATTEMPTS] * 2


@pytest.mark.usefixtures("db", "frozen_clock")
def test_success_never_counts():
    for _ in range(600):
        with counting_failures((FIVE, "school")):
            pass
    assert code_of_a_failure("school") == ErrorCode.BAD_CREDENTIALS


@pytest.mark.usefixtures("db", "frozen_clock")
def test_a_fault_of_the_server_is_no_failure_of_the_person():
    for _ in range(6):
        with pytest.raises(ZeroDivisionError), counting_failures((FIVE, "somebody")):
            _ = 1 / 0
    assert code_of_a_failure() == ErrorCode.BAD_CREDENTIALS


@pytest.mark.usefixtures("db", "frozen_clock")
def test_one_exhausted_subject_does_not_use_up_the_others():
    for _ in range(5):
        fail_quietly("phone")
    for _ in range(6):
        with pytest.raises(DomainError, match="too_many"), counting_failures((FIVE, "phone"), (FIVE, "school")):
            pass
    assert code_of_a_failure("school") == ErrorCode.BAD_CREDENTIALS


def fail_quietly(subject):
    assert code_of_a_failure(subject) == ErrorCode.BAD_CREDENTIALS


@pytest.mark.usefixtures("db")
def test_the_next_window_starts_fresh_and_forgets_the_last(frozen_clock):
    for _ in range(6):
        code_of_a_failure()
    frozen_clock.advance(minutes=10)
    assert code_of_a_failure() == ErrorCode.BAD_CREDENTIALS
    assert FailureCount.objects.count() == 1


@pytest.mark.usefixtures("db", "frozen_clock")
def test_the_refusal_says_when_to_come_back():
    for _ in range(5):
        fail_quietly("somebody")
    with pytest.raises(DomainError) as refusal:
        fail()
    assert refusal.value.retry_after == 600


@pytest.mark.usefixtures("db", "frozen_clock")
def test_no_address_is_stored():
    fail_quietly("203.0.113.7")
    assert "203.0.113" not in str(FailureCount.objects.values())


@pytest.mark.django_db(transaction=True)
def test_of_forty_tries_at_once_exactly_five_pass(frozen_clock):
    barrier = Barrier(40, timeout=20)

    def one(_):
        barrier.wait()
        try:
            return code_of_a_failure()
        finally:
            connection.close()

    with ThreadPoolExecutor(40) as pool:
        codes = list(pool.map(one, range(40)))
    assert codes.count(ErrorCode.BAD_CREDENTIALS) == 5
    assert codes.count(ErrorCode.TOO_MANY_ATTEMPTS) == 35
