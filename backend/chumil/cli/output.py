"""Where a command writes: a file, or the wrapper Django puts around one."""

from typing import Protocol


class Output(Protocol):
    """Anything `print` can write to."""

    def write(self, text: str, /) -> object: ...
