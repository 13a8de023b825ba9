"""security.md (11, 12): small Argon2id, long passwords, one e-mail in any case."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from chumil.accounts.models import User


def test_the_parameters_are_pinned(marta):
    assert marta.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("password", ["corta", "contraseña1", "once letras", "q1w2e3r4t5y6"])
def test_short_and_common_passwords_are_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password)


def test_a_long_sentence_with_any_letters_is_fine():
    validate_password("mi perro ladra a la luna de Xela " * 2)


def test_an_email_in_capitals_is_the_same_person(marta):
    with pytest.raises(IntegrityError):
        User.objects.create_user("MARTA@Escuela.Example", "una clave muy larga", display_name="Otra")
