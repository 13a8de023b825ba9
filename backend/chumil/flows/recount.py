"""A child's figures and badges again, from what counts for them. Callers have locked the child."""

from collections.abc import Sequence

from chumil.accounts.models import Child
from chumil.badges.selectors import earned, held_by
from chumil.badges.services import award
from chumil.content import selectors as content
from chumil.play.models import Attempt
from chumil.play.selectors import record_of
from chumil.progress.services import project


def badges_met(child: Child) -> set[str]:
    """The badges whose rules are met by what counts for the child now; held ones may be more."""
    record = list(record_of(child.pk))
    return set(earned(record, content.shelf({each.version_id for each in record}, child.tier)))


def recount(*, child: Child, also: Sequence[Attempt] = ()) -> set[str]:
    """Brings figures and badges up to date, of the scenarios of `also` too; the badges met."""
    record = list(record_of(child.pk))
    shelf = content.shelf({each.version_id for each in (*record, *also)}, child.tier)
    scenarios = {shelf.versions[each.version_id].scenario for each in (*record, *also)}
    project(child=child.pk, record=record, versions=shelf.versions, scenarios=scenarios)
    met = earned(record, shelf)
    award(child=child.pk, earned=met, held=held_by(child.pk))
    return set(met)
