"""`manage.py invite_teacher EMAIL ORIGIN`: mails an invitation to open an account."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from chumil.accounts.mail import Letterhead
from chumil.accounts.teachers import invite


class Command(BaseCommand):
    """For the staff of a server where sign-up is not open."""

    help = "Mail an invitation to open a teacher's account"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the teacher's address; the invitation is good for no other")
        parser.add_argument("origin", help="where the app is, such as https://chumil.example")

    def handle(self, *args: Any, email: str, origin: str, **options: Any) -> None:
        invite(email=email, letterhead=Letterhead(origin=origin))
        self.stdout.write(f"An invitation is on its way to {email}.")
