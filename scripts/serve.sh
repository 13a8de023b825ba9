#!/usr/bin/env bash
# serve.sh: brings the data in CHUMIL_VAR (default: var/) up to date and serves API and client on one port.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
export CHUMIL_VAR=${CHUMIL_VAR:-$ROOT/var}
stamps=$CHUMIL_VAR/stamps
manage() { "$PYTHON_HERE" backend/manage.py "$@"; }

# A new database forgets what was done to the one before it.
[[ -f $CHUMIL_VAR/chumil.sqlite3 ]] || rm -rf "$stamps"/{tables,stories,demo}
once "$stamps/tables" "$(fingerprint backend/chumil/*/migrations)" "database tables" manage migrate --no-input
once "$stamps/stories" "$(fingerprint fixtures backend/chumil/{engine,content})" "stories" .venv/bin/chumil load fixtures
# Only once: loading the demo class again would undo what children did in it since.
once "$stamps/demo" "loaded" "demo class" manage loaddata demo
once "$stamps/static" "$(fingerprint requirements)" "pages of the API" manage collectstatic --no-input --clear
exec .venv/bin/gunicorn --config scripts/gunicorn_local.py chumil.config.wsgi
