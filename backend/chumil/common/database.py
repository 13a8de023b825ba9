"""What it looks like when the database, and not the request, is in trouble."""

from django.db import InterfaceError, InternalError, OperationalError

TROUBLE = (OperationalError, InterfaceError, InternalError)
"""Full, locked, gone, out of connections, or (an InternalError of PostgreSQL) read-only: to be tried again later."""
