"""The API's description of itself, and a page that needs no outside host."""

from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView


@extend_schema(exclude=True)
class SchemaView(SpectacularAPIView):
    """OpenAPI 3.1."""


@extend_schema(exclude=True)
class DocsView(SpectacularSwaggerSplitView):
    """A page to read and try the API. Its script is a request of its own, so nothing is inline."""

    url = "/api/v1/schema"
