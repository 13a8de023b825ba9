"""`python -m chumil` is the `chumil` command."""

from chumil.cli import main

raise SystemExit(main())
