"""The same statements from PostgreSQL's own driver, without Python."""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from django.db import connection

from bench import meter, world
from bench.floor.urls import COLUMNS

_KEYS = """\\set n random(1, {count})
SELECT child, version, scenario FROM bench_turn WHERE n = :n \\gset
"""
_VALUES = (
    "gen_random_uuid(), CAST(:child AS uuid), CAST(:child AS uuid), gen_random_uuid(), "
    'CAST(:version AS text), 1, \'["a", "b"]\', 2, 0, now(), '
    "0, 1, now(), now(), true, 1, 1, 100, 3, '[]', false, false, false"
)
_KEEP = (
    f"INSERT INTO play_attempt ({COLUMNS}) VALUES ({_VALUES}) "  # noqa: S608 - constants, both
    "ON CONFLICT (child_id, client_id) DO UPDATE SET path = excluded.path;\n"
)
_FIGURE = (
    "INSERT INTO progress_childscenario (id, child_id, scenario_id, version_id, state, stars, percent, plays, "
    "last_played_at) "
    "VALUES (gen_random_uuid(), CAST(:child AS uuid), CAST(:scenario AS text), CAST(:version AS text), "
    "'finished', 1, 1, 1, now()) "
    "ON CONFLICT (child_id, scenario_id) DO UPDATE SET plays = excluded.plays;\n"
)
_FOUR = (
    "BEGIN;\nSELECT * FROM accounts_child WHERE id = CAST(:child AS uuid) FOR NO KEY UPDATE;\n"
    f"SELECT * FROM play_attempt WHERE child_id = CAST(:child AS uuid);\n{_KEEP}{_FIGURE}COMMIT;\n"
)


def cells(
    school: world.School, database: int, seconds: float, turn: int, clients: tuple[int, ...]
) -> list[dict[str, Any]]:
    """One statement, and the four of the ORM's floor; CPU is the database's alone."""
    _turns(school)
    found = []
    for name, body in (("pgbench 1", _KEEP), ("pgbench 4", _FOUR)):
        for each in clients:
            world.forget_plays()
            world.release()
            before = meter.cpu_ms(database)
            tps, p95 = _run(_KEYS.format(count=len(school.children)) + body, each, seconds)
            cpu = (meter.cpu_ms(database) - before) / max(tps * seconds, 1)
            figures = {"per_second": tps, "p95": p95, "server_ms": 0.0, "database_ms": round(cpu, 4), "failed": 0}
            found.append({"system": name, "size": 1, "clients": each, "turn": turn, **figures})
    return found


def _turns(school: world.School) -> None:
    version, story, _ = school.plays[0]
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS bench_turn (n int PRIMARY KEY, child uuid, version text, scenario text)"
        )
        cursor.execute("DELETE FROM bench_turn")
        rows = [(n, child, version, story) for n, (child, _) in enumerate(school.children, 1)]
        cursor.executemany("INSERT INTO bench_turn VALUES (%s, %s, %s, %s)", rows)


def _run(script: str, clients: int, seconds: float) -> tuple[float, float]:
    """Transactions a second, and the p95 in ms."""
    at = connection.settings_dict
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "script.sql"
        file.write_text(script, encoding="utf-8")
        command = ["pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "1", "-T", str(max(1, round(seconds)))]
        command += ["-l", "--log-prefix", f"{folder}/log", "-f", str(file)]
        command += ["-h", at["HOST"], "-p", str(at["PORT"]), "-U", at["USER"], at["NAME"]]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        took = sorted(int(line.split()[2]) for log in Path(folder).glob("log*") for line in log.open())
    found = re.search(r"tps = ([\d.]+)", out)
    assert found, out
    return round(float(found[1]), 1), round(took[len(took) * 95 // 100] / 1000, 2)
