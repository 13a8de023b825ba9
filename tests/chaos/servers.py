"""The things that get killed: gunicorn with all its workers, and PostgreSQL."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


def free_port() -> int:
    """A port of 127.0.0.1 that nobody holds now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Gunicorn:
    """Chumil as production runs it, in a process group of its own."""

    log: Path
    port: int = field(default_factory=free_port)
    kills: int = 0
    _process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Waits until it answers; a port still held by killed workers is waited for."""
        for _ in range(int(PATIENCE / 0.1)):
            if self._process is None or self._process.poll() is not None:
                self._launch()
            if await self._answers():
                return
            await asyncio.sleep(0.1)
        raise TimeoutError(f"gunicorn does not answer, see {self.log}")

    def kill(self) -> None:
        """SIGKILL to master and workers at once: nobody gets to finish anything."""
        if self._process is None:
            return
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None
        self.kills += 1

    def _launch(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "deploy" / "gunicorn.py")]
        command += [
            "--bind",
            f"127.0.0.1:{self.port}",
            "--workers",
            "2",
            "--preload",
            "--no-control-socket",
            "chumil.config.wsgi",
        ]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)

    async def _answers(self) -> bool:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.write(b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            answer = await asyncio.wait_for(reader.read(), 5)
            writer.close()
        except (OSError, TimeoutError):
            return False
        return answer.startswith(b"HTTP/1.1 200")


@dataclass
class Postgres:
    """A PostgreSQL of its own, so that crashing it hurts nobody."""

    home: Path
    crashes: int = 0
    _env: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._env = {**os.environ, "CHUMIL_POSTGRES": str(self.home), "CHUMIL_POSTGRES_PORT": str(free_port())}

    def start(self) -> str:
        """Its address for CHUMIL_DATABASE_URL."""
        self._do("start")
        return self._do("url").strip()

    def allow_loss(self) -> None:
        """Lets a commit be answered before it is durable: the bug that a crash must bring to light."""
        with psycopg.connect(self._do("url").strip(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET synchronous_commit = off")
            connection.execute("ALTER SYSTEM SET wal_writer_delay = '10s'")
            connection.execute("SELECT pg_reload_conf()")

    def crash(self) -> None:
        """Stops it as a power cut would: the next start has to recover from the log."""
        self._do("crash")
        self._do("start")
        self.crashes += 1

    def drop(self) -> None:
        """Stops it and removes its files."""
        self._do("drop")

    def _do(self, what: str) -> str:
        script = ["bash", str(ROOT / "scripts" / "postgres.sh"), what]
        done = subprocess.run(script, env=self._env, capture_output=True, text=True, timeout=PATIENCE, check=True)
        return done.stdout
