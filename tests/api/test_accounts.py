"""How a teacher comes to an account and keeps it hers (security.md: 10-12, 19, 23-25)."""

import re
from threading import Event
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from chumil.accounts.models import Session, SignUp, Ticket, User

PASSWORD = "una clave muy larga"
FRESH = "otra clave, larga y nueva"
SIGN_UP, CONFIRM = "/api/v1/auth/sign-up", "/api/v1/auth/sign-up/confirm"
FORGOT, RESET = "/api/v1/auth/password/forgot", "/api/v1/auth/password/reset"
SESSIONS = "/api/v1/auth/sessions"
NEW = {"email": "Lucia@Escuela.Example", "password": "doce cuerdas y un arpa", "display_name": "Lucía"}
ORIGIN = "https://chumil.example"


def post(url, body, **headers):
    return APIClient().post(url, body, headers=headers)


def signs_in(email, password):
    return post("/api/v1/auth/token", {"email": email, "password": password, "device": str(uuid4())})


def refusal(answer):
    return answer.status_code, answer.json()["code"]


@pytest.fixture
def letters(mailoutbox, django_capture_on_commit_callbacks):
    """Does something and gives the mails it sent; each must go to one address."""

    def sent_by(action):
        before = len(mailoutbox)
        with django_capture_on_commit_callbacks(execute=True):
            action()
        new = mailoutbox[before:]
        assert all(len(mail.recipients()) == 1 for mail in new)
        return new

    return sent_by


@pytest.fixture
def closed(settings, db):
    """Sign-up as in production."""
    settings.SIGN_UP_OPEN = False


def token_in(mail, page):
    return re.search(rf"http\S+/#/{page}/(\S+)", mail.body)[1]


# Sign-up where it is open


def test_where_sign_up_is_open_a_teacher_is_in_at_once(db):
    answer = post(SIGN_UP, NEW)
    assert (answer.status_code, answer.json()) == (202, {"next": "sign_in"})
    assert signs_in("lucia@escuela.example", NEW["password"]).json()["user"]["display_name"] == "Lucía"


def test_a_second_sign_up_neither_shows_nor_changes_the_first(marta):
    taken = post(SIGN_UP, {**NEW, "email": marta.email})
    assert (taken.status_code, taken.json()) == (202, {"next": "sign_in"})
    assert signs_in(marta.email, NEW["password"]).status_code == 401
    assert signs_in(marta.email, PASSWORD).status_code == 200


@pytest.mark.asvs(11)
@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("corta", "field_too_short"),
        ("x" * 11, "field_too_short"),
        ("qwerty123456", "field_too_common"),
        ("Q1W2E3R4T5Y6", "field_too_common"),
        ("lucia@escuela", "field_too_similar"),
        ("", "field_empty"),
        ("x" * 257, "field_too_long"),
    ],
)
def test_a_weak_password_is_named_as_what_it_is(db, password, code):
    answer = post(SIGN_UP, {**NEW, "password": password})
    assert refusal(answer) == (400, "invalid_body")
    assert answer.json()["errors"][0]["code"] == code
    assert not User.objects.exists()


@pytest.mark.asvs(11)
def test_a_long_password_is_not_cut_and_spaces_count(db):
    long = " " + "ñ" * 254 + " "
    assert post(SIGN_UP, {**NEW, "password": long}).status_code == 202
    assert signs_in(NEW["email"], long).status_code == 200
    assert signs_in(NEW["email"], long.strip()).status_code == 401


@pytest.mark.asvs(6)
def test_nobody_signs_up_as_staff(db):
    post(SIGN_UP, {**NEW, "is_staff": True, "is_superuser": True, "role": "staff", "id": str(uuid4())})
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser) == (False, False)


# Sign-up where it is not


@pytest.mark.usefixtures("closed")
def test_in_production_an_account_needs_a_confirmed_address_and_approval(letters):
    (mail,) = letters(lambda: post(SIGN_UP, NEW))
    assert mail.to == ["lucia@escuela.example"]
    assert signs_in(NEW["email"], NEW["password"]).status_code == 401
    assert post(CONFIRM, {"token": token_in(mail, "confirm")}).json() == {"next": "wait_for_approval"}
    assert signs_in(NEW["email"], NEW["password"]).status_code == 401
    (welcome,) = letters(lambda: call_command("approve_teachers", ORIGIN, "lucia@escuela.example"))
    assert f"{ORIGIN}/#/teacher" in welcome.body
    assert signs_in(NEW["email"], NEW["password"]).status_code == 200
    assert not SignUp.objects.exists()


@pytest.mark.usefixtures("closed")
def test_approval_without_a_confirmed_address_is_not_given(letters):
    letters(lambda: post(SIGN_UP, NEW))
    with pytest.raises(CommandError):
        call_command("approve_teachers", ORIGIN, NEW["email"])
    assert not User.objects.exists()


@pytest.mark.usefixtures("closed")
def test_the_staff_see_who_waits(letters, capsys):
    (mail,) = letters(lambda: post(SIGN_UP, NEW))
    call_command("approve_teachers", ORIGIN)
    assert capsys.readouterr().out == ""
    post(CONFIRM, {"token": token_in(mail, "confirm")})
    call_command("approve_teachers", ORIGIN)
    assert capsys.readouterr().out == "lucia@escuela.example  Lucía\n"


@pytest.mark.usefixtures("closed")
def test_an_invitation_stands_for_approval_and_confirmation(letters):
    (mail,) = letters(lambda: call_command("invite_teacher", "lucia@escuela.example", ORIGIN))
    invitation = token_in(mail, "invited")
    assert post(SIGN_UP, {**NEW, "invitation": invitation}).json() == {"next": "sign_in"}
    assert signs_in(NEW["email"], NEW["password"]).status_code == 200
    again = {**NEW, "email": "otra@escuela.example", "invitation": invitation}
    assert refusal(post(SIGN_UP, again)) == (404, "link_not_valid")


@pytest.mark.usefixtures("closed")
def test_an_invitation_is_good_for_its_own_address_only(letters):
    (mail,) = letters(lambda: call_command("invite_teacher", "lucia@escuela.example", ORIGIN))
    body = {**NEW, "invitation": token_in(mail, "invited")}
    assert refusal(post(SIGN_UP, {**body, "email": "otra@escuela.example"})) == (404, "link_not_valid")
    assert not User.objects.exists()
    assert post(SIGN_UP, body).status_code == 202


@pytest.mark.asvs(19)
@pytest.mark.usefixtures("closed")
def test_signing_up_again_looks_the_same_and_tells_only_the_owner(marta, letters):
    (to_new,) = letters(lambda: post(SIGN_UP, NEW))
    answers = []
    (to_owner,) = letters(lambda: answers.append(post(SIGN_UP, {**NEW, "email": marta.email})))
    assert answers[0].json() == {"next": "confirm_email"}
    assert to_new.subject != to_owner.subject
    assert to_owner.to == [marta.email]
    assert not SignUp.objects.filter(email=marta.email).exists()


@pytest.mark.usefixtures("closed")
def test_of_two_who_sign_up_with_one_address_the_link_decides(letters):
    (thiefs,) = letters(lambda: post(SIGN_UP, {**NEW, "password": "la clave de otra persona"}))
    (owners,) = letters(lambda: post(SIGN_UP, NEW))
    assert token_in(thiefs, "confirm") != token_in(owners, "confirm")
    post(CONFIRM, {"token": token_in(owners, "confirm")})
    letters(lambda: call_command("approve_teachers", ORIGIN, NEW["email"]))
    assert signs_in(NEW["email"], NEW["password"]).status_code == 200
    assert refusal(post(CONFIRM, {"token": token_in(thiefs, "confirm")})) == (404, "link_not_valid")


@pytest.mark.usefixtures("closed")
def test_nobodys_mailbox_is_flooded(letters, frozen_clock):
    for _ in range(5):
        assert len(letters(lambda: post(SIGN_UP, NEW))) == 1
    answers = []
    assert letters(lambda: answers.append(post(SIGN_UP, NEW))) == []
    assert refusal(answers[0]) == (429, "too_many_attempts")


@pytest.mark.usefixtures("closed")
def test_mails_speak_the_language_asked_for(letters):
    (spanish,) = letters(lambda: post(SIGN_UP, NEW))
    (english,) = letters(lambda: post(SIGN_UP, NEW, **{"accept-language": "en"}))
    assert (spanish.subject, english.subject) == ("Confirma tu correo en Chumil", "Confirm your e-mail for Chumil")


def test_a_mail_server_that_is_down_changes_no_answer(marta, monkeypatch, django_capture_on_commit_callbacks):
    def refuse(backend, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        assert post(FORGOT, {"email": marta.email}).status_code == 204


def test_in_production_the_answer_does_not_wait_for_the_mail(
    marta, settings, monkeypatch, django_capture_on_commit_callbacks
):
    settings.MAIL_IN_BACKGROUND = True
    answered, sent = Event(), Event()

    def slow(backend, messages):
        assert answered.wait(20)
        sent.set()

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", slow)
    with django_capture_on_commit_callbacks(execute=True):
        assert post(FORGOT, {"email": marta.email}).status_code == 204
    answered.set()
    assert sent.wait(20)


# Links


@pytest.fixture
def reset_link(marta, letters):
    """The token of a link for a new password, as it reaches Marta."""

    def asked():
        (mail,) = letters(lambda: post(FORGOT, {"email": "Marta@Escuela.Example"}))
        return token_in(mail, "reset")

    return asked


def test_a_forgotten_password_is_replaced_by_a_mailed_link(marta, reset_link):
    assert post(RESET, {"token": reset_link(), "password": FRESH}).status_code == 204
    assert signs_in(marta.email, PASSWORD).status_code == 401
    assert signs_in(marta.email, FRESH).status_code == 200


def test_the_link_is_good_once(reset_link):
    token = reset_link()
    assert post(RESET, {"token": token, "password": FRESH}).status_code == 204
    assert refusal(post(RESET, {"token": token, "password": FRESH})) == (404, "link_not_valid")


def test_the_link_is_good_for_half_an_hour(frozen_clock, reset_link):
    early, late = reset_link(), reset_link()
    frozen_clock.advance(minutes=29, seconds=59)
    assert post(RESET, {"token": early, "password": "corta"}).json()["code"] == "invalid_body"
    frozen_clock.advance(seconds=1)
    assert refusal(post(RESET, {"token": late, "password": FRESH})) == (404, "link_not_valid")


def test_using_one_link_ends_the_others(reset_link):
    first, second = reset_link(), reset_link()
    assert post(RESET, {"token": second, "password": FRESH}).status_code == 204
    assert refusal(post(RESET, {"token": first, "password": FRESH})) == (404, "link_not_valid")


def test_a_weak_new_password_leaves_the_link_good(reset_link):
    token = reset_link()
    assert refusal(post(RESET, {"token": token, "password": "corta"})) == (400, "invalid_body")
    assert post(RESET, {"token": token, "password": FRESH}).status_code == 204


def test_one_kind_of_link_does_not_do_for_another(reset_link):
    assert refusal(post(CONFIRM, {"token": reset_link()})) == (404, "link_not_valid")
    invited = {**NEW, "email": "marta@escuela.example", "invitation": reset_link()}
    assert refusal(post(SIGN_UP, invited)) == (404, "link_not_valid")


def test_a_deactivated_teacher_gets_no_link_and_uses_none(marta, reset_link, letters):
    token = reset_link()
    User.objects.update(is_active=False)
    assert letters(lambda: post(FORGOT, {"email": marta.email})) == []
    assert refusal(post(RESET, {"token": token, "password": FRESH})) == (404, "link_not_valid")


@pytest.mark.asvs(19)
def test_asking_for_a_link_tells_nobody_who_has_an_account(marta, letters):
    answers = []
    assert len(letters(lambda: answers.append(post(FORGOT, {"email": marta.email})))) == 1
    assert letters(lambda: answers.append(post(FORGOT, {"email": "nadie@escuela.example"}))) == []
    assert [(each.status_code, each.content) for each in answers] == [(204, b"")] * 2


def test_the_limit_of_links_is_the_same_for_unknown_addresses(marta, frozen_clock):
    for email in (marta.email, "nadie@escuela.example"):
        codes = [post(FORGOT, {"email": email}).status_code for _ in range(6)]
        assert codes == [204] * 5 + [429]


@pytest.mark.asvs(25, 33)
def test_no_link_is_at_rest_and_none_is_in_a_query_string(reset_link, capsys):
    token = reset_link()
    call_command("dumpdata", "accounts")
    stored = capsys.readouterr().out
    assert Ticket.objects.count() == 1
    assert token not in stored
    assert len(token) == 22


# The password, and where she is signed in


def change(client, current=PASSWORD, password=FRESH):
    return client.post("/api/v1/auth/password", {"current": current, "password": password})


@pytest.mark.asvs(23)
def test_changing_the_password_ends_every_session_but_this(marta, sign_in):
    here, elsewhere = sign_in(marta), sign_in(marta)
    assert change(here).status_code == 204
    assert here.get("/api/v1/me").status_code == 200
    assert elsewhere.get("/api/v1/me").json()["code"] == "session_ended"
    assert signs_in(marta.email, FRESH).status_code == 200


@pytest.mark.asvs(23)
def test_a_reset_ends_every_session(as_marta, reset_link):
    assert as_marta.get("/api/v1/me").status_code == 200
    post(RESET, {"token": reset_link(), "password": FRESH})
    assert as_marta.get("/api/v1/me").json()["code"] == "session_ended"


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"current": "mala"}, "current", "field_not_current"),
        ({"password": "corta"}, "password", "field_too_short"),
        ({"password": "marta@escuela.example"}, "password", "field_too_similar"),
    ],
)
def test_a_password_that_cannot_be_changed_ends_nothing(marta, sign_in, body, field, code):
    here, elsewhere = sign_in(marta), sign_in(marta)
    answer = change(here, **body)
    assert refusal(answer) == (400, "invalid_body")
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]
    assert elsewhere.get("/api/v1/me").status_code == 200


@pytest.mark.asvs(15)
def test_the_present_password_cannot_be_guessed_from_an_open_phone(frozen_clock, marta, sign_in):
    here = sign_in(marta)
    for _ in range(10):
        assert change(here, current="mala").status_code == 400
    assert change(here).status_code == 429


@pytest.mark.asvs(24)
def test_a_teacher_sees_her_sessions_and_ends_one(marta, sign_in, diego):
    here, elsewhere, his = sign_in(marta), sign_in(marta), sign_in(diego)
    listed = here.get(SESSIONS).json()
    assert listed["count"] == 2
    assert set(listed["results"][0]) == {"id", "created_at", "last_seen_day", "current"}
    other = next(row["id"] for row in listed["results"] if not row["current"])
    assert here.delete(f"{SESSIONS}/{other}").status_code == 204
    assert elsewhere.get("/api/v1/me").status_code == 401
    assert here.get("/api/v1/me").status_code == his.get("/api/v1/me").status_code == 200


@pytest.mark.asvs(24)
def test_a_teacher_ends_all_her_sessions(marta, sign_in, diego):
    here, elsewhere, his = sign_in(marta), sign_in(marta), sign_in(diego)
    assert here.delete(SESSIONS).status_code == 204
    assert [client.get("/api/v1/me").status_code for client in (here, elsewhere, his)] == [401, 401, 200]


@pytest.mark.asvs(4)
def test_nobody_ends_anothers_session(as_marta, as_diego, diego, as_ana, ana):
    for session in (Session.objects.get(user=diego).pk, Session.objects.get(child=ana).pk, uuid4()):
        assert as_marta.delete(f"{SESSIONS}/{session}").json()["code"] == "not_found"
    assert as_diego.get("/api/v1/me").status_code == as_ana.get("/api/v1/me").status_code == 200


@pytest.mark.asvs(27)
def test_a_hundred_sessions_cost_as_many_queries_as_one(marta, sign_in):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            here.get(SESSIONS, {"page_size": 100})
        return len(captured)

    here = sign_in(marta)
    one = queries()
    for _ in range(99):
        sign_in(marta)
    assert queries() == one
