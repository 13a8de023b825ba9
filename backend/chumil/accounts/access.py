"""The only way to a session by its id."""

from uuid import UUID

from chumil.accounts.models import Child, Session, User
from chumil.accounts.selectors import sessions_of
from chumil.common.errors import not_found


def own_session(owner: User | Child, session_id: UUID) -> Session:
    """A live session of this teacher or child; `not_found` when there is none or it is not theirs."""
    session = sessions_of(owner).filter(pk=session_id).first()
    if session is None:
        raise not_found()
    return session
