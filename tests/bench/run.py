"""Measures one database: floors, the naive way and ours, in one run on one machine.

Run as `python -m bench.run --database sqlite --seconds 3 --n 5 --out result.json`, `tests` and `backend` on the path.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django

from bench import meter
from bench.driver import Load, drive
from chaos.run import set_environment
from chaos.servers import PATIENCE, ROOT, Postgres, free_port

SIZES, CLIENTS = (1, 10, 30), (1, 8, 32, 64)
COMPARED = (8, 32)
"""The numbers of clients at which the floors and the naive way are measured too."""


@dataclass(frozen=True)
class System:
    """What is measured: the settings it runs with, and what is asked of it."""

    name: str
    settings: str
    make: Callable[[Any], Callable[[], bytes]]
    size: int = 1
    clients: tuple[int, ...] = COMPARED
    pool: str = "1"


def main() -> int:
    """Prepares, measures, writes the result, and cleans up whatever happens."""
    options = _arguments().parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = Path(tempfile.mkdtemp(prefix="chumil-bench-"))
    postgres = Postgres(folder / "postgres") if options.database == "postgresql" else None
    try:
        url = postgres.start() if postgres else f"sqlite:///{folder / 'bench.sqlite3'}"
        set_environment(folder, url)
        os.environ["DJANGO_SETTINGS_MODULE"] = "bench.naive.settings"
        django.setup()
        result = _measure(options, folder)
    finally:
        if postgres:
            postgres.drop()
        shutil.rmtree(folder, ignore_errors=True)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


def _measure(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    from bench import pgbench, world  # models exist only now

    school = world.build()
    queries = _queries(folder)
    database = _postmaster()
    cells: list[dict[str, Any]] = []
    # A round is one of every cell, so that what disturbs the machine meanwhile disturbs all of them.
    for turn in range(options.n):
        for system in _systems(options.database):
            with _serving(system, folder) as (port, master):
                cells += _cells(system, school, port, master, database, options.seconds, turn)
        if database:
            cells += pgbench.cells(school, database, options.seconds, turn, COMPARED)
    with _serving(OURS[0], folder) as (port, master):
        signing = _sign_ins(port, master)
    return {
        "database": options.database,
        "n": options.n,
        "seconds": options.seconds,
        "load_before": options.load,
        "machine": _machine(),
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "queries": queries,
        "sign_in": signing,
        "cells": cells,
    }


def _systems(database: str) -> list[System]:
    return [each for each in (*FLOORS, *OURS) if database == "postgresql" or each.pool == "1"]


def _cells(
    system: System, school: Any, port: int, master: int, database: int | None, seconds: float, turn: int
) -> Iterator[dict[str, Any]]:
    from bench import world

    make = system.make(school)
    drive(port, make, clients=4, seconds=0.5)  # stories parsed, connections open
    for clients in system.clients:
        world.forget_plays()
        world.release()
        memory = meter.children_mib(master)
        before = _spent(master, database)
        load = drive(port, make, clients=clients, seconds=seconds)
        after = _spent(master, database)
        cell = {"system": system.name, "size": system.size, "clients": clients, "turn": turn}
        yield {**cell, **_figures(load, system.size, before, after), "memory": [memory, meter.children_mib(master)]}


def _spent(master: int, database: int | None) -> tuple[float, float]:
    return meter.cpu_ms(master), meter.cpu_ms(database) if database else 0.0


def _figures(load: Load, size: int, before: tuple[float, float], after: tuple[float, float]) -> dict[str, Any]:
    attempts = max(len(load.took) * size, 1)
    return {
        "requests": len(load.took),
        "failed": load.failed,
        "per_second": round(attempts / load.seconds, 1),
        "p50": round(load.percentile(50), 2),
        "p95": round(load.percentile(95), 2),
        "p99": round(load.percentile(99), 2),
        "server_ms": round((after[0] - before[0]) / attempts, 4),
        "database_ms": round((after[1] - before[1]) / attempts, 4),
    }


def _sign_ins(port: int, master: int) -> dict[str, Any]:
    """Ten warm rounds of forty at once, a teacher each time."""
    from bench import world

    make = world.sign_in_requests()
    drive(port, make, clients=4, seconds=30, limit=1)
    took, failed, before = [], 0, meter.cpu_ms(master)
    for _ in range(5):
        load = drive(port, make, clients=40, seconds=30, limit=1)
        took.append(load.seconds)
        failed += load.failed
    cpu = (meter.cpu_ms(master) - before) / (5 * 40)
    return {"cpu_ms": round(cpu, 2), "forty_at_once_s": round(statistics.median(took), 3), "failed": failed}


def _queries(folder: Path) -> dict[int, int]:
    """Counted in a process of its own, with Chumil's settings."""
    code = "import json, bench.count; print(json.dumps(bench.count.queries()))"
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "chumil.config.settings"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


@contextmanager
def _serving(system: System, folder: Path) -> Iterator[tuple[int, int]]:
    """Gunicorn as in production: its port and the number of its master."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "deploy" / "gunicorn.py")]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "2", "--preload", "--no-control-socket", "bench.wsgi"]
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": system.settings, "BENCH_POOL": system.pool}
    with (folder / "gunicorn.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, env=env)
    try:
        _wait(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("gunicorn does not listen")


def _postmaster() -> int | None:
    from django.db import connection

    if connection.vendor == "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        [folder] = cursor.fetchone()
    return int((Path(folder) / "postmaster.pid").read_text(encoding="utf-8").split()[0])


def _machine() -> str:
    model = next(
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    )
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{os.cpu_count()} cores ({model}), Python {python}, Django {django.__version__}"


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.run")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), required=True)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--n", type=int, default=5)
    parser.add_argument("--load", type=float, default=os.getloadavg()[0])
    parser.add_argument("--out", type=Path, required=True)
    return parser


def _ours(size: int) -> System:
    def make(school: Any) -> Callable[[], bytes]:
        from bench import world

        return world.sync_requests(school, size)

    return System("ours", "chumil.config.settings", make, size, CLIENTS)


def _floor(name: str) -> System:
    def make(school: Any) -> Callable[[], bytes]:
        from bench import world

        return world.floor_requests(school, f"/{name}")

    return System(name, "bench.floor.settings", make)


def _naive(name: str, pool: str) -> System:
    def make(school: Any) -> Callable[[], bytes]:
        from bench import world

        return world.naive_requests(school)

    return System(name, "bench.naive.settings", make, pool=pool)


FLOORS = (_floor("raw"), _floor("orm"), _naive("naive pooled", "1"), _naive("naive", "0"))
OURS = tuple(_ours(size) for size in SIZES)

if __name__ == "__main__":
    sys.exit(main())
