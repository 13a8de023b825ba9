"""The few mails that are sent, in Spanish and English. Only teachers get any."""

import logging
from dataclasses import dataclass
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

log = logging.getLogger("chumil.mail")


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Where the links of a mail lead to (`https://host`), and in which language it speaks."""

    origin: str
    english: bool = False


@dataclass(frozen=True)
class Text:
    """A mail in one language; `{link}` stands for the link."""

    subject: str
    body: str


@dataclass(frozen=True)
class Mail:
    """A mail, and the page of the app that its link opens."""

    page: str
    es: Text
    en: Text


CONFIRM = Mail(
    "confirm",
    Text(
        "Confirma tu correo en Chumil",
        "Hola:\n\nAlguien abrió una cuenta de Chumil con este correo. Si fuiste tú, confirma aquí:\n\n{link}\n\n"
        "El enlace sirve una vez, durante tres días. Si no fuiste tú, no hagas nada.\n",
    ),
    Text(
        "Confirm your e-mail for Chumil",
        "Hello,\n\nsomebody opened a Chumil account with this e-mail. If it was you, confirm here:\n\n{link}\n\n"
        "The link is good once, for three days. If it was not you, do nothing.\n",
    ),
)
APPROVED = Mail(
    "teacher",
    Text(
        "Tu cuenta de Chumil está lista",
        "Hola:\n\nTu cuenta de Chumil fue aprobada. Entra aquí:\n\n{link}\n",
    ),
    Text(
        "Your Chumil account is ready",
        "Hello,\n\nyour Chumil account was approved. Sign in here:\n\n{link}\n",
    ),
)
ALREADY = Mail(
    "teacher",
    Text(
        "Ya tienes una cuenta en Chumil",
        "Hola:\n\nAlguien quiso abrir otra cuenta de Chumil con este correo, pero ya tienes una. Entra aquí:\n\n"
        "{link}\n\nSi olvidaste tu contraseña, ahí mismo puedes pedir una nueva. Si no fuiste tú, no hagas nada.\n",
    ),
    Text(
        "You already have a Chumil account",
        "Hello,\n\nsomebody tried to open another Chumil account with this e-mail, but you have one. Sign in here:\n\n"
        "{link}\n\nIf you forgot your password, you can ask for a new one there. If it was not you, do nothing.\n",
    ),
)
INVITE = Mail(
    "invited",
    Text(
        "Te invitamos a Chumil",
        "Hola:\n\nTe invitamos a usar Chumil con tus clases. Abre tu cuenta aquí:\n\n{link}\n\n"
        "El enlace sirve una vez, durante catorce días, y solo con este correo.\n",
    ),
    Text(
        "You are invited to Chumil",
        "Hello,\n\nyou are invited to use Chumil with your classes. Open your account here:\n\n{link}\n\n"
        "The link is good once, for fourteen days, and only with this e-mail.\n",
    ),
)
RESET = Mail(
    "reset",
    Text(
        "Nueva contraseña de Chumil",
        "Hola:\n\nAlguien pidió una contraseña nueva para tu cuenta de Chumil. Si fuiste tú, ponla aquí:\n\n{link}\n\n"
        "El enlace sirve una vez, durante media hora. Si no fuiste tú, no hagas nada: tu contraseña sigue igual.\n",
    ),
    Text(
        "New password for Chumil",
        "Hello,\n\nsomebody asked for a new password for your Chumil account. If it was you, set it here:\n\n{link}\n\n"
        "The link is good once, for half an hour. If it was not you, do nothing: your password stays as it is.\n",
    ),
)
TEACHES = Mail(
    "teacher",
    Text(
        "Ahora acompañas otra clase en Chumil",
        "Hola:\n\nUna maestra o un maestro te agregó a su clase en Chumil. La encuentras aquí:\n\n{link}\n\n"
        "Si no quieres acompañarla, puedes dejarla cuando quieras.\n",
    ),
    Text(
        "You now co-teach another class in Chumil",
        "Hello,\n\na teacher added you to a class in Chumil. You find it here:\n\n{link}\n\n"
        "If you do not want to teach it, you can leave it at any time.\n",
    ),
)


def send(mail: Mail, to: str, letterhead: Letterhead, token: str = "") -> None:
    """Sends the mail once the transaction is done. The token stands in the fragment, which no server sees."""
    text = mail.en if letterhead.english else mail.es
    link = "/".join(part for part in (letterhead.origin.rstrip("/"), "#", mail.page, token) if part)
    message = EmailMessage(text.subject, text.body.format(link=link), settings.DEFAULT_FROM_EMAIL, [to])
    transaction.on_commit(lambda: _hand_over(message))


def _hand_over(message: EmailMessage) -> None:
    """In the background, so that the time of an answer does not tell whether a mail was sent."""
    if settings.MAIL_IN_BACKGROUND:
        Thread(target=_deliver, args=[message]).start()
    else:
        _deliver(message)


def _deliver(message: EmailMessage) -> None:
    try:
        message.send()
    except OSError as problem:  # SMTPException is one; its text may hold the address
        log.error("a mail could not be sent: %s", type(problem).__name__)
