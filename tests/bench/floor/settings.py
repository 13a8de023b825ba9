"""No sign-in and one middleware, which says how long an answer is: Django as bare as it gets, on the same database."""

from chumil.config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.floor.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
