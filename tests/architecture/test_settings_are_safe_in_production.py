"""Production starts only with safe settings; each unsafe one stops it with a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from architecture.repository import ROOT

SAFE = {
    "CHUMIL_ENV": "production",
    "CHUMIL_SECRET_KEY": "a" * 20 + "b2c3d4e5f6g7h8i9j0klmnopqrstuvwxyz",
    "CHUMIL_JWT_KEY": "z" * 20 + "y9x8w7v6u5t4s3r2q1ponmlkjihgfedcba",
    "CHUMIL_ALLOWED_HOSTS": "chumil.example.org",
    "CHUMIL_DATABASE_URL": "postgresql://chumil:secret@database:5432/chumil",
    "CHUMIL_PROXIES": "1",
}
UNSAFE = {
    "no secret key": ({"CHUMIL_SECRET_KEY": ""}, "CHUMIL_SECRET_KEY"),
    "a short secret key": ({"CHUMIL_SECRET_KEY": "short"}, "CHUMIL_SECRET_KEY"),
    "no signing key": ({"CHUMIL_JWT_KEY": ""}, "CHUMIL_JWT_KEY"),
    "one key for both": ({"CHUMIL_JWT_KEY": SAFE["CHUMIL_SECRET_KEY"]}, "CHUMIL_JWT_KEY"),
    "any host": ({"CHUMIL_ALLOWED_HOSTS": "*"}, "CHUMIL_ALLOWED_HOSTS"),
    "no host": ({"CHUMIL_ALLOWED_HOSTS": ""}, "CHUMIL_ALLOWED_HOSTS"),
    "debug": ({"CHUMIL_DEBUG": "1"}, "CHUMIL_DEBUG"),
    "SQLite unasked": ({"CHUMIL_DATABASE_URL": "sqlite:///chumil.sqlite3"}, "CHUMIL_DATABASE_URL"),
    "an unknown environment": ({"CHUMIL_ENV": "live"}, "CHUMIL_ENV"),
}
SHOW = """
from django.conf import settings
print(settings.DEBUG, settings.FIXTURE_DIRS, settings.CORS_ALLOWED_ORIGINS, settings.SECURE_SSL_REDIRECT)
print(getattr(settings, "CORS_ALLOW_ALL_ORIGINS", False), settings.DATABASES["default"].get("ATOMIC_REQUESTS", False))
print(settings.AUTH_USER_MODEL, "rest_framework_simplejwt.token_blacklist" in settings.INSTALLED_APPS)
"""


def manage(tmp_path: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "backend" / "manage.py", *command],
        env=SAFE | {"PYTHONPATH": str(ROOT / "backend"), "CHUMIL_VAR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_passes_djangos_own_deployment_check(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


def test_production_has_no_debug_no_demo_and_no_open_door(tmp_path: Path) -> None:
    done = manage(tmp_path, "shell", "--no-imports", "--command", SHOW)
    assert done.stdout.splitlines() == ["False [] [] True", "False False", "accounts.User False"], done.stderr


def test_production_refuses_the_demo_data(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'real.sqlite3'}"
    done = manage(tmp_path, "loaddata", "demo", CHUMIL_DATABASE_URL=database, CHUMIL_SQLITE_IN_PRODUCTION="1")
    assert done.returncode != 0
    assert "No fixture named 'demo' found" in done.stderr


@pytest.mark.parametrize("name", UNSAFE)
def test_production_does_not_start_with(name: str, tmp_path: Path) -> None:
    environment, variable = UNSAFE[name]
    done = manage(tmp_path, "check", **environment)
    assert done.returncode != 0
    assert variable in done.stderr
