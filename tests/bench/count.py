"""Statements a sync, counted in this process."""

import django


def queries() -> dict[int, int]:
    """Attempts a request -> statements, of a child who has a record."""
    django.setup()
    from bench import world

    school = world.signed_in()
    return {size: world.queries_of(school, size) for size in (1, 10, 30)}
