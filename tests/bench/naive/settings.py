"""Django as `startproject` makes it, on the same database; BENCH_POOL=0 takes the pool of connections away."""

import os

from chumil.config.settings import *  # noqa: F403
from chumil.config.settings import DATABASES, INSTALLED_APPS, JWT_KEYS

INSTALLED_APPS = [*INSTALLED_APPS, "bench.naive"]
ROOT_URLCONF = "bench.naive.urls"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
REST_FRAMEWORK: dict[str, object] = {}
SIMPLE_JWT = {"SIGNING_KEY": JWT_KEYS[0]}
if os.environ.get("BENCH_POOL") == "0":
    DATABASES["default"]["OPTIONS"].pop("pool", None)
