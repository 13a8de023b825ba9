"""What OpenAPI cannot guess from the views."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension

from chumil.common.errors import ErrorCode

_CODE = {"type": "string", "enum": sorted(ErrorCode)}
_PROBLEM = {
    "type": "object",
    "description": "RFC 9457 problem details.",
    "required": ["type", "title", "status", "code", "detail", "request_id"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": _CODE,
        "detail": {"type": "string", "description": "Spanish, or English by Accept-Language."},
        "request_id": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "code", "detail"],
                "properties": {"field": {"type": "string"}, "code": _CODE, "detail": {"type": "string"}},
            },
        },
    },
}


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """Describes our sign-in."""

    target_class = "chumil.api.authentication.SessionAuthentication"
    name = "bearer"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}


def describe_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Adds to every operation the one shape that all its refusals have."""
    result["components"].setdefault("schemas", {})["Problem"] = _PROBLEM
    answer = {
        "description": "A refusal.",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"]["default"] = answer
    return result
