"""A lying network: an HTTP proxy that knows where a request begins and ends.

A TCP proxy cannot tell "the server never saw it" from "the server did it and the
answer was lost", and the second is the one that loses children's work. So this one
reads whole requests and whole answers, and decides per request with a seeded dice.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Faults:
    """Chances per request, 0..1. What is left over is an honest delivery."""

    drop_before: float = 0.08
    drop_after: float = 0.12
    duplicate: float = 0.08
    delay: float = 0.15
    reorder: float = 0.05
    truncate: float = 0.05

    def pick(self, dice: random.Random) -> str:
        roll = dice.random()
        for name in ("drop_before", "drop_after", "duplicate", "delay", "reorder", "truncate"):
            roll -= getattr(self, name)
            if roll < 0:
                return name
        return "honest"


HONEST = Faults(0, 0, 0, 0, 0, 0)


@dataclass
class FaultProxy:
    """Listens on 127.0.0.1:`port` (0 = any) and forwards to 127.0.0.1:`upstream`.

    `counts` says what was done; `applied_unanswered` counts requests that the server
    carried out (2xx) while the phone heard nothing whole: the heart of the trial.
    """

    upstream: int
    seed: int = 0
    faults: Faults = field(default_factory=Faults)
    port: int = 0
    max_delay: float = 0.4
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)
        self._server: asyncio.Server | None = None

    async def start(self) -> int:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self.port

    async def stop(self) -> None:
        if self._server:
            self._server.close()

    @property
    def applied_unanswered(self) -> int:
        return self.counts["applied_unanswered"]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await read_message(reader):
                answer, whole = await self._carry(request)
                writer.write(answer)
                await writer.drain()
                if not whole:
                    break
        except (OSError, asyncio.IncompleteReadError, ValueError):
            self.counts["broken_connection"] += 1
        finally:
            writer.close()

    async def _carry(self, request: bytes) -> tuple[bytes, bool]:
        """Deliver one request under one fault: what the phone hears, and whether that is all of it."""
        fault = self.faults.pick(self._dice)
        self.counts[fault] += 1
        if fault == "drop_before":
            return b"", False
        if fault in ("delay", "reorder"):
            # Connections run side by side, so holding one request back lets later ones pass it.
            factor = 3 if fault == "reorder" else 1
            await asyncio.sleep(self._dice.random() * self.max_delay * factor)
        if fault == "duplicate":
            await self._ask(request)
        answer = await self._ask(request)
        if answer is None:
            self.counts["server_away"] += 1
            return b"", False
        if fault not in ("drop_after", "truncate"):
            return answer, True
        self.counts["applied_unanswered"] += answer.startswith(b"HTTP/1.1 2")
        return (b"" if fault == "drop_after" else answer[: len(answer) // 2]), False

    async def _ask(self, request: bytes) -> bytes | None:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.upstream)
        except OSError:
            return None
        try:
            writer.write(request)
            await writer.drain()
            return await asyncio.wait_for(read_message(reader), timeout=30)
        except (OSError, asyncio.IncompleteReadError, TimeoutError, ValueError):
            return None
        finally:
            writer.close()


async def read_message(reader: asyncio.StreamReader) -> bytes | None:
    """One whole HTTP/1.1 message, head and body; None at a clean end of the stream."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as end:
        if end.partial:
            raise
        return None
    headers = head.lower()
    if b"transfer-encoding: chunked" in headers:
        return head + await _read_chunks(reader)
    length = _content_length(headers)
    return head + (await reader.readexactly(length) if length else b"")


def _content_length(headers: bytes) -> int:
    for line in headers.split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":", 1)[1])
    return 0


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while True:
        size_line = await reader.readuntil(b"\r\n")
        size = int(size_line.split(b";")[0], 16)
        body += size_line + await reader.readexactly(size + 2)
        if size == 0:
            return body
