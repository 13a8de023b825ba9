"""The chaos run is only as good as its proxy: each lie is told as named."""

import asyncio

import pytest

from chaos.proxy import HONEST, FaultProxy, Faults, read_message

REQUEST = b"POST /sync HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nping"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789"


async def ask_once(faults: Faults) -> tuple[bytes, int, FaultProxy]:
    """What the phone heard, how often the server was asked, and the proxy."""
    asked = 0

    async def server(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        assert await read_message(reader) == REQUEST
        asked += 1
        writer.write(ANSWER)
        await writer.drain()
        writer.close()

    upstream = await asyncio.start_server(server, "127.0.0.1", 0)
    proxy = FaultProxy(upstream.sockets[0].getsockname()[1], faults=faults, max_delay=0.01)
    await proxy.start()
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    writer.write(REQUEST)
    writer.write_eof()
    heard = await asyncio.wait_for(reader.read(), timeout=5)
    writer.close()
    await proxy.stop()
    upstream.close()
    return heard, asked, proxy


def only(name: str) -> Faults:
    return Faults(**{f: float(f == name) for f in HONEST.__dataclass_fields__})


@pytest.mark.parametrize(
    ("fault", "heard", "asked", "unanswered"),
    [
        ("honest", ANSWER, 1, 0),
        ("drop_before", b"", 0, 0),
        ("drop_after", b"", 1, 1),
        ("duplicate", ANSWER, 2, 0),
        ("delay", ANSWER, 1, 0),
        ("reorder", ANSWER, 1, 0),
        ("truncate", ANSWER[: len(ANSWER) // 2], 1, 1),
    ],
)
def test_each_fault_does_what_its_name_says(fault: str, heard: bytes, asked: int, unanswered: int) -> None:
    got, times, proxy = asyncio.run(ask_once(only(fault)))
    assert (got, times, proxy.applied_unanswered) == (heard, asked, unanswered)
    assert proxy.counts[fault] == 1


def test_the_same_seed_tells_the_same_lies() -> None:
    def lies(seed: int) -> list[str]:
        proxy = FaultProxy(1, seed=seed)
        return [proxy.faults.pick(proxy._dice) for _ in range(50)]

    assert lies(7) == lies(7)
    assert lies(7) != lies(8)
