"""Full, read-only or out of connections: the phone is told to come back, nothing is lost, nobody restarts anything."""

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from django.db import connection

from chaos.servers import ROOT

sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="a disk is filled under SQLite")
postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL has these troubles")


@cache
def can_mount() -> bool:
    """Whether this account may mount a small disk; in a namespace that ends at once."""
    probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return os.geteuid() == 0 and subprocess.run(probe, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param("full", marks=[sqlite, pytest.mark.skipif(not can_mount(), reason="only root mounts a disk")]),
        pytest.param("read-only", marks=postgresql),
        pytest.param("connections", marks=postgresql),
    ],
)
def test_the_phone_is_told_to_come_back_and_the_server_recovers_by_itself(trouble: str) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / each) for each in ("backend", "tests"))}
    command = [sys.executable, "-m", "chaos.trouble", trouble]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    heard: dict[str, Any] = json.loads(done.stdout)
    assert heard["before"] == [200, None]
    for refusal in (heard["during"], heard["again"]):
        assert refusal[0] == 503
        assert int(refusal[1]) > 0
    assert heard["after"] == [200, None]
    assert heard["lost"] == []
    assert heard["stored"] >= 2
