"""Nobody is in before somebody was let in, and nothing in the repository opens a door."""

import re

import pytest

from architecture.repository import committed_files, text_of
from builders import published
from chumil.accounts.models import Child, User

SECRETS = re.compile(
    r"AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abp]-[0-9A-Za-z-]{10,}|sk_live_[0-9A-Za-z]{20,}|"
    r"AIza[0-9A-Za-z_-]{35}|eyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}|"
    r"(?:postgres|postgresql|mysql|smtp)://[^\s:/@$<{]+:(?!password@)[^\s@$<{]{6,}@(?!db\.example)"
)


@pytest.mark.asvs(10)
def test_a_fresh_database_has_nobody_and_stories_bring_nobody(db):
    published()
    assert not User.objects.exists()
    assert not Child.objects.exists()


@pytest.mark.asvs(39)
def test_no_secret_is_committed():
    found = [f"{path}: {hit.group()[:12]}" for path in committed_files() if (hit := SECRETS.search(text_of(path)))]
    assert found == []


@pytest.mark.asvs(39)
@pytest.mark.parametrize(
    "text", ["AKIA" + "ABCDEFGHIJKLMNOP", "ghp" + "_" + "a" * 36, "postgresql://chumil:" + "hunter22@10.0.0.5/chumil"]
)
def test_such_a_secret_would_be_seen(text):
    assert SECRETS.search(text)
