"""One storm on a database and servers of its own; exit code 1 when anything was lost.

Run as `python -m chaos.run --database sqlite --seconds 600 --out result.json`, with `tests` and `backend` on the path.
"""

import argparse
import asyncio
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import django

from chaos.servers import ROOT, Postgres


def main() -> int:
    """Prepares, runs, writes the result, and cleans up whatever happens."""
    options = _arguments().parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was started is ended then too
    folder = Path(tempfile.mkdtemp(prefix="chumil-chaos-"))
    postgres = Postgres(folder / "postgres") if options.database == "postgresql" else None
    try:
        url = postgres.start() if postgres else f"sqlite:///{folder / 'chaos.sqlite3'}"
        if postgres and options.fault == "no-sync":
            postgres.allow_loss()
        set_environment(folder, url)
        django.setup()
        from chaos.storm import blow  # models exist only now

        result = asyncio.run(blow(options, folder, postgres))
    finally:
        if postgres:
            postgres.drop()
        shutil.rmtree(folder, ignore_errors=True)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(result["violations"][:20]))
    return int(bool(result["violations"]))


def set_environment(folder: Path, url: str) -> None:
    """For this process, before Django is set up, and for the servers it starts."""
    os.environ |= {"CHUMIL_ENV": "test", "CHUMIL_VAR": str(folder), "CHUMIL_DATABASE_URL": url}
    os.environ["DJANGO_SETTINGS_MODULE"] = "chaos.settings"
    os.environ["PYTHONPATH"] = os.pathsep.join(str(ROOT / each) for each in ("backend", "tests"))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chaos.run")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), required=True)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pace", type=int, default=250, help="milliseconds between two answers of a child")
    parser.add_argument("--drain", type=int, default=120, help="seconds the phones may take to send what is left")
    parser.add_argument("--out", type=Path, required=True)
    # Bugs put in on purpose, which the judge has to find: a hasty client, a database that may lose commits.
    parser.add_argument("--fault", choices=("none", "hasty", "no-sync"), default="none")
    return parser


if __name__ == "__main__":
    sys.exit(main())
