"""`chumil staff EMAIL`: makes a teacher a member of the staff, with a second factor."""

import argparse
import io

from chumil.cli.output import Output
from chumil.cli.setup import start_django

HELP = "Let an account into the admin; prints the code that its telephone must scan, once."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `staff`."""
    parser.add_argument("email", help="of an account that exists")
    parser.add_argument("--all", action="store_true", help="may make others staff too")


def run(options: argparse.Namespace, out: Output) -> int:
    """1 where there is no such account. Run again, it gives a new second factor and the old one is void."""
    start_django()
    import segno

    from chumil.accounts.models import User
    from chumil.staff.services import make_staff

    user = User.objects.filter(email=options.email.strip().lower(), is_active=True).first()
    if user is None:
        print(f"there is no account {options.email}", file=out)
        return 1
    address = make_staff(user=user, may_do_everything=options.all)
    drawn = io.StringIO()
    segno.make(address).terminal(out=drawn, compact=True)
    print(drawn.getvalue(), address, sep="", file=out)
    return 0
