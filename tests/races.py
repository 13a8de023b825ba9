"""Eight threads let go at one moment, forty times over."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connection

THREADS = 8
ROUNDS = 40


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """What each thread got, by its number: what `work` gave, or the exception it raised."""
    barrier = Barrier(THREADS, timeout=60)
    got: list[Any] = [None] * THREADS

    def run(number: int) -> None:
        try:
            barrier.wait()
            got[number] = work(number)
        except Exception as problem:  # noqa: BLE001  the test judges it
            got[number] = problem
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got
