#!/usr/bin/env bash
# bench.sh: floors, the naive way and ours on PostgreSQL and SQLite; BENCH_N rounds (5) of BENCH_SECONDS (3) a cell.
# Writes docs/performance.md and the figures behind it, in docs/performance/.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
results=docs/performance
export PYTHONPATH=$ROOT/backend:$ROOT/tests

bash scripts/install.sh dev
mkdir -p "$results"
for database in postgresql sqlite; do
  say "Measuring on $database"
  "$PYTHON_HERE" -m bench.run --database "$database" --n "${BENCH_N:-5}" --seconds "${BENCH_SECONDS:-3}" \
    --out "$results/$database.json"
done
"$PYTHON_HERE" -m bench.report "$results"
