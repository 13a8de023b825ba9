"""Limits on guessing. Only failures count, exactly, however many come at once."""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import F

from chumil.accounts.models import FailureCount
from chumil.common import clock
from chumil.common.errors import DomainError, ErrorCode

_COUNT_ONE = """
    INSERT INTO accounts_failurecount ("key", "count", expires_at) VALUES (%s, 1, %s)
    ON CONFLICT ("key") DO UPDATE SET "count" = accounts_failurecount."count" + 1
    RETURNING "count"
"""


@dataclass(frozen=True)
class Limit:
    """At most `failures` in each window of time."""

    name: str
    failures: int
    window: timedelta


ACCOUNT = Limit("account", 10, timedelta(minutes=15))
DEVICE = Limit("device", 30, timedelta(hours=1))
# Phones that asked for a class and were not let in.
CLASS = Limit("class", 60, timedelta(hours=1))
# E-mail addresses that an owner tried as a co-teacher.
INVITER = Limit("inviter", 10, timedelta(hours=1))
# Children whose data one teacher took out.
EXPORT = Limit("export", 10, timedelta(days=1))
# Mails to one address, asked for by anyone.
MAIL = Limit("mail", 5, timedelta(hours=1))
# A whole school stands behind one address: this only stops a machine.
NETWORK = Limit("network", 3000, timedelta(minutes=10))


@contextmanager
def counting_failures(*subjects: tuple[Limit, str]) -> Iterator[None]:
    """Counts a DomainError raised inside as a failure of each subject.

    The failure is written down before the try and taken back when there was none: counting
    afterwards would let many tries pass at once. Raises `too_many_attempts` (429) when a
    subject has no try left. Must not run inside a transaction that a failure rolls back.
    """
    buckets = _take(subjects)
    failed = False
    try:
        yield
    except DomainError:
        failed = True
        raise
    finally:
        if not failed:
            _give_back(buckets)


def spend(*subjects: tuple[Limit, str]) -> None:
    """Counts one for each subject, whatever comes of it; `too_many_attempts` (429) when one has none left."""
    _take(subjects)


def give_back(*subjects: tuple[Limit, str], at: datetime) -> None:
    """Takes back what was spent at `at`, because it turned out well."""
    _give_back([_Bucket.of(limit, subject, at) for limit, subject in subjects])


def is_spent(limit: Limit, subject: str) -> bool:
    """Whether the subject has no try left in this window."""
    bucket = _Bucket.of(limit, subject, clock.now())
    return FailureCount.objects.filter(key=bucket.key, count__gte=limit.failures).exists()


def _take(subjects: Sequence[tuple[Limit, str]]) -> list["_Bucket"]:
    buckets = [_Bucket.of(limit, subject, clock.now()) for limit, subject in subjects]
    taken = [bucket for bucket in buckets if bucket.take()]
    if len(taken) < len(buckets):
        _give_back(taken)
        retry_after = max(bucket.seconds_left() for bucket in buckets if bucket not in taken)
        raise DomainError(ErrorCode.TOO_MANY_ATTEMPTS, status=429, retry_after=retry_after)
    return buckets


@dataclass(frozen=True)
class _Bucket:
    key: str
    failures: int
    expires_at: datetime

    @classmethod
    def of(cls, limit: Limit, subject: str, at: datetime) -> "_Bucket":
        seconds = int(limit.window.total_seconds())
        window = int(at.timestamp()) // seconds
        text = f"{limit.name}:{window}:{subject}".encode()
        key = hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()
        return cls(key, limit.failures, datetime.fromtimestamp((window + 1) * seconds, UTC))

    def take(self) -> bool:
        """Counts one more; whether it was still within the limit."""
        with connection.cursor() as cursor:
            expires_at = connection.ops.adapt_datetimefield_value(self.expires_at)
            cursor.execute(_COUNT_ONE, [self.key, expires_at])
            count: int = cursor.fetchone()[0]
        if count == 1:
            FailureCount.objects.filter(expires_at__lte=clock.now()).delete()
        return count <= self.failures

    def seconds_left(self) -> int:
        return max(1, int((self.expires_at - clock.now()).total_seconds()))


def _give_back(buckets: list[_Bucket]) -> None:
    keys = [bucket.key for bucket in buckets]
    FailureCount.objects.filter(key__in=keys, count__gt=0).update(count=F("count") - 1)
