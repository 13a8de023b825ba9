#!/usr/bin/env bash
# lint.sh: every check that runs nothing. Goes on after a failure, so that one run shows all of them.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
failed=()
check() {
  local title=$1
  shift
  say "-- $title"
  "$@" || failed+=("$title")
}

check "ruff" .venv/bin/ruff check backend tests scripts deploy
check "ruff format" .venv/bin/ruff format --check --quiet backend tests scripts deploy
check "mypy" .venv/bin/mypy
check "import-linter" .venv/bin/lint-imports --no-cache
check "shell scripts" bash -n scripts/*.sh .ci/run
check "tsc and biome" npm --prefix mobile run --silent check
check "tsc for the browser tests" mobile/node_modules/.bin/tsc -p tests/browser
[[ ${#failed[@]} == 0 ]] || die "lint found something in: ${failed[*]}"
