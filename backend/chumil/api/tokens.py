"""Signs and checks the tokens that point at a Session. simplejwt is the codec, nothing more."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import jwt
from django.conf import settings
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import TokenBackendError

from chumil.accounts.models import Session
from chumil.common import clock

AUDIENCE = "chumil-api"
ISSUER = "chumil"
LEEWAY = 10
ACCESS, REFRESH = "access", "refresh"
_REQUIRED = ["sub", "sid", "gen", "role", "typ", "iat", "exp", "aud", "iss"]


@dataclass(frozen=True)
class Claims:
    """What a genuine token says."""

    owner: UUID
    session: UUID
    generation: int


class KeyBackend(TokenBackend):
    """HS256 with one key of the ring, named by `kid`. Time is judged by our own clock, in `read`."""

    def __init__(self, key: str) -> None:
        super().__init__("HS256", signing_key=key, audience=AUDIENCE, issuer=ISSUER)
        self.kid = hashlib.sha256(key.encode()).hexdigest()[:8]

    def encode(self, payload: dict[str, Any]) -> str:
        claims = {**payload, "aud": self.audience, "iss": self.issuer}
        return jwt.encode(claims, self.prepared_signing_key, algorithm=self.algorithm, headers={"kid": self.kid})

    def decode(self, token: Any, verify: bool = True) -> dict[str, Any]:
        try:
            return jwt.decode(
                token,
                self.prepared_signing_key,
                algorithms=[self.algorithm],
                audience=self.audience,
                issuer=self.issuer,
                options={"require": _REQUIRED, "verify_exp": False, "verify_iat": False, "verify_nbf": False},
            )
        except jwt.InvalidTokenError as problem:
            raise TokenBackendError("Token is invalid") from problem


def pair(session: Session) -> dict[str, str]:
    """{access, refresh} for this generation. The refresh text is the same each time it is asked for."""
    now = clock.now()
    access_until = min(now + settings.ACCESS_LIFETIME, session.expires_at)
    return {
        "access": _sign(session, ACCESS, now, access_until),
        "refresh": _sign(session, REFRESH, session.refreshed_at, session.expires_at),
    }


def read(token: str, kind: str) -> Claims | None:
    """The claims of a genuine, current token of this kind; None for anything else."""
    try:
        claims = _key_of(token).decode(token)
        if claims["typ"] != kind or not _is_current(claims):
            return None
        return Claims(owner=UUID(claims["sub"]), session=UUID(claims["sid"]), generation=int(claims["gen"]))
    except (TokenBackendError, jwt.InvalidTokenError, ValueError, TypeError, AttributeError, KeyError):
        return None


def _sign(session: Session, kind: str, issued: datetime, until: datetime) -> str:
    claims = {
        "sub": str(session.owner.pk),
        "sid": str(session.pk),
        "gen": session.generation,
        "role": session.role,
        "typ": kind,
        "iat": int(issued.timestamp()),
        "exp": int(until.timestamp()),
    }
    return _ring()[0].encode(claims)


def _ring() -> list[KeyBackend]:
    return [_backend(key) for key in settings.JWT_KEYS]


@lru_cache(8)
def _backend(key: str) -> KeyBackend:
    return KeyBackend(key)


def _key_of(token: str) -> KeyBackend:
    kid = jwt.get_unverified_header(token).get("kid")
    return next((key for key in _ring() if key.kid == kid), _ring()[0])


def _is_current(claims: dict[str, Any]) -> bool:
    now = clock.now().timestamp()
    return float(claims.get("nbf", 0)) - LEEWAY <= now < float(claims["exp"]) + LEEWAY
