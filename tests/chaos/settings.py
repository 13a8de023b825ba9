"""The real settings, with access tokens so short that renewing them comes under fire too."""

from datetime import timedelta

from chumil.config.settings import *  # noqa: F403

ACCESS_LIFETIME = timedelta(seconds=20)
