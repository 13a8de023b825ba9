"""security.md (37, 38): a server that is not safe does not start, and says which variable is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "CHUMIL_ENV": "production",
    "CHUMIL_SECRET_KEY": "s3cr3t-Key/" * 6,
    "CHUMIL_JWT_KEY": "another-K3y/" * 6,
    "CHUMIL_ALLOWED_HOSTS": "chumil.example",
    "CHUMIL_DATABASE_URL": "postgresql://chumil@db.example/chumil",
    "CHUMIL_PROXIES": "1",
}


def django(tmp_path, *arguments, **changes):
    environment = {"PATH": os.environ["PATH"], "CHUMIL_VAR": str(tmp_path), **GOOD, **changes}
    command = [sys.executable, str(ROOT / "backend/manage.py"), *arguments]
    return subprocess.run(
        command,
        env={key: value for key, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_good_production_passes_djangos_own_deployment_check(tmp_path):
    run = django(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CHUMIL_ENV", "prod"),
        ("CHUMIL_DEBUG", "1"),
        ("CHUMIL_DEBUG", "yes"),
        ("CHUMIL_SECRET_KEY", None),
        ("CHUMIL_SECRET_KEY", "short"),
        ("CHUMIL_JWT_KEY", None),
        ("CHUMIL_JWT_KEY", GOOD["CHUMIL_SECRET_KEY"]),
        ("CHUMIL_ALLOWED_HOSTS", None),
        ("CHUMIL_ALLOWED_HOSTS", "*"),
        ("CHUMIL_ALLOWED_HOSTS", ".chumil.example"),
        ("CHUMIL_CORS_ORIGINS", "*"),
        ("CHUMIL_DATABASE_URL", None),
        ("CHUMIL_DATABASE_URL", "mysql://db.example/chumil"),
        ("CHUMIL_PROXIES", "many"),
    ],
)
def test_it_does_not_start_with(tmp_path, variable, value):
    run = django(tmp_path, "check", **{variable: value})
    assert run.returncode != 0
    assert variable in run.stderr or "CORS_ALLOWED_ORIGINS" in run.stderr


def test_sqlite_needs_to_be_meant(tmp_path):
    run = django(tmp_path, "check", CHUMIL_DATABASE_URL=None, CHUMIL_SQLITE_IN_PRODUCTION="1")
    assert run.returncode == 0, run.stderr


def test_the_demo_is_not_to_be_had(tmp_path):
    meant = {"CHUMIL_DATABASE_URL": None, "CHUMIL_SQLITE_IN_PRODUCTION": "1"}
    assert django(tmp_path, "migrate", **meant).returncode == 0
    run = django(tmp_path, "loaddata", "demo", **meant)
    assert run.returncode != 0
    assert "demo" in run.stderr
