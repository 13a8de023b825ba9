"""A database in trouble under a real server. Run as `python -m chaos.trouble full|read-only|connections`.

Prints what the phone heard before, during and after as JSON.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
import psycopg

from chaos.run import set_environment
from chaos.servers import Gunicorn, Postgres

SPARE = 64 * 1024
MANY = 400


def main() -> int:
    """Sets the stage, makes the trouble, ends it."""
    with tempfile.TemporaryDirectory(prefix="chumil-trouble-") as folder, _STAGES[sys.argv[1]](Path(folder)) as trouble:
        print(json.dumps(asyncio.run(_play(Path(folder), *trouble))))
    return 0


@contextmanager
def _full(folder: Path) -> Iterator[Any]:
    """SQLite on a small disk of its own, which something else fills."""
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)], check=True)
    ballast = disk / "ballast"

    def begin() -> None:
        room = os.statvfs(disk)
        ballast.write_bytes(b"x" * (room.f_bavail * room.f_frsize - SPARE))

    try:
        yield f"sqlite:///{disk / 'full.sqlite3'}", begin, ballast.unlink
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


@contextmanager
def _read_only(folder: Path) -> Iterator[Any]:
    """PostgreSQL that takes no writes, like a standby after a failover."""
    postgres = Postgres(folder / "postgres")
    url = postgres.start()

    def set_to(value: str) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"ALTER SYSTEM SET default_transaction_read_only = {value}")
            connection.execute("SELECT pg_reload_conf()")

    try:
        yield url, lambda: set_to("on"), lambda: set_to("off")
    finally:
        postgres.drop()


@contextmanager
def _connections(folder: Path) -> Iterator[Any]:
    """PostgreSQL of which others hold every connection that the server's role may have."""
    postgres = Postgres(folder / "postgres")
    url = postgres.start()
    held: list[psycopg.Connection] = []
    mine = url.replace("chumil@", "app@")

    def begin() -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER ROLE app CONNECTION LIMIT 2")
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'")
        held.extend(psycopg.connect(mine) for _ in range(2))

    def end() -> None:
        for connection in held:
            connection.close()

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE ROLE app LOGIN")
        connection.execute("ALTER SCHEMA public OWNER TO app")
    try:
        yield mine, begin, end
    finally:
        postgres.drop()


_STAGES = {"full": _full, "read-only": _read_only, "connections": _connections}


async def _play(folder: Path, url: str, begin: Any, end: Any) -> dict[str, Any]:
    set_environment(folder, url)
    os.environ["DJANGO_SETTINGS_MODULE"] = "chumil.config.settings"  # the sign-in outlives the trouble
    django.setup()
    from chaos.world import one_phone  # models exist only now

    child, token, version = await asyncio.to_thread(one_phone)
    server = Gunicorn(folder / "gunicorn.log")
    try:
        await server.start()
        phone = _Phone(server.port, child, token, version)
        before = phone.send()
        begin()
        during = phone.send_until_refused()
        again = phone.send()
        end()
        after = await _recovered(phone)
        stored = await asyncio.to_thread(_stored)
    finally:
        server.kill()
    lost = sorted(phone.acknowledged - stored)
    return {"before": before, "during": during, "again": again, "after": after, "lost": lost, "stored": len(stored)}


async def _recovered(phone: "_Phone") -> list[Any]:
    """What the phone hears at last; nobody restarts anything."""
    heard = phone.send()
    for _ in range(20):
        if heard[0] == 200:
            break
        await asyncio.sleep(0.5)
        heard = phone.send()
    return heard


def _stored() -> set[str]:
    from chumil.play.models import Attempt

    return {str(each) for each in Attempt.objects.values_list("client_id", flat=True)}


class _Phone:
    """Sends one new attempt at a time; what it hears is [status, Retry-After]."""

    def __init__(self, port: int, child: str, token: str, version: str) -> None:
        self.url = f"http://127.0.0.1:{port}/api/v1/sync"
        self.child, self.token, self.version = child, token, version
        self.acknowledged: set[str] = set()

    def send(self) -> list[Any]:
        """One attempt."""
        from builders import batch, make_attempt_item

        item = make_attempt_item(self.child, self.version, ["tell", "tell"])
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.url, json.dumps(batch(item)).encode(), headers)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=40) as answer:  # noqa: S310
                [result] = json.load(answer)["results"]
                self.acknowledged |= {item["id"]} if result["status"] == "accepted" else set()
                return [answer.status, None]
        except urllib.error.HTTPError as refusal:
            return [refusal.code, refusal.headers["Retry-After"]]

    def send_until_refused(self) -> list[Any]:
        """The first refusal, if there is one in a good while."""
        heard = self.send()
        for _ in range(MANY):
            if heard[0] != 200:
                break
            heard = self.send()
        return heard


if __name__ == "__main__":
    sys.exit(main())
