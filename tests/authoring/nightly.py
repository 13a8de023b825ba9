"""How much the slow tests do: a little in `make test`, all of it with CHUMIL_NIGHTLY=1."""

import os

NIGHTLY = os.environ.get("CHUMIL_NIGHTLY") == "1"
