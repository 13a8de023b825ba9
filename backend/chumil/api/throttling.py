"""Where a request comes from, for the soft limits of `accounts.limits`."""

from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle


def network_of(request: Request) -> str:
    """The address as the outermost trusted proxy saw it (NUM_PROXIES). It is only ever hashed, never stored."""
    address: str = BaseThrottle().get_ident(request)
    return address
