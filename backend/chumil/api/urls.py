"""The routes under /api/v1/, one block for each module of views."""

from django.urls import path

from chumil.api.views import auth, classes, docs, join, me, progress, reference, scenarios, sync

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
    path("classes/<uuid:classroom_id>/progress", progress.ClassProgressView.as_view()),
    # content
    path("scenarios", scenarios.ScenariosView.as_view()),
    path("scenarios/<slug:hash>", scenarios.ScenarioView.as_view()),
    path("badges", reference.BadgesView.as_view()),
    path("reference/<slug:key>", reference.ReferenceView.as_view()),
    # sync
    path("sync", sync.SyncView.as_view()),
    path("me/progress", progress.MyProgressView.as_view()),
    # docs
    path("schema", docs.SchemaView.as_view()),
    path("docs", docs.DocsView.as_view()),
]
