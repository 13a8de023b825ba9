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
CHILD = f"{CLASS}/children/<uuid:child_id>"
NOBODY = "00000000-0000-4000-8000-00000000000d"

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
    Row("POST", "api/v1/join/card", 400, 400, 400, 400),
    Row("POST", "api/v1/join/ask", 400, 400, 400, 400),
    Row("POST", "api/v1/join/asked", 400, 400, 400, 400),
    Row("POST", "api/v1/auth/sign-up", 400, 400, 400, 400),
    Row("POST", "api/v1/auth/sign-up/confirm", 400, 400, 400, 400),
    Row("POST", "api/v1/auth/password/forgot", 400, 400, 400, 400),
    Row("POST", "api/v1/auth/password/reset", 400, 400, 400, 400),
    Row("GET", "api/v1/notice", 200, 200, 200, 200),
    Row("POST", "api/v1/auth/password", 401, 403, 400, 400),
    Row("GET", "api/v1/auth/sessions", 401, 403, 200, 200),
    Row("DELETE", "api/v1/auth/sessions", 401, 403, 204, 204),
    Row("DELETE", "api/v1/auth/sessions/<uuid:session_id>", 401, 403, 404, 404),
    Row("POST", "api/v1/auth/sign-out", 401, 204, 204, 204),
    Row("GET", "api/v1/me", 401, 200, 200, 200),
    Row("GET", "api/v1/classes", 401, 403, 200, 200),
    Row("POST", "api/v1/classes", 401, 403, 201, 201, {"name": "Nueva", "tier": "ages-7-9", "pupils": 3}),
    Row("GET", CLASS, 401, 403, 404, 200),
    Row("POST", f"{CLASS}/joining", 401, 403, 404, 200, {"open": True}),
    Row("POST", f"{CLASS}/code", 401, 403, 404, 200),
    Row("POST", f"{CLASS}/tiles", 401, 403, 404, 201, {"pupils": 2}),
    Row("POST", f"{CLASS}/archive", 401, 403, 404, 204, {"archived": True}),
    Row("POST", f"{CLASS}/cards", 401, 403, 404, 200),
    Row("POST", f"{CLASS}/teachers", 401, 403, 404, 201, {"email": "diego@otra.example"}),
    Row("DELETE", f"{CLASS}/teachers/<uuid:user_id>", 401, 403, 404, 404),
    Row("GET", f"{CLASS}/phones", 401, 403, 404, 200),
    Row("POST", f"{CLASS}/phones/<uuid:phone_id>/approve", 401, 403, 404, 404, {"child": NOBODY}),
    Row("POST", f"{CLASS}/phones/<uuid:phone_id>/refuse", 401, 403, 404, 404),
    Row("POST", f"{CHILD}/release", 401, 403, 404, 204),
    Row("POST", f"{CHILD}/reset-secret", 401, 403, 404, 204),
    Row("POST", f"{CHILD}/move", 401, 403, 404, 404, {"to": NOBODY}),
    Row("GET", f"{CHILD}/phones", 401, 403, 404, 200),
    Row("DELETE", f"{CHILD}/phones/<uuid:phone_id>", 401, 403, 404, 404),
    Row("DELETE", CHILD, 401, 403, 404, 204),
    Row("POST", f"{CHILD}/export", 401, 403, 404, 200),
    Row("GET", f"{CHILD}/plays", 401, 403, 404, 200),
    Row("POST", f"{CLASS}/credits", 401, 403, 404, 404, {"attempts": [NOBODY], "to_child": NOBODY}),
    Row("DELETE", f"{CLASS}/credits/<uuid:credit_id>", 401, 403, 404, 404),
    Row("GET", f"{CLASS}/progress", 401, 403, 404, 200),
    Row("GET", "api/v1/scenarios", 200, 200, 200, 200),
    Row("GET", "api/v1/scenarios/<slug:hash>", 404, 404, 404, 404),
    Row("GET", "api/v1/badges", 200, 200, 200, 200),
    Row("GET", "api/v1/reference/talks", 401, 403, 404, 404),
    Row("GET", "api/v1/reference/<slug:key>", 404, 404, 404, 404),
    Row("GET", "api/v1/me/progress", 401, 200, 403, 403),
    Row("POST", "api/v1/sync", 401, 400, 403, 403),
)
