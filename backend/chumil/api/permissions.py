"""Who may call a view. A view that says nothing is closed to all."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from chumil.accounts.models import Child, Session, User

if TYPE_CHECKING:  # DRF loads this module while it loads its own views
    from rest_framework.views import APIView


class Nobody(BasePermission):
    """The default: nobody, so that a forgotten line closes a door rather than opens it."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return False


class IsSignedIn(BasePermission):
    """A child or a teacher."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.auth, Session)


class IsChild(BasePermission):
    """A child on a bound phone."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.user, Child)


class IsTeacher(BasePermission):
    """A teacher; staff teach too."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return isinstance(request.user, User)


def child_of(request: Request) -> Child:
    """The child who asks; only behind IsChild."""
    assert isinstance(request.user, Child)
    return request.user


def teacher_of(request: Request) -> User:
    """The teacher who asks; only behind IsTeacher."""
    assert isinstance(request.user, User)
    return request.user


def session_of(request: Request) -> Session:
    """The sign-in behind this request; only behind one of the above."""
    assert isinstance(request.auth, Session)
    return request.auth
