"""Awards, safe to repeat."""

from collections.abc import Iterable
from uuid import UUID

from chumil.badges.models import Award
from chumil.common import clock


def award(*, child: UUID, earned: Iterable[str], held: Iterable[str]) -> list[str]:
    """Gives what is earned and not yet held; all the child holds then, sorted."""
    held = set(held)
    new = set(earned) - held
    if new:
        now = clock.now()
        rows = [Award(child_id=child, badge=badge, awarded_at=now) for badge in sorted(new)]
        Award.objects.bulk_create(rows, ignore_conflicts=True)
    return sorted(held | new)


def take_back(*, child: UUID, badges: Iterable[str]) -> None:
    """Only where the plays that earned them were another child's."""
    Award.objects.filter(child=child, badge__in=list(badges)).delete()
