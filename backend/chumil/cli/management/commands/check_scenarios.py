"""`manage.py check_scenarios`: the same as `chumil check`."""

from argparse import ArgumentParser, Namespace
from typing import Any

from django.core.management.base import BaseCommand

from chumil.cli import check


class Command(BaseCommand):
    """A thin twin: the arguments, the output and the exit code are those of `chumil check`."""

    help = check.HELP
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        check.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.ending = ""
        code = check.run(Namespace(**options), self.stdout)
        if code:
            raise SystemExit(code)
