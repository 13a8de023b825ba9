#!/usr/bin/env bash
# test.sh: installs what the tests need and runs all of them; every part runs even when one before it failed.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
logs=var/log
mkdir -p "$logs"
failed=()

# part TITLE COMMAND...: runs one part in full view and keeps a copy of what it said.
part() {
  local title=$1 started=$SECONDS
  shift
  printf '\n=== %s\n' "$title"
  if "$@" </dev/null 2>&1 | tee "$logs/${title// /-}.log"; then
    printf -- '--- %s: %d s\n' "$title" $((SECONDS - started))
  else
    failed+=("$title")
    printf -- '--- %s: FAILED after %d s\n' "$title" $((SECONDS - started))
  fi
}

# tally WORD: the sum of "N WORD" over the closing lines of pytest, vitest and Playwright.
tally() {
  grep -hE '^(=+ .* in .*=+|[0-9]+ .* in [0-9].*s.*| +Tests +.*| +[0-9]+ (passed|failed).*)$' \
    "$logs"/{Python-on-SQLite,Python-on-PostgreSQL,TypeScript,browser}.log 2>/dev/null |
    grep -oE "[0-9]+ $1" | awk '{ sum += $1 } END { print sum + 0 }'
}

# What needs no database is not run a second time.
on_postgres() {
  CHUMIL_DATABASE_URL=$(bash scripts/postgres.sh url) run_pytest \
    --ignore tests/engine --ignore tests/authoring --ignore tests/architecture
}
run_pytest() { .venv/bin/pytest -n 2 -q "$@"; }
run_browser() { cd tests/browser && ../../mobile/node_modules/.bin/playwright test; }

say "Chumil: getting ready to test"
bash scripts/install.sh dev
CHUMIL_CHROMIUM=$(bash scripts/chromium.sh)
export CHUMIL_CHROMIUM
trap 'bash scripts/postgres.sh stop' EXIT
step "PostgreSQL" bash scripts/postgres.sh start
rm -f "$logs"/*.log
export CHUMIL_ENV=test NO_COLOR=1  # the closing lines are read by `tally` and by machines

part "lint" bash scripts/lint.sh
part "Python on SQLite" run_pytest
part "Python on PostgreSQL" on_postgres
part "TypeScript" npm --prefix mobile test
part "client" bash scripts/client.sh
part "budget" npm --prefix mobile run --silent budget
part "browser" run_browser

printf '\n'
[[ ${#failed[@]} == 0 ]] || say "FAILED: ${failed[*]}"
say "$(tally passed) passed, $(tally failed) failed"
[[ ${#failed[@]} == 0 ]]
