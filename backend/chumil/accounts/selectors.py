"""Reads of sessions."""

from uuid import UUID

from chumil.accounts.models import Session


def live_session(session_id: UUID) -> Session | None:
    """The session with its owner, if it still signs them in. One query."""
    session = Session.objects.select_related("user", "child").filter(pk=session_id).first()
    return session if session is not None and session.is_live() else None
