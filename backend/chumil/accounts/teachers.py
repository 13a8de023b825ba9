"""Writes: how a teacher comes to an account, and the password of one who has it."""

from enum import StrEnum

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from chumil.accounts import mail, tickets
from chumil.accounts.limits import ACCOUNT, MAIL, NETWORK, counting_failures, spend
from chumil.accounts.mail import Letterhead
from chumil.accounts.models import Session, SignUp, Ticket, User
from chumil.accounts.services import end_session, end_sessions
from chumil.audit.actions import Action
from chumil.audit.services import record
from chumil.common import clock
from chumil.common.errors import DomainError, ErrorCode, FieldError

_PASSWORD_PROBLEMS = {
    "password_too_short": ErrorCode.FIELD_TOO_SHORT,
    "password_too_common": ErrorCode.FIELD_TOO_COMMON,
    "password_too_similar": ErrorCode.FIELD_TOO_SIMILAR,
}


class Next(StrEnum):
    """What somebody who signs up has to do, or to wait for."""

    SIGN_IN = "sign_in"
    CONFIRM = "confirm_email"
    WAIT = "wait_for_approval"


def sign_up(
    *, email: str, password: str, display_name: str, invitation: str = "", network: str, letterhead: Letterhead
) -> Next:
    """Begins an account, and says the same whether or not the address already has one.

    Raises `invalid_body` (400) for a weak password, `link_not_valid` (404) for a bad invitation.
    """
    login = email.strip().lower()
    _refuse_weak(password, User(email=login, display_name=display_name))
    wanted = SignUp(email=login, display_name=display_name, password=make_password(password))
    if invitation:
        with counting_failures((NETWORK, network)):
            return _accept(wanted, invitation)
    if settings.SIGN_UP_OPEN:
        return _become_user(wanted)
    spend((MAIL, login))
    _ask_to_confirm(wanted, letterhead)
    return Next.CONFIRM


def confirm_email(*, token: str, network: str) -> Next:
    """The link of the mail was followed; `link_not_valid` (404) when it is not good."""
    with counting_failures((NETWORK, network)), transaction.atomic():
        sign_up = tickets.redeem(Ticket.Purpose.CONFIRM, token).sign_up
        assert sign_up is not None  # such tickets are issued for one
        sign_up.confirmed_at = clock.now()
        sign_up.save(update_fields=["confirmed_at"])
        return _become_user_when_ready(sign_up)


@transaction.atomic
def approve(*, sign_up: SignUp, letterhead: Letterhead, by: User | None = None) -> Next:
    """The staff, or a command, lets this teacher in, who hears of it once the address is confirmed too."""
    sign_up.approved_at = clock.now()
    sign_up.save(update_fields=["approved_at"])
    step = _become_user_when_ready(sign_up)
    record(Action.SIGN_UP_APPROVED, by=by.pk if by else None, subject=sign_up.pk)
    if step == Next.SIGN_IN:
        mail.send(mail.APPROVED, sign_up.email, letterhead)
    return step


@transaction.atomic
def invite(*, email: str, letterhead: Letterhead, by: User | None = None) -> None:
    """Sends an invitation to open an account with this address; it takes the place of approval."""
    login = email.strip().lower()
    record(Action.TEACHER_INVITED, by=by.pk if by else None)
    mail.send(mail.INVITE, login, letterhead, tickets.issue(Ticket.Purpose.INVITE, login))


def change_password(*, session: Session, current: str, password: str) -> None:
    """A new password; every other session of the teacher ends. `invalid_body` (400) names the bad field."""
    user = session.user
    assert user is not None  # only teachers come here
    with counting_failures((ACCOUNT, user.email)):
        if not check_password(current, user.password):
            raise _refusal("current", ErrorCode.FIELD_NOT_CURRENT)
    _set_password(user, password, Action.PASSWORD_CHANGED, besides=session)


def ask_reset(*, email: str, letterhead: Letterhead) -> None:
    """Sends a link to whoever has an account with this address; says nothing about whether one has."""
    login = email.strip().lower()
    spend((MAIL, login))
    if User.objects.filter(email=login, is_active=True).exists():
        mail.send(mail.RESET, login, letterhead, tickets.issue(Ticket.Purpose.RESET, login))


def reset_password(*, token: str, password: str, network: str) -> None:
    """A new password by a mailed link; every session ends. A weak one leaves the link good."""
    with counting_failures((NETWORK, network)), transaction.atomic():
        ticket = tickets.redeem(Ticket.Purpose.RESET, token)
        user = User.objects.filter(email=ticket.email, is_active=True).first()
        if user is None:
            raise DomainError(ErrorCode.LINK_NOT_VALID, status=404)
        _set_password(user, password, Action.PASSWORD_RESET)
        Ticket.objects.filter(purpose=Ticket.Purpose.RESET, email=user.email, used_at=None).update(used_at=clock.now())


@transaction.atomic
def end_own_session(*, user: User, session: Session) -> None:
    """Signs the teacher out on one device."""
    end_session(session=session)
    record(Action.SESSION_ENDED, by=user.pk, subject=session.pk)


@transaction.atomic
def end_own_sessions(*, user: User) -> None:
    """Signs the teacher out everywhere."""
    end_sessions(owner=user)
    record(Action.SESSIONS_ENDED, by=user.pk)


def _accept(wanted: SignUp, invitation: str) -> Next:
    """The invitation came by mail, so whoever has it has that address."""
    with transaction.atomic():
        if tickets.redeem(Ticket.Purpose.INVITE, invitation).email != wanted.email:
            raise DomainError(ErrorCode.LINK_NOT_VALID, status=404)
        return _become_user(wanted)


def _ask_to_confirm(wanted: SignUp, letterhead: Letterhead) -> None:
    if User.objects.filter(email=wanted.email).exists():
        mail.send(mail.ALREADY, wanted.email, letterhead)
        return
    wanted.save(force_insert=True)
    mail.send(mail.CONFIRM, wanted.email, letterhead, tickets.issue(Ticket.Purpose.CONFIRM, wanted.email, wanted))


def _become_user_when_ready(sign_up: SignUp) -> Next:
    if sign_up.confirmed_at is None:
        return Next.CONFIRM
    if sign_up.approved_at is None:
        return Next.WAIT
    _become_user(sign_up)
    SignUp.objects.filter(email=sign_up.email).delete()
    return Next.SIGN_IN


def _become_user(wanted: SignUp) -> Next:
    """Who has an account already keeps it as it is: the password of a second sign-up opens nothing."""
    user = User(email=wanted.email, display_name=wanted.display_name, password=wanted.password)
    User.objects.bulk_create([user], ignore_conflicts=True)
    return Next.SIGN_IN


def _set_password(user: User, password: str, action: Action, besides: Session | None = None) -> None:
    _refuse_weak(password, user)
    with transaction.atomic():
        user.set_password(password)
        user.save(update_fields=["password"])
        end_sessions(owner=user, besides=besides)
        record(action, by=user.pk)


def _refuse_weak(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as problem:
        code = _PASSWORD_PROBLEMS[str(problem.error_list[0].code)]
        raise _refusal("password", code) from None


def _refusal(field: str, code: ErrorCode) -> DomainError:
    return DomainError(ErrorCode.INVALID_BODY, status=400, fields=[FieldError(field, code)])
