"""Writes: who is staff."""

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from chumil.accounts.models import User
from chumil.audit.actions import Action
from chumil.audit.services import record


@transaction.atomic
def make_staff(*, user: User, may_do_everything: bool) -> str:
    """Lets the user into the admin with a new second factor; the address that its app must scan."""
    user.is_staff, user.is_superuser = True, may_do_everything
    user.save(update_fields=["is_staff", "is_superuser"])
    TOTPDevice.objects.filter(user=user).delete()
    device = TOTPDevice.objects.create(user=user, name="Chumil", confirmed=True)
    record(Action.STAFF_ADDED, by=None, subject=user.pk)
    return str(device.config_url)
