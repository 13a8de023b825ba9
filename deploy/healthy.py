"""healthy.py URL: exits 0 when the URL answers 200; what the container's health check runs."""

import sys
from urllib.request import urlopen

with urlopen(sys.argv[1], timeout=4) as answer:  # noqa: S310 - the address stands in docker-compose.yml
    sys.exit(answer.status != 200)
