"""What every answer carries: a request id and the browser's safety rules."""

from collections.abc import Callable
from functools import cache
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

PERMISSIONS_POLICY = (
    "accelerometer=(), browsing-topics=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
)
_OWN_SOURCES = ("script-src 'self'", "style-src 'self' 'unsafe-inline'")
_REST = (
    "default-src 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    # The reader of QR codes makes its worker of a blob where the phone has no reader of its own.
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)


class HeadersMiddleware:
    """Stands first, so that static files and errors get the headers too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.request_id = uuid4().hex  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers["X-Request-Id"] = request.request_id  # type: ignore[attr-defined]
        response.headers.setdefault("Content-Security-Policy", content_security_policy(request.path))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def content_security_policy(path: str) -> str:
    """Only our own files; the client's page may run the code inlined in it, and no other."""
    inlined = _OWN_SOURCES if path.startswith(("/api/", "/staff/")) else _client_sources()
    return "; ".join((*inlined, *_REST))


@cache
def _client_sources() -> tuple[str, ...]:
    """The directives with the hashes of the inlined code, as the client's build wrote them down."""
    written = settings.CLIENT / "csp.txt"
    return tuple(written.read_text(encoding="ascii").splitlines()) if written.is_file() else _OWN_SOURCES
