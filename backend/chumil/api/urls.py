"""The routes under /api/v1/, one block for each module of views."""

from django.urls import path

from chumil.api.views import auth, classes, docs, join, me

urlpatterns = [
    # auth
    path("auth/token", auth.SignInView.as_view()),
    path("auth/token/refresh", auth.RefreshView.as_view()),
    path("auth/sign-out", auth.SignOutView.as_view()),
    # join
    path("join/look", join.LookView.as_view()),
    path("join/claim", join.ClaimView.as_view()),
    # me
    path("me", me.MeView.as_view()),
    # classes
    path("classes", classes.ClassesView.as_view()),
    path("classes/<uuid:classroom_id>", classes.ClassroomView.as_view()),
    path("classes/<uuid:classroom_id>/joining", classes.JoiningView.as_view()),
    # docs
    path("schema", docs.SchemaView.as_view()),
    path("docs", docs.DocsView.as_view()),
]
