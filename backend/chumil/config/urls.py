"""Every route. The client itself is static files, served by WhiteNoise at `/`."""

from django.urls import include, path

from chumil.api.views import health
from chumil.staff.views import site

urlpatterns = [
    path("livez", health.livez),
    path("readyz", health.readyz),
    path("api/v1/", include("chumil.api.urls")),
    path("staff/", site.urls),
]
handler400 = "chumil.api.errors.bad_request"
handler404 = "chumil.api.errors.page_not_found"
handler500 = "chumil.api.errors.server_error"
