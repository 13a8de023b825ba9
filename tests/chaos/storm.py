"""The storm: gunicorn killed again and again, a lying network, phones on the client's own code; then the judge."""

import argparse
import asyncio
import json
import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection

from chaos.judge import Judge, Watch, figures, not_replayed
from chaos.proxy import HONEST, FaultProxy
from chaos.servers import ROOT, Gunicorn, Postgres
from chaos.world import World, build, publish_late
from chumil.common import clock
from chumil.flows.erase_child import erase_child
from chumil.play.models import UnknownVersion

T = TypeVar("T")
PHONES = 24


@dataclass
class Storm:
    """What a run is made of."""

    options: argparse.Namespace
    folder: Path
    server: Gunicorn
    proxy: FaultProxy
    postgres: Postgres | None
    dice: random.Random
    violations: list[str] = field(default_factory=list)
    erased: str | None = None


async def blow(options: argparse.Namespace, folder: Path, postgres: Postgres | None) -> dict[str, Any]:
    """The whole run on an empty database; its figures, and under `violations` what did not hold."""
    server = Gunicorn(folder / "gunicorn.log")
    proxy = FaultProxy(server.port, seed=options.seed)
    storm = Storm(options, folder, server, proxy, postgres, random.Random(options.seed))
    world = await _patiently(lambda: build(options.seed, PHONES))
    await proxy.start()
    await server.start()
    phones = await _phones(storm, world)
    try:
        for _ in world.phones:  # they join and load their stories through the lying network first
            await asyncio.wait_for(_hear(phones, "ready"), 120)
        await _rage(storm, world)
        return await _judged(storm, world, phones)
    finally:
        server.kill()
        with suppress(ProcessLookupError):
            phones.kill()
        await proxy.stop()


async def _phones(storm: Storm, world: World) -> asyncio.subprocess.Process:
    orders = {
        "origin": f"http://127.0.0.1:{storm.proxy.port}",
        "seed": storm.options.seed,
        "fault": "hasty" if storm.options.fault == "hasty" else "none",
        "paceMs": storm.options.pace,
        "late": world.late,
        "phones": world.phones,
        "drainMs": storm.options.drain * 1000,
        "out": str(storm.folder / "phones.json"),
    }
    tsx = ROOT / "mobile" / "node_modules" / ".bin" / "tsx"
    program = ROOT / "mobile" / "tests" / "chaos" / "phones.ts"
    phones = await asyncio.create_subprocess_exec(
        str(tsx), str(program), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    await _tell(phones, json.dumps(orders))
    return phones


async def _tell(phones: asyncio.subprocess.Process, line: str) -> None:
    assert phones.stdin is not None
    phones.stdin.write(line.encode() + b"\n")
    await phones.stdin.drain()


async def _hear(phones: asyncio.subprocess.Process, word: str) -> None:
    assert phones.stdout is not None
    while line := await phones.stdout.readline():
        if line.strip() == word.encode():
            return
    raise RuntimeError("the phones ended before they should")


async def _rage(storm: Storm, world: World) -> None:
    """Kills and restarts until the time is over; between the blows nothing may have shrunk."""
    watch = Watch()
    until = time.monotonic() + storm.options.seconds
    shortest = min(6.0, storm.options.seconds / 4)
    while time.monotonic() < until:
        await asyncio.sleep(min(storm.dice.uniform(shortest, shortest * 1.5), max(0.0, until - time.monotonic())))
        if storm.erased is None and time.monotonic() > until - storm.options.seconds / 2:
            storm.erased = world.doomed
            await _patiently(lambda: erase_child(child_id=UUID(world.doomed), by=None))
        await _strike(storm)
        storm.violations += await _patiently(lambda: watch.look(storm.erased))
        await storm.server.start()


async def _strike(storm: Storm) -> None:
    """Kills the server, the database, or both: a server must also survive its database."""
    often = 1.0 if storm.options.fault == "no-sync" else 0.5
    database = storm.postgres is not None and storm.dice.random() < often
    if not database or storm.dice.random() < 0.5:
        storm.server.kill()
    if storm.postgres and database:
        await asyncio.to_thread(storm.postgres.crash)


async def _judged(storm: Storm, world: World, phones: asyncio.subprocess.Process) -> dict[str, Any]:
    await _tell(phones, "stop")
    await asyncio.wait_for(_hear(phones, "played"), 60)
    faults = dict(storm.proxy.counts)
    storm.proxy.faults = HONEST
    await _tell(phones, "drain")
    days = asyncio.create_task(_let_days_pass())
    await asyncio.wait_for(phones.wait(), storm.options.drain + 60)
    days.cancel()
    held = json.loads((storm.folder / "phones.json").read_text(encoding="utf-8"))
    judged = await _patiently(lambda: _verdict(storm, world, held["phones"]))
    return {
        "database": storm.options.database,
        "on": f"{clock.now():%Y-%m-%d}",
        "seconds": storm.options.seconds,
        "seed": storm.options.seed,
        "phones": len(world.phones),
        "server_kills": storm.server.kills,
        "database_crashes": storm.postgres.crashes if storm.postgres else None,
        "app_kills": sum(each["kills"] for each in held["phones"]),
        "faults": faults,
        "drain_seconds": round(held["drainedMs"] / 1000, 1),
        **judged,
    }


def _verdict(storm: Storm, world: World, phones: list[dict[str, Any]]) -> dict[str, Any]:
    judge = Judge(phones, world.owner_of, storm.erased)
    found = storm.violations + judge.violations()
    counted = figures(judge)
    publish_late(world)
    return {**counted, "violations": found + not_replayed(storm.erased)}


async def _let_days_pass() -> None:
    """The server waits a day for an unknown version; after the storm that day is over at once."""

    def age() -> None:
        UnknownVersion.objects.update(first_seen_at=clock.now() - timedelta(days=2))

    while True:
        await _patiently(age)
        await asyncio.sleep(1)


async def _patiently(work: Callable[[], T]) -> T:
    """The work in a thread, again where the connection had died with the database."""

    def once() -> T:
        try:
            return work()
        finally:
            connection.close()

    for _ in range(20):
        try:
            return await asyncio.to_thread(once)
        except (OperationalError, InterfaceError):
            await asyncio.sleep(0.5)
    return await asyncio.to_thread(once)
