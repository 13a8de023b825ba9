"""Where the staff signs in: e-mail, password and the number of the moment."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django_otp import devices_for_user
from django_otp.admin import OTPAdminAuthenticationForm, OTPAdminSite

from chumil.accounts.limits import ACCOUNT, give_back, spend
from chumil.accounts.models import User
from chumil.common import clock
from chumil.common.errors import MESSAGES, DomainError


class SignInForm(OTPAdminAuthenticationForm):  # type: ignore[misc]  # django-otp has no types
    """Counts failures for the account, together with those of the API."""

    def clean(self) -> dict[str, Any]:
        subject = ACCOUNT, str(self.cleaned_data.get("username", "")).strip().lower()
        at = clock.now()
        try:
            spend(subject)
        except DomainError as problem:
            raise ValidationError(MESSAGES[problem.code][0]) from problem
        cleaned: dict[str, Any] = super().clean()
        give_back(subject, at=at)
        return cleaned

    def _chosen_device(self, user: User) -> Any:
        """Everybody has one, so nobody has to choose."""
        return next(devices_for_user(user, confirmed=True, for_verify=True), None)


class StaffSite(OTPAdminSite):  # type: ignore[misc]
    """Only for members of the staff whose second factor was checked in this sign-in."""

    site_header = site_title = "Chumil"
    index_title = "Atención"
    login_form = SignInForm
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and request.user.is_active


site = StaffSite(name="staff")
