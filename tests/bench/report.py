"""Prints what `make bench` measured and writes docs/performance.md. Run as `python -m bench.report FOLDER`."""

# ruff: noqa: E501  the rows of a Markdown table cannot be broken

import json
import statistics
import sys
from pathlib import Path
from typing import Any

from chaos.servers import ROOT

PAGE = ROOT / "docs" / "performance.md"
DATABASES = ("postgresql", "sqlite")
Result = dict[str, Any]

HEAD = """# How fast the server is

*Written by `make bench`; do not edit.* {machine}; {date}; {n} rounds of {seconds:g} s a cell
(`BENCH_N={n} BENCH_SECONDS={seconds:g} make bench`); {load} before it began. Figures are medians over the rounds.

Gunicorn runs as `deploy/gunicorn.py` says (2 workers, 4 threads each); server, database and the clients share the
machine, so requests a second and the times include the clients' own work. CPU is what the kernel counted for the
servers' and the database's processes, per attempt; SQLite's is inside the server's. Every request is another child's
(400 children, records emptied before each cell); the plays are whole plays of the shipped stories.
A load well above 0 before it began means that other work shared the cores: times and CPU are too high then. The targets
ask for five rounds or more on a quiet machine; fewer rounds, or a load, make this a first look and no verdict.

- **pgbench 1**, **pgbench 4**: one statement, and the four of the ORM's floor, without Python (CPU is the database's alone).
- **raw**, **orm**: the same from a bare Django view: no sign-in, no check, no replay, no badges.
- **naive**: ModelSerializer and ModelViewSet with simplejwt, one attempt a request, a connection for each; **naive pooled** with psycopg's pool.
- **ours**: a signed-in sync whose every attempt is replayed, scored, projected and judged for badges.

"""
FOOT = """
## Where the time of one attempt goes

By cProfile, 200 syncs of one attempt in one process on SQLite, on a busy machine and before the savepoint was spared.
Of the whole: writing attempt, progress and badges 27 %, loading the session
13 % and checking its token 3 %, the shelf of stories 15 %, the commit 8 %, judging the play 5 % (of which the replay
itself 2 %), locking the child 5 %, the envelope's serializer 3 %. Sparing the savepoint and the making of keys came
after it. A batch pays the session, the lock, the shelf and the commit once. What a further attempt in a batch costs was not
profiled yet.

Not measured here: the memory of a worker over ten minutes.
"""


def main() -> int:
    """Prints the page and writes it."""
    folder = Path(sys.argv[1])
    text = page([json.loads((folder / f"{each}.json").read_text(encoding="utf-8")) for each in DATABASES])
    print(text)
    PAGE.write_text(text, encoding="utf-8")
    return 0


def page(results: list[Result]) -> str:
    """The whole page for these results."""
    first = results[0]
    load = " and ".join(f"load {each['load_before']:.1f}" for each in results)
    head = HEAD.format(**{**first, "load": load})
    return head + "\n".join(_section(each) for each in results) + FOOT


def _section(result: Result) -> str:
    table = _medians(result)
    return (
        "\n".join([f"## {result['database']}\n", *_targets(result, table), "", *_cells(table), "", *_beside(result)])
        + "\n"
    )


def _medians(result: Result) -> dict[tuple[str, int, int], dict[str, float]]:
    """(system, attempts a request, clients) -> the median of each figure over the rounds."""
    cells: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    for cell in result["cells"]:
        cells.setdefault((cell["system"], cell["size"], cell["clients"]), []).append(cell)
    names = ("per_second", "p50", "p95", "p99", "server_ms", "database_ms", "failed")
    medians = {
        key: {name: statistics.median(each[name] for each in rounds) for name in names if name in rounds[0]}
        for key, rounds in cells.items()
    }
    for figures in medians.values():
        figures["cpu"] = figures["server_ms"] + figures["database_ms"]
    return medians


def _targets(result: Result, table: dict[tuple[str, int, int], dict[str, float]]) -> list[str]:
    rows = ["| to reach | clients | measured | |", "|---|---:|---:|---|"]

    def row(title: str, clients: int | str, measured: float, limit: float, unit: str = "") -> None:
        rows.append(f"| {title} | {clients} | {measured:.2f}{unit} | {'met' if measured <= limit else '**not met**'} |")

    for clients in (8, 32):
        one, orm = table["ours", 1, clients], table["orm", 1, clients]
        pooled = (table.get(("naive pooled", 1, clients)) or {})["cpu"]
        row("one attempt: CPU at most 2 x orm", clients, one["cpu"] / orm["cpu"], 2, " x")
        row("one attempt: p95 at most 2 x orm", clients, one["p95"] / orm["p95"], 2, " x")
        row("one attempt: CPU at most 1/3 of naive pooled", clients, one["cpu"] / pooled, 1 / 3, " x")
        row("batch of 30: at most 0.3 ms CPU an attempt", clients, table["ours", 30, clients]["cpu"], 0.3, " ms")
        row(
            "batch of 30: CPU at most 1/20 of naive pooled",
            clients,
            table["ours", 30, clients]["cpu"] / pooled,
            0.05,
            " x",
        )
    row("statements a sync: at most 8", "-", max(result["queries"].values()), 8)
    row("a teacher's sign-in: at most 30 ms CPU", 40, result["sign_in"]["cpu_ms"], 30, " ms")
    row("forty sign-ins at once: within 1 s", 40, result["sign_in"]["forty_at_once_s"], 1, " s")
    return rows


def _cells(table: dict[tuple[str, int, int], dict[str, float]]) -> list[str]:
    rows = [
        "| | attempts a request | clients | attempts/s | p50 ms | p95 ms | p99 ms | CPU server | CPU database | CPU ms an attempt | x orm | failed |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for (system, size, clients), each in table.items():
        orm = table.get(("orm", 1, clients))
        ratio = f"{each['cpu'] / orm['cpu']:.2f}" if orm else "-"
        times = " | ".join(f"{each[name]:.1f}" if name in each else "-" for name in ("p50", "p95", "p99"))
        cpu = " | ".join(f"{each[name]:.2f}" for name in ("server_ms", "database_ms", "cpu"))
        rows.append(
            f"| {system} | {size} | {clients} | {each['per_second']:,.0f} | {times} | {cpu} | {ratio} | {each['failed']:.0f} |"
        )
    return rows


def _beside(result: Result) -> list[str]:
    """Queries and memory."""
    queries = ", ".join(f"{number} for {size}" for size, number in result["queries"].items())
    ours = [each["memory"] for each in result["cells"] if each["system"] == "ours"]
    start, end = max(ours[0][0]), max(max(after) for _, after in ours)
    text = (
        f"Statements a sync, by attempts a request: {queries}. Resident memory of the largest worker: {start:.0f} MiB at "
        f"the start, {end:.0f} MiB at most (ten minutes under load are not measured here). "
        f"A sign-in fails in {result['sign_in']['failed']} of 200."
    )
    return [text]


if __name__ == "__main__":
    sys.exit(main())
