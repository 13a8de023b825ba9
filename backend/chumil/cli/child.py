"""`chumil child export|erase`: for a family that asks the operator for its data, or for an end to it."""

import argparse
import json
from typing import TYPE_CHECKING
from uuid import UUID

from chumil.cli.output import Output
from chumil.cli.setup import start_django

if TYPE_CHECKING:
    from chumil.accounts.models import Child

HELP = "Export everything kept of a child, or erase the child for good."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `child`."""
    parser.add_argument("action", choices=("export", "erase"))
    parser.add_argument("id", type=UUID, help="the child's id, as the class screen shows it")
    parser.add_argument("--html", action="store_true", help="export a page to read rather than JSON")


def run(options: argparse.Namespace, out: Output) -> int:
    """1 where there is no such child, or no longer."""
    start_django()
    from chumil.accounts.models import Child  # models exist only after the start

    child = Child.objects.filter(pk=options.id, erased_at=None).first()
    if child is None:
        print(f"there is no child {options.id}", file=out)
        return 1
    if options.action == "erase":
        _erase(child.pk, out)
    else:
        _export(child, options.html, out)
    return 0


def _erase(child: UUID, out: Output) -> None:
    from chumil.flows.erase_child import erase_child

    erase_child(child_id=child, by=None)
    print(f"child {child} erased; backups forget within the time that docs/privacy.md names", file=out)


def _export(child: "Child", as_page: bool, out: Output) -> None:
    from django.core.serializers.json import DjangoJSONEncoder

    from chumil.flows.export_child import export_by_operator
    from chumil.flows.export_page import page

    export = export_by_operator(child=child)
    text = page(export) if as_page else json.dumps(export, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    print(text, file=out)
