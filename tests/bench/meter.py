"""What processes cost, as the kernel tells in /proc."""

import os
from dataclasses import dataclass
from pathlib import Path

_TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")
_PAGE_MIB = os.sysconf("SC_PAGE_SIZE") / 2**20


@dataclass(frozen=True, slots=True)
class _Process:
    parent: int
    cpu: int
    reaped: int
    pages: int


def cpu_ms(root: int) -> float:
    """CPU of a process and all its descendants so far, those included that ended and were waited for."""
    tree = _tree(root)
    return sum(each.cpu + each.reaped for each in tree.values()) * _TICK_MS


def children_mib(root: int) -> list[float]:
    """Resident memory of each child of a process, in MiB, in the order of their numbers."""
    processes = _all()
    return [round(each.pages * _PAGE_MIB, 1) for _, each in sorted(processes.items()) if each.parent == root]


def _tree(root: int) -> dict[int, _Process]:
    processes = _all()
    found = {root}
    while more := {pid for pid, each in processes.items() if each.parent in found} - found:
        found |= more
    return {pid: processes[pid] for pid in found if pid in processes}


def _all() -> dict[int, _Process]:
    read = ((int(each.name), _read(each)) for each in Path("/proc").iterdir() if each.name.isdigit())
    return {pid: process for pid, process in read if process is not None}


def _read(folder: Path) -> _Process | None:
    try:
        text = (folder / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None  # it ended meanwhile
    fields = text.rpartition(")")[2].split()
    user, system, reaped_user, reaped_system = map(int, fields[11:15])
    return _Process(int(fields[1]), user + system, reaped_user + reaped_system, int(fields[21]))
