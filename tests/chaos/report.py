"""Writes docs/reliability.md from the results of `make chaos`, and prints the same figures.

Run as `python -m chaos.report FOLDER`: it reads sqlite.json, postgresql.json and no-sync.json there.
"""

# ruff: noqa: E501  the rows of a Markdown table cannot be broken

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from chaos.servers import ROOT

PAGE = ROOT / "docs" / "reliability.md"
DATABASES = ("sqlite", "postgresql")
Result = dict[str, Any]
_NAMES = re.compile(r"\([^)]*\)|[0-9a-f-]{36}|phone-\d+")

HEAD = """# Nothing a child did is lost

*Written by `make chaos`; do not edit.* Every figure below is of the last run, and anyone can run it again:
`make chaos` (`CHAOS_SECONDS=600` for each database), in short form in every `make test`.

Gunicorn runs as in production and is killed with all its workers (SIGKILL) every few seconds; PostgreSQL is stopped
as by a power cut (`pg_ctl -m immediate`) together with it, or alone. Between it and {phones} phones stands a network
that lies about one request in two. The phones run the client's own storage, outbox and engine (TypeScript on Node with
fake-indexeddb): random legal answers on the shipped stories, clocks in 2001 and 2090, two children on one phone, one
child on two phones whose copies of an attempt part ways, guests whose plays a child claims, apps killed between the
write and the sending, access tokens that live 20 seconds, and items that must be refused: illegal paths, versions
that nobody published, another child's name. One child is erased in the middle. Then the network turns honest, the
phones send what is left, and a judge reads the database and every phone.

"""
FOOT = """
"Applied but unanswered" are requests that the server carried out while the phone heard nothing whole: what loses or
doubles work elsewhere. A violation is any of: an attempt of a phone that is neither on the server with the same path
nor refused and kept on both sides; one that is there twice, or in another child's name; a path that is illegal or
shrank; a score, badge or figure that differs from its replay; an item that still waits; an erased child that came
back; a refused item that replaying the quarantine does not take after its cause is mended.

## The trial can fail

| bug put in on purpose | found by |
|---|---|
| a client that strikes an item from the outbox before it is acknowledged | the storm, `tests/chaos`, in every `make test` |
| commits that are answered before they are durable (`synchronous_commit = off`) | {no_sync} |
| no lock on the child's row | 8 phones at one moment, 40 rounds, `tests/sync/test_races.py` |
| no transaction around a batch | the process dies between two writes, `tests/sync/test_a_batch_is_stored_whole_or_not_at_all.py` |
| `save()` on the id that a phone chose | `tests/sync/test_ids_belong_to_the_phone.py` |
| looking before taking a tile; reading a count before writing it | `tests/sync/test_joining_and_signing_in_survive_a_race.py` |

A storm alone does not see races, and a race does not see lost acknowledgements: so there are both.
"""


def main() -> int:
    """Prints the table and writes the page."""
    results = _results(Path(sys.argv[1]))
    table = Table("", *DATABASES, title="Nothing a child did is lost")
    for row in _rows(results):
        table.add_row(*row)
    Console(width=100).print(table)
    PAGE.write_text(page(Path(sys.argv[1])), encoding="utf-8")
    return 0


def page(folder: Path) -> str:
    """The whole page for the results in this folder."""
    results = _results(folder)
    lines = ["| | SQLite | PostgreSQL |", "|---|---:|---:|", *("| " + " | ".join(row) + " |" for row in _rows(results))]
    head = HEAD.format(phones=results[0]["phones"])
    lines += [f"\nViolations on {each['database']}:\n" + _kinds(each) for each in results if each["violations"]]
    return head + "\n".join(lines) + "\n" + FOOT.format(no_sync=_no_sync(folder))


def _results(folder: Path) -> list[Result]:
    return [json.loads((folder / f"{each}.json").read_text(encoding="utf-8")) for each in DATABASES]


def _rows(results: list[Result]) -> list[tuple[str, ...]]:
    def row(title: str, figure: Callable[[Result], Any]) -> tuple[str, ...]:
        return (title, *(_text(figure(each)) for each in results))

    faults = sorted({name for each in results for name in each["faults"]} - {"applied_unanswered", "honest"})
    codes = sorted({name for each in results for name in each["quarantined"]})
    return [
        row("**violations**", lambda each: len(each["violations"])),
        row("attempts on the server", lambda each: each["attempts"]),
        row("answers in them", lambda each: each["answers"]),
        row("finished", lambda each: each["finished"]),
        row("requests applied but unanswered", lambda each: each["faults"]["applied_unanswered"]),
        row("server killed", lambda each: each["server_kills"]),
        row("database crashed", lambda each: each["database_crashes"]),
        row("app killed", lambda each: each["app_kills"]),
        row("sessions renewed", lambda each: each["renewals"]),
        *(row(f"network: {name.replace('_', ' ')}", lambda each, n=name: each["faults"].get(n, 0)) for name in faults),
        row("requests delivered honestly", lambda each: each["faults"]["honest"]),
        *(row(f"quarantined: `{code}`", lambda each, c=code: each["quarantined"].get(c, 0)) for code in codes),
        row("seconds of storm", lambda each: each["seconds"]),
        row("seconds until every outbox was empty", lambda each: each["drain_seconds"]),
        row("run on", lambda each: each["on"]),
    ]


def _kinds(result: Result) -> str:
    kinds = Counter(_NAMES.sub("...", each) for each in result["violations"])
    return "\n".join(f"- {number} x {kind}" for kind, number in sorted(kinds.items()))


def _text(figure: Any) -> str:
    if figure is None:
        return "-"
    return f"{figure:,}" if isinstance(figure, int) else str(figure)


def _no_sync(folder: Path) -> str:
    result = json.loads((folder / "no-sync.json").read_text(encoding="utf-8"))
    return (
        f"the storm, only in `make chaos`: {len(result['violations']):,} violations in {result['seconds']} s "
        f"with {result['database_crashes']} crashes"
    )


if __name__ == "__main__":
    sys.exit(main())
