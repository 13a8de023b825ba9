"""Prints, for nginx, the safety headers that the API gives: the edge serves the same page by itself."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chumil.config.settings")

from chumil.api.headers import PERMISSIONS_POLICY, content_security_policy

print(f'add_header Content-Security-Policy "{content_security_policy()}" always;')
print(f'add_header Permissions-Policy "{PERMISSIONS_POLICY}" always;')
