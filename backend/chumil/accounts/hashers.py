"""How teachers' passwords are stored."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class SmallArgon2(Argon2PasswordHasher):
    """Argon2id with OWASP's parameters: 19 MiB, two passes, one lane (about 25 ms)."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
