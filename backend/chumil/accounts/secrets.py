"""Secrets of 128 bits. At that length a plain hash keeps them: nobody can try them all."""

import hashlib
import secrets


def new_secret() -> str:
    """22 characters that fit into a link."""
    return secrets.token_urlsafe(16)


def digest(secret: str) -> str:
    """What is stored in the secret's place."""
    return hashlib.sha256(secret.encode()).hexdigest()
