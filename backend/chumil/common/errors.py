"""What can go wrong, by stable code. The API turns a DomainError into problem+json."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class ErrorCode(StrEnum):
    """Stable codes that clients may rely on; every one has its two sentences in `MESSAGES`."""

    # The request as a whole
    MALFORMED_JSON = "malformed_json"
    INVALID_BODY = "invalid_body"
    INVALID_QUERY = "invalid_query"
    BODY_TOO_LARGE = "body_too_large"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    NOT_ACCEPTABLE = "not_acceptable"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    BAD_REQUEST = "bad_request"
    NOT_FOUND = "not_found"
    TOO_MANY_ATTEMPTS = "too_many_attempts"
    UNAVAILABLE = "unavailable"
    SERVER_ERROR = "server_error"
    # Who is asking
    NOT_SIGNED_IN = "not_signed_in"
    SESSION_ENDED = "session_ended"
    CHILD_ERASED = "child_erased"
    BAD_CREDENTIALS = "bad_credentials"
    NOT_ALLOWED = "not_allowed"
    # Joining a class
    JOIN_NOT_OPEN = "join_not_open"
    TILE_TAKEN = "tile_taken"
    CARD_NOT_VALID = "card_not_valid"
    # A teacher's account and classes
    LINK_NOT_VALID = "link_not_valid"
    NO_SUCH_TEACHER = "no_such_teacher"
    OWNER_STAYS = "owner_stays"
    NOTICE_NEEDED = "notice_needed"
    CLASS_FULL = "class_full"
    # One field
    FIELD_REQUIRED = "field_required"
    FIELD_EMPTY = "field_empty"
    FIELD_TOO_LONG = "field_too_long"
    FIELD_OUT_OF_RANGE = "field_out_of_range"
    FIELD_NOT_A_CHOICE = "field_not_a_choice"
    FIELD_INVALID = "field_invalid"
    FIELD_NOT_CURRENT = "field_not_current"
    FIELD_TOO_SHORT = "field_too_short"
    FIELD_TOO_COMMON = "field_too_common"
    FIELD_TOO_SIMILAR = "field_too_similar"


MESSAGES: dict[ErrorCode, tuple[str, str]] = {
    ErrorCode.MALFORMED_JSON: ("El mensaje no es JSON válido.", "The body is not valid JSON."),
    ErrorCode.INVALID_BODY: ("Hay datos que corregir.", "Some data must be corrected."),
    ErrorCode.INVALID_QUERY: ("Hay un filtro que corregir.", "A filter must be corrected."),
    ErrorCode.BODY_TOO_LARGE: ("El mensaje es demasiado grande.", "The body is too large."),
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: ("Solo se acepta JSON.", "Only JSON is accepted."),
    ErrorCode.NOT_ACCEPTABLE: ("Solo se responde con JSON.", "Only JSON can be answered."),
    ErrorCode.METHOD_NOT_ALLOWED: ("Aquí no se puede hacer eso.", "This method is not allowed here."),
    ErrorCode.BAD_REQUEST: ("No se entiende lo que se pide.", "The request cannot be understood."),
    ErrorCode.NOT_FOUND: ("No se encontró.", "Not found."),
    ErrorCode.TOO_MANY_ATTEMPTS: (
        "Demasiados intentos. Espera un momento y prueba otra vez.",
        "Too many attempts. Wait a moment and try again.",
    ),
    ErrorCode.UNAVAILABLE: (
        "El servicio está ocupado. Prueba otra vez en un momento.",
        "The service is busy. Try again in a moment.",
    ),
    ErrorCode.SERVER_ERROR: ("Algo falló de nuestro lado.", "Something failed on our side."),
    ErrorCode.NOT_SIGNED_IN: ("Primero hay que entrar.", "Sign in first."),
    ErrorCode.SESSION_ENDED: ("La sesión terminó. Hay que entrar otra vez.", "The session has ended. Sign in again."),
    ErrorCode.CHILD_ERASED: ("Estos datos ya se borraron.", "This data was erased."),
    ErrorCode.BAD_CREDENTIALS: ("El correo o la contraseña no coinciden.", "The e-mail or the password is wrong."),
    ErrorCode.NOT_ALLOWED: ("Esta parte no es para esta cuenta.", "This account may not do this."),
    ErrorCode.JOIN_NOT_OPEN: (
        "Ese código no está abierto. Pide a tu maestra o maestro que lo abra.",
        "That code is not open. Ask your teacher to open it.",
    ),
    ErrorCode.TILE_TAKEN: ("Alguien ya eligió esa figura. Elige otra.", "Somebody took that tile. Choose another."),
    ErrorCode.CARD_NOT_VALID: (
        "Esa tarjeta ya no sirve. Pide otra a tu maestra o maestro.",
        "That card is no longer good. Ask your teacher for another.",
    ),
    ErrorCode.LINK_NOT_VALID: (
        "Ese enlace ya se usó o venció. Pide uno nuevo.",
        "That link was used or has expired. Ask for a new one.",
    ),
    ErrorCode.NO_SUCH_TEACHER: (
        "Ninguna maestra ni maestro tiene cuenta con ese correo.",
        "No teacher has an account with that e-mail.",
    ),
    ErrorCode.OWNER_STAYS: (
        "Quien creó la clase no puede dejarla, pero puede archivarla.",
        "The owner cannot leave the class, but can archive it.",
    ),
    ErrorCode.NOTICE_NEEDED: (
        "Antes de abrir la clase, confirma que las familias recibieron el aviso.",
        "Before opening the class, confirm that the guardians got the notice.",
    ),
    ErrorCode.CLASS_FULL: ("La clase ya no tiene lugar.", "The class has no room left."),
    ErrorCode.FIELD_REQUIRED: ("Falta este dato.", "This is required."),
    ErrorCode.FIELD_EMPTY: ("Este dato no puede estar vacío.", "This may not be empty."),
    ErrorCode.FIELD_TOO_LONG: ("Este dato es demasiado largo.", "This is too long."),
    ErrorCode.FIELD_OUT_OF_RANGE: ("Este número está fuera de lo permitido.", "This number is out of range."),
    ErrorCode.FIELD_NOT_A_CHOICE: ("Esta opción no existe.", "This is not one of the choices."),
    ErrorCode.FIELD_INVALID: ("Este dato no tiene la forma correcta.", "This has the wrong shape."),
    ErrorCode.FIELD_NOT_CURRENT: ("Esta no es la contraseña de ahora.", "This is not the present password."),
    ErrorCode.FIELD_TOO_SHORT: (
        "La contraseña necesita al menos 12 caracteres.",
        "The password needs at least 12 characters.",
    ),
    ErrorCode.FIELD_TOO_COMMON: (
        "Esta contraseña es muy conocida. Elige otra.",
        "This password is too common. Choose another.",
    ),
    ErrorCode.FIELD_TOO_SIMILAR: (
        "La contraseña se parece demasiado a tu nombre o correo.",
        "The password is too much like your name or e-mail.",
    ),
}


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one field; `field` is a dotted path such as `items.0.path`."""

    field: str
    code: ErrorCode


class DomainError(Exception):
    """A refusal with a stable code; `status` is the HTTP status it deserves."""

    def __init__(
        self,
        code: ErrorCode,
        *,
        status: int,
        fields: Sequence[FieldError] = (),
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code.value)
        self.code = code
        self.status = status
        self.fields = tuple(fields)
        self.retry_after = retry_after


def not_found() -> DomainError:
    """The one answer for "there is none" and for "it is not yours"."""
    return DomainError(ErrorCode.NOT_FOUND, status=404)
