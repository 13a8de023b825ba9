"""The routes under /api/v1/, one block for each module of views."""

from django.urls import path

from chumil.api.views import (
    account,
    auth,
    cards,
    children,
    classes,
    data,
    docs,
    join,
    me,
    phones,
    plays,
    progress,
    reference,
    scenarios,
    sync,
    teachers,
)

_CLASS = "classes/<uuid:classroom_id>"
_CHILD = f"{_CLASS}/children/<uuid:child_id>"

urlpatterns = [
    # auth
    path("auth/token", auth.SignInView.as_view()),
    path("auth/token/refresh", auth.RefreshView.as_view()),
    path("auth/sign-out", auth.SignOutView.as_view()),
    path("auth/sign-up", account.SignUpView.as_view()),
    path("auth/sign-up/confirm", account.ConfirmView.as_view()),
    path("auth/password", account.PasswordView.as_view()),
    path("auth/password/forgot", account.ForgotView.as_view()),
    path("auth/password/reset", account.ResetView.as_view()),
    path("auth/sessions", account.SessionsView.as_view()),
    path("auth/sessions/<uuid:session_id>", account.SessionView.as_view()),
    # join
    path("join/look", join.LookView.as_view()),
    path("join/claim", join.ClaimView.as_view()),
    path("join/card", join.CardView.as_view()),
    path("join/ask", join.AskView.as_view()),
    path("join/asked", join.AskedView.as_view()),
    # me
    path("me", me.MeView.as_view()),
    # classes
    path("classes", classes.ClassesView.as_view()),
    path(_CLASS, classes.ClassroomView.as_view()),
    path(f"{_CLASS}/joining", classes.JoiningView.as_view()),
    path(f"{_CLASS}/progress", progress.ClassProgressView.as_view()),
    path(f"{_CLASS}/tiles", classes.TilesView.as_view()),
    path(f"{_CLASS}/code", classes.CodeView.as_view()),
    path(f"{_CLASS}/archive", classes.ArchiveView.as_view()),
    path(f"{_CLASS}/cards", cards.CardsView.as_view()),
    path(f"{_CLASS}/teachers", teachers.TeachersView.as_view()),
    path(f"{_CLASS}/teachers/<uuid:user_id>", teachers.TeacherView.as_view()),
    path(f"{_CLASS}/phones", phones.AskingView.as_view()),
    path(f"{_CLASS}/phones/<uuid:phone_id>/approve", phones.ApproveView.as_view()),
    path(f"{_CLASS}/phones/<uuid:phone_id>/refuse", phones.RefuseView.as_view()),
    path(f"{_CHILD}/release", children.ReleaseView.as_view()),
    path(f"{_CHILD}/reset-secret", children.ResetSecretView.as_view()),
    path(f"{_CHILD}/move", children.MoveView.as_view()),
    path(f"{_CHILD}/phones", phones.ChildPhonesView.as_view()),
    path(f"{_CHILD}/phones/<uuid:phone_id>", phones.ChildPhoneView.as_view()),
    path(_CHILD, data.ChildView.as_view()),
    path(f"{_CHILD}/export", data.ExportView.as_view()),
    path(f"{_CHILD}/plays", plays.PlaysView.as_view()),
    path(f"{_CLASS}/credits", plays.CreditsView.as_view()),
    path(f"{_CLASS}/credits/<uuid:credit_id>", plays.CreditView.as_view()),
    path("notice", classes.NoticeView.as_view()),
    # content
    path("scenarios", scenarios.ScenariosView.as_view()),
    path("scenarios/<slug:hash>", scenarios.ScenarioView.as_view()),
    path("badges", reference.BadgesView.as_view()),
    path("reference/talks", reference.TalksView.as_view()),
    path("reference/<slug:key>", reference.ReferenceView.as_view()),
    # sync
    path("sync", sync.SyncView.as_view()),
    path("me/progress", progress.MyProgressView.as_view()),
    # docs
    path("schema", docs.SchemaView.as_view()),
    path("docs", docs.DocsView.as_view()),
]
