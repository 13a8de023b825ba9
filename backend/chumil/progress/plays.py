"""The plays of a child, for a teacher who looks for the one that was somebody else's."""

from django.db.models import OuterRef, QuerySet, Subquery

from chumil.accounts.models import Child
from chumil.play.models import Attempt, Credit
from chumil.play.selectors import record_of


def plays_of(child: Child) -> QuerySet[Attempt]:
    """What counts for a child, newest first, each with `credit`: the id of its last one, if any.

    Of a sensitive story a teacher learns only that it was finished, so an unfinished one is not here.
    """
    last = Credit.objects.filter(attempt=OuterRef("pk")).order_by("-id").values("pk")[:1]
    shown = record_of(child.pk).exclude(finished=False, version__scenario__sensitive=True)
    related = shown.select_related("version__scenario", "child").defer("version__body", "path", "evidence")
    return related.annotate(credit=Subquery(last)).order_by("-id")
