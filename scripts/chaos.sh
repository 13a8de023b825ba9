#!/usr/bin/env bash
# chaos.sh: the long storm on SQLite and on PostgreSQL, CHAOS_SECONDS (default 600) each; writes docs/reliability.md.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
seconds=${CHAOS_SECONDS:-600}
results=docs/reliability
export PYTHONPATH=$ROOT/backend:$ROOT/tests

storm() { "$PYTHON_HERE" -m chaos.run --pace 110 "$@"; }

bash scripts/install.sh dev
mkdir -p "$results"
rm -f "$results"/*.json
lost=0
for database in sqlite postgresql; do
  say "A storm of $seconds s on $database"
  storm --database "$database" --seconds "$seconds" --out "$results/$database.json" || lost=1
done
say "The same with a database that may lose commits: the judge must find that"
if storm --database postgresql --seconds 60 --fault no-sync --out "$results/no-sync.json" >/dev/null; then
  die "commits were lost and the judge did not see it"
fi
"$PYTHON_HERE" -m chaos.report "$results"
[[ $lost == 0 ]] || die "something was lost: see the violations above."
