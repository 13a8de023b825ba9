"""Teachers sign in; every session can be ended, and then ends at once (security.md: 20-25)."""

from uuid import UUID

import jwt
import pytest
from django.conf import settings
from django.core.management import call_command

from chumil.accounts.models import Session, User
from chumil.api import tokens
from chumil.common import clock

PASSWORD = "una clave muy larga"
DEVICE = "00000000-0000-4000-8000-00000000000b"


@pytest.fixture
def signed_in(marta, anyone):
    answer = anyone.post("/api/v1/auth/token", {"email": marta.email, "password": PASSWORD, "device": DEVICE})
    assert answer.status_code == 200
    return answer.json()


def me(client, token):
    return client.get("/api/v1/me", headers={"authorization": f"Bearer {token}"})


def refresh(client, token):
    return client.post("/api/v1/auth/token/refresh", {"refresh": token})


def test_a_teacher_gets_tokens_and_herself(signed_in, marta):
    assert set(signed_in) == {"access", "refresh", "user"}
    assert signed_in["user"] == {
        "id": str(marta.pk),
        "email": "marta@escuela.example",
        "display_name": "Marta",
        "role": "teacher",
    }


def test_the_access_token_opens_her_own_data(signed_in, anyone):
    assert me(anyone, signed_in["access"]).json()["user"]["display_name"] == "Marta"


def test_the_email_may_be_typed_in_any_case(marta, anyone):
    body = {"email": " Marta@Escuela.Example ", "password": PASSWORD, "device": DEVICE}
    assert anyone.post("/api/v1/auth/token", body).status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [("marta@escuela.example", "otra clave"), ("nadie@escuela.example", PASSWORD), ("marta@escuela.example", " ")],
)
def test_whatever_is_wrong_the_answer_is_the_same(marta, anyone, email, password):
    answer = anyone.post("/api/v1/auth/token", {"email": email, "password": password, "device": DEVICE})
    assert (answer.status_code, answer.json()["code"]) == (401, "bad_credentials")


def test_a_deactivated_teacher_does_not_get_in(marta, anyone):
    User.objects.update(is_active=False)
    body = {"email": marta.email, "password": PASSWORD, "device": DEVICE}
    assert anyone.post("/api/v1/auth/token", body).status_code == 401


def test_after_ten_failures_even_the_right_password_waits(marta, anyone, frozen_clock):
    for _ in range(10):
        anyone.post("/api/v1/auth/token", {"email": marta.email, "password": "mala", "device": DEVICE})
    answer = anyone.post("/api/v1/auth/token", {"email": marta.email, "password": PASSWORD, "device": DEVICE})
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_attempts")
    frozen_clock.advance(seconds=int(answer["Retry-After"]))
    again = anyone.post("/api/v1/auth/token", {"email": marta.email, "password": PASSWORD, "device": DEVICE})
    assert again.status_code == 200


def test_a_forged_address_does_not_buy_more_tries(marta, anyone):
    for attempt in range(11):
        answer = anyone.post(
            "/api/v1/auth/token",
            {"email": marta.email, "password": "mala", "device": DEVICE},
            headers={"x-forwarded-for": f"198.51.100.{attempt}"},
        )
    assert answer.status_code == 429


def test_a_refresh_gives_the_next_pair(signed_in, anyone):
    answer = refresh(anyone, signed_in["refresh"])
    assert set(answer.json()) == {"access", "refresh"}
    assert me(anyone, answer.json()["access"]).status_code == 200


def test_a_lost_answer_is_given_again_word_for_word(signed_in, anyone):
    once, twice = (refresh(anyone, signed_in["refresh"]).json()["refresh"] for _ in range(2))
    assert once == twice != signed_in["refresh"]


def test_an_old_refresh_token_ends_the_session(marta, anyone, sign_in, frozen_clock):
    body = {"email": marta.email, "password": PASSWORD, "device": DEVICE}
    first = anyone.post("/api/v1/auth/token", body).json()["refresh"]
    second = refresh(anyone, first).json()
    frozen_clock.advance(minutes=2)
    assert refresh(anyone, first).json()["refresh"] == second["refresh"]  # nobody has used it yet
    assert me(anyone, second["access"]).status_code == 200
    assert refresh(anyone, first).json()["code"] == "session_ended"
    assert me(anyone, second["access"]).json()["code"] == "session_ended"


def sign_out(client, _):
    assert client.post("/api/v1/auth/sign-out").status_code == 204


def deactivate(_, teacher):
    User.objects.filter(pk=teacher.pk).update(is_active=False)


def delete(_, teacher):
    teacher.delete()


@pytest.mark.parametrize("trigger", [sign_out, deactivate, delete])
def test_the_next_request_after_it_is_refused(as_marta, marta, trigger):
    assert as_marta.get("/api/v1/me").status_code == 200
    trigger(as_marta, marta)
    answer = as_marta.get("/api/v1/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "session_ended")


def test_an_erased_child_is_signed_out_at_once(as_ana, ana):
    ana.erased_at = clock.now()
    ana.save()
    assert as_ana.get("/api/v1/me").status_code == 401


def test_an_access_token_lasts_a_quarter_of_an_hour(marta, anyone, sign_in, frozen_clock):
    client = sign_in(marta)
    frozen_clock.advance(minutes=15, seconds=9)
    assert client.get("/api/v1/me").status_code == 200
    frozen_clock.advance(seconds=1)
    assert client.get("/api/v1/me").status_code == 401


def genuine(session, **changes):
    claims = jwt.decode(tokens.pair(session)["access"], options={"verify_signature": False})
    return {key: value for key, value in {**claims, **changes}.items() if value is not None}


def signed(claims, key=None, algorithm="HS256", **headers):
    return jwt.encode(claims, key or settings.JWT_KEYS[0], algorithm=algorithm, headers=headers or None)


FORGERIES = {
    "no algorithm": lambda session: jwt.encode(genuine(session), None, algorithm="none"),
    "another algorithm": lambda session: signed(genuine(session), key="k" * 64, algorithm="HS512"),
    "another key": lambda session: signed(genuine(session), key="k" * 64),
    "another key under our name": lambda session: signed(
        genuine(session), key="k" * 64, kid=tokens.KeyBackend(settings.JWT_KEYS[0]).kid
    ),
    "the secret key": lambda session: signed(genuine(session), key=settings.SECRET_KEY),
    "another audience": lambda session: signed(genuine(session, aud="else")),
    "no audience": lambda session: signed(genuine(session, aud=None)),
    "another issuer": lambda session: signed(genuine(session, iss="else")),
    "expired": lambda session: signed(genuine(session, exp=1)),
    "never expiring": lambda session: signed(genuine(session, exp=None)),
    "an odd expiry": lambda session: signed(genuine(session, exp="soon")),
    "not yet valid": lambda session: signed(genuine(session, nbf=2**33)),
    "no session": lambda session: signed(genuine(session, sid=None)),
    "a strange session": lambda session: signed(genuine(session, sid="1 OR 1=1")),
    "an unknown session": lambda session: signed(genuine(session, sid=str(UUID(int=1)))),
    "no type": lambda session: signed(genuine(session, typ=None)),
    "a refresh token": lambda session: tokens.pair(session)["refresh"],
    "junk": lambda session: "a.b.c",
    "nothing": lambda session: "",
    "letters outside ASCII": lambda session: "ñ.ñ.ñ",
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_token_opens_nothing(as_marta, anyone, forgery):
    token = FORGERIES[forgery](Session.objects.get())
    answer = me(anyone, token)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_the_forgeries_are_made_from_a_token_that_works(as_marta, anyone):
    assert me(anyone, signed(genuine(Session.objects.get()))).status_code == 200


def test_an_access_token_does_not_refresh(signed_in, anyone):
    assert refresh(anyone, signed_in["access"]).json()["code"] == "session_ended"


def test_a_key_can_be_changed_without_signing_everybody_out(as_marta, settings):
    settings.JWT_KEYS = ["a new key that signs from today, 0123456789", *settings.JWT_KEYS]
    assert as_marta.get("/api/v1/me").status_code == 200
    settings.JWT_KEYS = settings.JWT_KEYS[:1]
    assert as_marta.get("/api/v1/me").status_code == 401


def test_no_token_is_stored(signed_in, anyone, capsys):
    given = [*refresh(anyone, signed_in["refresh"]).json().values(), signed_in["access"], signed_in["refresh"]]
    call_command("dumpdata", "accounts", "classes")
    stored = capsys.readouterr().out
    assert DEVICE in stored
    assert not any(token in stored or token.split(".")[2] in stored for token in given)
