#!/usr/bin/env bash
# client.sh: builds mobile/dist when the client or the stories changed.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
[[ -f mobile/dist/index.html ]] || rm -f "$STAMPS/client"
once "$STAMPS/client" "$(fingerprint mobile fixtures backend/chumil/engine)" "client" npm --prefix mobile run build
