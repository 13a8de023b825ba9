#!/usr/bin/env bash
# run.sh: everything from a fresh clone to a server that can be played on. PORT=8000 by default.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
say "Chumil: getting ready (a later start skips what has not changed)"
bash scripts/install.sh base
bash scripts/client.sh
exec bash scripts/serve.sh
