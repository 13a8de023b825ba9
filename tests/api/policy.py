"""Who may do what: one row for every route and method.

The verdict is the status that anyone, a child of the class, a teacher of another class and the
class's own teacher get. The class is Marta's; the body is good, so that only the right decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ROLES = ("anyone", "child", "stranger", "teacher")


@dataclass(frozen=True)
class Row:
    """One method of one route, by its pattern in the URLconf."""

    method: str
    route: str
    anyone: int
    child: int
    stranger: int
    teacher: int
    body: Mapping[str, Any] = field(default_factory=dict)


DEVICE = "00000000-0000-4000-8000-00000000000c"
CLASS = "api/v1/classes/<uuid:classroom_id>"

POLICY = (
    Row("GET", "livez", 200, 200, 200, 200),
    Row("GET", "readyz", 200, 200, 200, 200),
    Row("GET", "api/v1/schema", 200, 200, 200, 200),
    Row("GET", "api/v1/docs", 200, 200, 200, 200),
    # Nobody is refused these for who they are: the body alone decides.
    Row("POST", "api/v1/auth/token", 400, 400, 400, 400),
    Row("POST", "api/v1/auth/token/refresh", 400, 400, 400, 400),
    Row("POST", "api/v1/join/look", 400, 400, 400, 400),
    Row("POST", "api/v1/join/claim", 400, 400, 400, 400),
    Row("POST", "api/v1/auth/sign-out", 401, 204, 204, 204),
    Row("GET", "api/v1/me", 401, 200, 200, 200),
    Row("GET", "api/v1/classes", 401, 403, 200, 200),
    Row("POST", "api/v1/classes", 401, 403, 201, 201, {"name": "Nueva", "tier": "ages-7-9", "pupils": 3}),
    Row("GET", CLASS, 401, 403, 404, 200),
    Row("POST", f"{CLASS}/joining", 401, 403, 404, 200, {"open": True}),
    Row("GET", f"{CLASS}/progress", 401, 403, 404, 200),
    Row("GET", "api/v1/scenarios", 200, 200, 200, 200),
    Row("GET", "api/v1/scenarios/<slug:hash>", 404, 404, 404, 404),
    Row("GET", "api/v1/badges", 200, 200, 200, 200),
    Row("GET", "api/v1/reference/<slug:key>", 404, 404, 404, 404),
    Row("GET", "api/v1/me/progress", 401, 200, 403, 403),
    Row("POST", "api/v1/sync", 401, 400, 403, 403),
)
