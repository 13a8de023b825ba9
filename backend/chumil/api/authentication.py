"""Reads the bearer token and loads its session: a revoked one is refused at once."""

from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from chumil.accounts import selectors, services
from chumil.accounts.models import Child, Session, User
from chumil.api import tokens
from chumil.common.errors import DomainError, ErrorCode


class SessionAuthentication(BaseAuthentication):
    """`request.user` is the User or the Child, `request.auth` the Session.

    A phone whose child was erased is told so, that it may forget them too.
    """

    def authenticate(self, request: Request) -> tuple[User | Child, Session] | None:
        scheme, _, token = get_authorization_header(request).partition(b" ")
        if scheme.lower() != b"bearer":
            return None
        claims = tokens.read(token.decode("latin-1"), tokens.ACCESS)
        session = selectors.live_session(claims.session) if claims else None
        if session is None or claims is None:
            if claims and selectors.is_erased(claims.owner):
                raise DomainError(ErrorCode.CHILD_ERASED, status=401)
            raise AuthenticationFailed
        services.note_use(session=session, generation=claims.generation)
        return session.owner, session

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"
