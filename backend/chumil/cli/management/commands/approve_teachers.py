"""`manage.py approve_teachers ORIGIN [EMAIL...]`: lists who waits for an account, and lets the named ones in."""

from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from chumil.accounts.mail import Letterhead
from chumil.accounts.selectors import confirmed_sign_up, waiting_sign_ups
from chumil.accounts.teachers import approve


class Command(BaseCommand):
    """For the staff of a server where sign-up is not open."""

    help = "List the teachers who confirmed their address and wait, or approve those named"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("origin", help="where the app is, such as https://chumil.example")
        parser.add_argument("emails", nargs="*", metavar="email", help="whom to approve; nobody: list who waits")

    def handle(self, *args: Any, origin: str, emails: Sequence[str], **options: Any) -> None:
        if not emails:
            for waiting in waiting_sign_ups():
                self.stdout.write(f"{waiting.email}  {waiting.display_name}")
        for email in emails:
            sign_up = confirmed_sign_up(email)
            if sign_up is None:
                raise CommandError(f"{email} does not wait for approval")
            approve(sign_up=sign_up, letterhead=Letterhead(origin=origin))
            self.stdout.write(f"{email} has an account now.")
