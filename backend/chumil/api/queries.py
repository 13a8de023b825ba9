"""Filters in the query string."""

from typing import Any

from rest_framework.request import Request
from rest_framework.serializers import Serializer

from chumil.common.errors import DomainError, ErrorCode, FieldError


def filters_of(request: Request, kind: type[Serializer[Any]]) -> dict[str, Any]:
    """What this serializer reads from the query string; `invalid_query` (400) names the filters that are wrong."""
    filters = kind(data=request.query_params)
    if not filters.is_valid():
        fields = [FieldError(name, ErrorCode.FIELD_INVALID) for name in filters.errors]
        raise DomainError(ErrorCode.INVALID_QUERY, status=400, fields=fields)
    return dict(filters.validated_data)
