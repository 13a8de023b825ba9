"""Parsed content, kept in the process by hash: what a hash names never changes."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The `size` values used last, by hash. Safe to share among threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[str, Value] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._values)

    def get(self, hashes: Collection[str], load: Callable[[Collection[str]], Mapping[str, Value]]) -> dict[str, Value]:
        """The values of these hashes; `load` is called once, with those not kept, if any."""
        with self._lock:
            found = {each: self._values[each] for each in hashes if each in self._values}
        missing = [each for each in hashes if each not in found]
        if missing:
            found |= load(missing)
        self._keep(found)
        return found

    def _keep(self, found: Mapping[str, Value]) -> None:
        with self._lock:
            for each, value in found.items():
                self._values[each] = value
                self._values.move_to_end(each)
            while len(self._values) > self._size:
                self._values.popitem(last=False)
