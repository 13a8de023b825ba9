"""Which language the client speaks."""

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header
from rest_framework.request import Request


def speaks_english(request: HttpRequest | Request) -> bool:
    """Whether the client asks for English before Spanish; Spanish is what we speak otherwise."""
    for language, quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if quality > 0 and language.split("-")[0] in ("es", "en"):
            return language.split("-")[0] == "en"
    return False
