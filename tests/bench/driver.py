"""Clients that each send the next request when the last was answered, for a bounded time."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Request = Callable[[], bytes]
"""Makes the next request, whole."""


@dataclass
class Load:
    """What came of it: milliseconds of each good answer, and how many were not good."""

    seconds: float = 0.0
    took: list[float] = field(default_factory=list)
    failed: int = 0

    def percentile(self, share: int) -> float:
        """The time within which this share (percent) of the answers came, in ms."""
        ranked = sorted(self.took)
        return ranked[min(len(ranked) - 1, len(ranked) * share // 100)] if ranked else float("nan")


def drive(port: int, make: Request, *, clients: int, seconds: float, limit: int = 0) -> Load:
    """Lets so many clients ask at once for so long, or `limit` times each when it is given."""
    return asyncio.run(_drive(port, make, clients, seconds, limit))


async def _drive(port: int, make: Request, clients: int, seconds: float, limit: int) -> Load:
    load = Load()
    began = time.perf_counter()
    await asyncio.gather(*(_client(port, make, load, began + seconds, limit) for _ in range(clients)))
    load.seconds = time.perf_counter() - began
    return load


async def _client(port: int, make: Request, load: Load, until: float, limit: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    asked = 0
    while time.perf_counter() < until and not (limit and asked >= limit):
        request = make()
        began = time.perf_counter()
        writer.write(request)
        good, closes = await _answer(reader)
        asked += 1
        if good:
            load.took.append((time.perf_counter() - began) * 1000)
        else:
            load.failed += 1
        if closes:
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[bool, bool]:
    """Reads one answer whole: whether it is good (2xx), and whether the server closes."""
    try:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)
        lines = head.lower().split(b"\r\n")
        length = next(int(each[15:]) for each in lines if each.startswith(b"content-length:"))
        await reader.readexactly(length)
    except (OSError, TimeoutError, EOFError, StopIteration):
        return False, True
    return head[9:10] == b"2", b"connection: close" in lines
