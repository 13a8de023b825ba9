"""The routes under /api/v1/, one block for each module of views."""

from django.urls import path

from chumil.api.views import docs

urlpatterns = [
    # docs
    path("schema", docs.SchemaView.as_view()),
    path("docs", docs.DocsView.as_view()),
]
