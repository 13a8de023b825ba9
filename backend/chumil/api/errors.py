"""Every refusal leaves as RFC 9457 problem+json with a stable code, in Spanish or English."""

import logging
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response

from chumil.api.language import speaks_english
from chumil.common.database import TROUBLE
from chumil.common.errors import MESSAGES, DomainError, ErrorCode, FieldError

log = logging.getLogger("chumil.api")
CONTENT_TYPE = "application/problem+json"
RETRY_AFTER = 5

_BY_EXCEPTION: tuple[tuple[type[Exception], ErrorCode, int], ...] = (
    (exceptions.ParseError, ErrorCode.MALFORMED_JSON, 400),
    (exceptions.NotAuthenticated, ErrorCode.NOT_SIGNED_IN, 401),
    (exceptions.AuthenticationFailed, ErrorCode.SESSION_ENDED, 401),
    (exceptions.PermissionDenied, ErrorCode.NOT_ALLOWED, 403),
    (PermissionDenied, ErrorCode.NOT_ALLOWED, 403),
    (exceptions.NotFound, ErrorCode.NOT_FOUND, 404),
    (Http404, ErrorCode.NOT_FOUND, 404),
    (exceptions.MethodNotAllowed, ErrorCode.METHOD_NOT_ALLOWED, 405),
    (exceptions.NotAcceptable, ErrorCode.NOT_ACCEPTABLE, 406),
    (exceptions.UnsupportedMediaType, ErrorCode.UNSUPPORTED_MEDIA_TYPE, 415),
    (exceptions.Throttled, ErrorCode.TOO_MANY_ATTEMPTS, 429),
)
_BY_FIELD_CODE = {
    "required": ErrorCode.FIELD_REQUIRED,
    "null": ErrorCode.FIELD_REQUIRED,
    "blank": ErrorCode.FIELD_EMPTY,
    "empty": ErrorCode.FIELD_EMPTY,
    "max_length": ErrorCode.FIELD_TOO_LONG,
    "max_value": ErrorCode.FIELD_OUT_OF_RANGE,
    "min_value": ErrorCode.FIELD_OUT_OF_RANGE,
    "invalid_choice": ErrorCode.FIELD_NOT_A_CHOICE,
}


def handle(problem: Exception, context: Mapping[str, Any]) -> Response | None:
    """DRF's exception handler. None for what nobody foresaw: Django logs it and answers 500."""
    error = _as_domain_error(problem)
    if error is None:
        return None
    request = context["request"]
    response = Response(body(request, error), status=error.status, content_type=CONTENT_TYPE)
    if error.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def body(request: HttpRequest, error: DomainError) -> dict[str, Any]:
    """The problem's JSON."""
    language = 1 if speaks_english(request) else 0
    problem: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(error.status).phrase,
        "status": error.status,
        "code": error.code.value,
        "detail": MESSAGES[error.code][language],
        "request_id": getattr(request, "request_id", ""),
    }
    if error.fields:
        problem["errors"] = [
            {"field": item.field, "code": item.code.value, "detail": MESSAGES[item.code][language]}
            for item in error.fields
        ]
    return problem


def _as_domain_error(problem: Exception) -> DomainError | None:
    if isinstance(problem, DomainError):
        return problem
    if isinstance(problem, exceptions.ValidationError):
        return DomainError(ErrorCode.INVALID_BODY, status=400, fields=list(_fields(problem.detail)))
    if isinstance(problem, TROUBLE):
        log.exception("the database does not answer")
        return DomainError(ErrorCode.UNAVAILABLE, status=503, retry_after=RETRY_AFTER)
    for kind, code, status in _BY_EXCEPTION:
        if isinstance(problem, kind):
            return DomainError(code, status=status)
    return None


def _fields(detail: Any, path: str = "") -> Iterator[FieldError]:
    """Flattens DRF's nested errors to dotted paths."""
    if isinstance(detail, Mapping):
        for key, inner in detail.items():
            name = "" if key == "non_field_errors" else str(key)
            yield from _fields(inner, ".".join(part for part in (path, name) if part))
    elif isinstance(detail, list | tuple):
        for index, inner in enumerate(detail):
            nested = isinstance(inner, Mapping | list | tuple)
            yield from _fields(inner, f"{path}.{index}" if nested else path)
    else:
        yield FieldError(path, _BY_FIELD_CODE.get(detail.code, ErrorCode.FIELD_INVALID))


def _problem(request: HttpRequest, code: ErrorCode, status: int) -> JsonResponse:
    return JsonResponse(body(request, DomainError(code, status=status)), status=status, content_type=CONTENT_TYPE)


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Django's handler400."""
    return _problem(request, ErrorCode.BAD_REQUEST, 400)


def page_not_found(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Django's handler404."""
    return _problem(request, ErrorCode.NOT_FOUND, 404)


def server_error(request: HttpRequest) -> JsonResponse:
    """Django's handler500; the trace is in the log under the request id, never in the answer."""
    return _problem(request, ErrorCode.SERVER_ERROR, 500)
