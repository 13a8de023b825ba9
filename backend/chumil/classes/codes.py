"""Class codes: eight characters that can be read aloud and not mistaken."""

import secrets

# No vowels, so no words; nothing that looks like another (0O 1IL 2Z 5S 6G 8B: one of each at most).
ALPHABET = "BCDFHJKMNPQRTVWXY234679"
LENGTH = 8


def new_code() -> str:
    """A random code such as `BCDF-2346`."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{code[:4]}-{code[4:]}"


def normal(typed: str) -> str:
    """What a child typed, as it would be stored: capitals, one hyphen, no spaces."""
    code = "".join(typed.upper().replace("-", "").split())
    return f"{code[:4]}-{code[4:]}"
