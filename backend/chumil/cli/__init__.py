"""The `chumil` command and the management commands."""
