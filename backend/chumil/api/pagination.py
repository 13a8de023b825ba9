"""Lists never come whole."""

from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request

from chumil.common.errors import DomainError, ErrorCode, FieldError


class Pages(PageNumberPagination):
    """{count, next, previous, results}: 50 a page, at most 100. A size that is no number is `invalid_query` (400)."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 100

    def get_page_size(self, request: Request) -> int | None:
        asked = request.query_params.get(self.page_size_query_param)
        if asked is not None and not asked.isdecimal():
            fields = [FieldError(self.page_size_query_param, ErrorCode.FIELD_INVALID)]
            raise DomainError(ErrorCode.INVALID_QUERY, status=400, fields=fields)
        return super().get_page_size(request)
