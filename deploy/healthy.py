"""healthy.py URL: exits 0 when the URL answers 200; what the container's health check runs."""

import os
import sys
from urllib.request import Request, urlopen

# Production answers only to its own names, also when it is asked from inside.
host = os.environ["CHUMIL_ALLOWED_HOSTS"].split(",")[0].strip()
with urlopen(Request(sys.argv[1], headers={"Host": host}), timeout=4) as answer:  # noqa: S310 - from docker-compose.yml
    sys.exit(answer.status != 200)
