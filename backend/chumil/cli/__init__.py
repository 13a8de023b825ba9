"""The `chumil` command and the management commands."""


def main() -> int:
    """The console command. The workbench is loaded only here: the server never needs it."""
    from chumil.cli.command import run

    return run()
