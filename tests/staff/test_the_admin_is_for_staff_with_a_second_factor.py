"""The admin: closed to all but staff with a second factor, read-only for children, and every write leaves a trail."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import URLPattern
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from chumil.accounts.models import Child, Session, SignUp, User
from chumil.audit.models import AuditEvent
from chumil.cli.command import run
from chumil.staff.services import make_staff
from chumil.staff.views import site

PASSWORD = "la clave de quien atiende"
CHANGES = {"add", "change", "delete"}


@pytest.fixture
def eva(db):
    """A member of the staff with a second factor."""
    user = User.objects.create_user("eva@chumil.example", PASSWORD, display_name="Eva")
    make_staff(user=user, may_do_everything=False)
    user.refresh_from_db()
    return user


def number_of(user):
    device = TOTPDevice.objects.get(user=user)
    return f"{totp(device.bin_key):06}"


def enter(user, password=PASSWORD, number=None):
    """A browser in which this person tried to sign in."""
    browser = Client(enforce_csrf_checks=False)
    browser.post(
        "/staff/login/", {"username": user.email, "password": password, "otp_token": number or "", "next": "/staff/"}
    )
    return browser


@pytest.fixture
def as_eva(eva):
    return enter(eva, number=number_of(eva))


def pages():
    """Every route of the admin, filled with a key that nothing has."""
    patterns = [each for each in site.get_urls() if isinstance(each, URLPattern)]
    inner = [
        (each, under) for each in site.get_urls() if not isinstance(each, URLPattern) for under in each.url_patterns
    ]
    routes = [str(each.pattern) for each in patterns]
    routes += [f"{each.pattern}{under.pattern}" for each, under in inner]
    nobody = "00000000-0000-4000-8000-00000000000d"
    return sorted({re.sub(r"<[^>]+>", nobody, re.sub(r"^\^|\$$|\(\?P.*$", "", route)) for route in routes})


def opens(browser, page):
    """Whether the page itself comes, and not the way to the sign-in."""
    answer = browser.get(f"/staff/{page}")
    return answer.status_code == 200 and b"id_password" not in answer.content


OPEN = {"login/", "jsi18n/"}


@pytest.mark.asvs(9)
def test_every_page_is_closed_to_whoever_is_not_verified(eva, marta, db):
    without_number, teacher = enter(eva), enter(marta, "una clave muy larga")
    wrong_number = enter(eva, number="000000")
    for browser in (Client(), without_number, teacher, wrong_number):
        opened = {page for page in pages() if page not in OPEN and opens(browser, page)}
        assert opened <= {"logout/"}
    assert len(pages()) > 30


@pytest.mark.asvs(9)
def test_a_bearer_token_opens_nothing(eva, sign_in):
    assert not opens(sign_in(eva), "")


def test_with_the_number_every_list_opens(as_eva, ana, beto, eva):
    for model, view in site._registry.items():
        page = f"{model._meta.app_label}/{model._meta.model_name}/"
        assert opens(as_eva, page), page
        for row in model._default_manager.all()[:1]:
            assert opens(as_eva, f"{page}{row.pk}/change/"), page
        assert view.list_display


@pytest.mark.asvs(56)
def test_a_reset_password_is_not_enough(eva):
    eva.set_password("otra clave bien larga")
    eva.save()
    assert not opens(enter(eva, "otra clave bien larga"), "")


def test_a_number_is_good_once(eva):
    number = number_of(eva)
    assert opens(enter(eva, number=number), "")
    assert not opens(enter(eva, number=number), "")


@pytest.mark.asvs(15)
def test_guessing_the_password_is_limited_with_the_limit_of_the_api(eva, frozen_clock):
    for _ in range(10):
        enter(eva, "no es esta", number_of(eva))
    assert not opens(enter(eva, number=number_of(eva)), "")


def test_childrens_data_cannot_be_changed(as_eva, ana):
    for model in (Child, Session):
        page = f"/staff/{model._meta.app_label}/{model._meta.model_name}/"
        assert as_eva.get(f"{page}add/").status_code == 403
        for change in CHANGES:
            assert not getattr(site._registry[model], f"has_{change}_permission")(None)
    assert as_eva.post(f"/staff/accounts/child/{ana.pk}/change/", {"nickname": "Otro"}).status_code == 403
    assert as_eva.post(f"/staff/accounts/child/{ana.pk}/delete/", {"post": "yes"}).status_code == 403
    ana.refresh_from_db()
    assert ana.nickname == "Quetzal valiente"


def test_no_answer_is_shown():
    hidden = {"path", "evidence", "ending", "raw", "stars", "percent", "got", "max", "password", "secret_hash"}
    for view in site._registry.values():
        shown = {*view.list_display, *(view.fields or [each.name for each in view.model._meta.fields])}
        assert not shown & hidden, view


def change(browser, user, **fields):
    return browser.post(f"/staff/accounts/user/{user.pk}/change/", fields)


@pytest.mark.asvs(48)
def test_shutting_a_teacher_out_ends_their_sign_ins_and_leaves_a_trail(as_eva, eva, marta, as_marta):
    assert change(as_eva, marta).status_code == 302
    assert as_marta.get("/api/v1/me").status_code == 401
    assert list(AuditEvent.objects.values_list("actor", "action", "subject"))[1:] == [
        (eva.pk, "staff_changed", marta.pk)
    ]
    assert not LogEntry.objects.exists()


@pytest.mark.asvs(6)
def test_staff_cannot_make_themselves_more(as_eva, eva):
    change(as_eva, eva, is_active="on", is_staff="on", is_superuser="on", email="otra@chumil.example")
    eva.refresh_from_db()
    assert (eva.is_superuser, eva.email) == (False, "eva@chumil.example")


@pytest.mark.asvs(24)
def test_staff_ends_every_sign_in_of_a_teacher(as_eva, marta, as_marta):
    as_eva.post("/staff/accounts/user/", {"action": "end_sign_ins", "_selected_action": [str(marta.pk)]})
    assert as_marta.get("/api/v1/me").status_code == 401
    assert AuditEvent.objects.filter(action="sessions_ended", subject=marta.pk).exists()


def test_staff_lets_a_teacher_in(as_eva, eva):
    wanted = SignUp.objects.create(
        email="nueva@escuela.example", display_name="Nueva", password="!", confirmed_at=eva.created_at
    )
    as_eva.post("/staff/accounts/signup/", {"action": "approve", "_selected_action": [str(wanted.pk)]})
    assert User.objects.filter(email="nueva@escuela.example").exists()
    assert AuditEvent.objects.filter(action="sign_up_approved", actor=eva.pk).exists()


def test_the_cookies_stay_in_the_admin(as_eva, settings):
    cookie = as_eva.cookies["sessionid"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/staff/", True, "Strict")
    assert "Set-Cookie" not in as_eva.get("/api/v1/scenarios").headers


def test_the_command_gives_the_second_factor_once(marta, capsys):
    assert run(["staff", "marta@escuela.example"]) == 0
    first = TOTPDevice.objects.get(user=marta).key
    assert "otpauth://totp/" in capsys.readouterr().out
    assert run(["staff", "marta@escuela.example"]) == 0
    assert TOTPDevice.objects.get(user=marta).key != first
    assert run(["staff", "nadie@escuela.example"]) == 1
