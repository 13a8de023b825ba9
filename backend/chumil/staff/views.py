"""What the staff sees, and the little it may change. Children's data can only be read, and answers not at all."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from chumil.accounts import teachers
from chumil.accounts.mail import Letterhead
from chumil.accounts.models import Child, Session, SignUp, User
from chumil.accounts.services import end_sessions
from chumil.audit.actions import Action
from chumil.audit.models import AuditEvent
from chumil.audit.services import record
from chumil.classes.models import Classroom, Enrolment, Teaching
from chumil.play.models import Attempt, Credit, Quarantine
from chumil.staff.site import site

__all__ = ["site"]

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
else:
    _ModelAdmin = admin.ModelAdmin


class ReadOnly(_ModelAdmin):
    """Nothing can be added, changed or deleted; what a subclass allows leaves a trail."""

    list_per_page = 50
    show_full_result_count = False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return site.has_permission(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """Into our own trail, not into Django's, which keeps text and can be deleted."""
        record(Action.STAFF_CHANGED, by=request.user.pk, subject=obj.pk)


@admin.register(User, site=site)
class Teachers(ReadOnly):
    """A teacher can be shut out and let in again; only whoever may do everything makes somebody staff."""

    list_display = ("email", "display_name", "is_active", "is_staff", "created_at")
    list_filter = ("is_active", "is_staff")
    search_fields = ("email", "display_name")
    fields = ("email", "display_name", "created_at", "is_active", "is_staff", "is_superuser")
    actions = ("end_sign_ins",)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return site.has_permission(request)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        kept = ("email", "display_name", "created_at")
        may_do_everything = isinstance(request.user, User) and request.user.is_superuser
        return kept if may_do_everything else (*kept, "is_staff", "is_superuser")

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        obj.save(update_fields=form.changed_data)
        if not obj.is_active:
            end_sessions(owner=obj)

    @admin.action(description="Cerrar todas las sesiones", permissions=["change"])
    def end_sign_ins(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset:
            end_sessions(owner=user)
            record(Action.SESSIONS_ENDED, by=request.user.pk, subject=user.pk)


@admin.register(SignUp, site=site)
class SignUps(ReadOnly):
    """Who waits to be let in."""

    list_display = ("email", "display_name", "created_at", "confirmed_at", "approved_at")
    fields = list_display
    actions = ("approve",)

    def has_approve_permission(self, request: HttpRequest) -> bool:
        return site.has_permission(request)

    @admin.action(description="Aprobar", permissions=["approve"])
    def approve(self, request: HttpRequest, queryset: QuerySet[SignUp]) -> None:
        assert isinstance(request.user, User)  # the site lets nobody else in
        letterhead = Letterhead(origin=request.build_absolute_uri("/"), english=False)
        for sign_up in queryset.filter(approved_at=None):
            teachers.approve(sign_up=sign_up, letterhead=letterhead, by=request.user)


@admin.register(Child, site=site)
class Children(ReadOnly):
    list_display = ("id", "nickname", "tier", "claimed_at", "erased_at")
    list_filter = ("tier",)
    search_fields = ("id", "nickname")


@admin.register(Session, site=site)
class SignIns(ReadOnly):
    list_display = ("id", "user", "child", "last_seen_day", "expires_at", "revoked_at")
    list_select_related = ("user", "child")
    fields = ("id", "user", "child", "created_at", "last_seen_day", "expires_at", "revoked_at")


@admin.register(Classroom, site=site)
class Classrooms(ReadOnly):
    list_display = ("name", "tier", "joining_until", "notice_version", "created_at", "archived_at")
    list_filter = ("tier",)
    search_fields = ("id", "name")
    fields = ("id", *list_display)


@admin.register(Teaching, site=site)
class Teachings(ReadOnly):
    list_display = ("classroom", "user", "role")
    list_select_related = ("classroom", "user")


@admin.register(Enrolment, site=site)
class Enrolments(ReadOnly):
    list_display = ("classroom", "child", "joined_at", "left_at")
    list_select_related = ("classroom", "child")


@admin.register(Attempt, site=site)
class Attempts(ReadOnly):
    """That something was played, never what was answered or how it went."""

    list_display = ("id", "child", "counts_for", "length", "received_at", "updated_at", "finished", "drift")
    list_select_related = ("child", "counts_for")
    fields = list_display
    search_fields = ("id", "child__id")


@admin.register(Credit, site=site)
class Credits(ReadOnly):
    list_display = ("id", "attempt", "child", "actor", "at")
    list_select_related = ("attempt", "child", "actor")


@admin.register(Quarantine, site=site)
class Refused(ReadOnly):
    """Why something was refused, never what was in it."""

    list_display = ("id", "child", "code", "reports", "received_at", "resolved_at", "resolved_as")
    list_filter = ("code",)
    list_select_related = ("child",)
    fields = list_display


@admin.register(AuditEvent, site=site)
class Trail(ReadOnly):
    list_display = ("at", "action", "actor", "classroom", "child", "subject")
    list_filter = ("action",)
    search_fields = ("actor", "classroom", "child", "subject")
