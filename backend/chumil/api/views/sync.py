"""The phone sends what was played."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.api.permissions import IsChild, child_of
from chumil.flows.sync import sync
from chumil.play.merge import WRITTEN, Judged

MAX_ITEMS = 50
STATUSES = ["accepted", "extended", "duplicate", "conflict", "invalid", "gone", "retry"]


class Shown(serializers.Serializer[None]):
    percent = serializers.IntegerField(min_value=0, max_value=100)
    stars = serializers.IntegerField(min_value=0, max_value=3)


class SyncItem(serializers.Serializer[None]):
    """What an item should be. It only describes: a bad one is answered `invalid` by itself."""

    id = serializers.UUIDField(help_text="UUIDv7, made once on the phone.")
    child = serializers.UUIDField()
    version = serializers.CharField(help_text="The hash of the version played.")
    engine = serializers.IntegerField(min_value=1, max_value=1)
    path = serializers.ListField(child=serializers.JSONField(), max_length=200)
    copied = serializers.IntegerField(min_value=0)
    started_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    sequence = serializers.IntegerField(min_value=0)
    shown = Shown(allow_null=True)


class Envelope(serializers.Serializer[None]):
    device = serializers.UUIDField()
    client_now = serializers.DateTimeField()


class Batch(Envelope):
    items = serializers.ListField(child=serializers.JSONField(allow_null=True), max_length=MAX_ITEMS)


class SyncRequest(Envelope):
    items = SyncItem(many=True)


class SyncOutcome(serializers.Serializer[None]):
    finished = serializers.BooleanField()
    percent = serializers.IntegerField()
    stars = serializers.IntegerField()


class SyncResult(serializers.Serializer[None]):
    id = serializers.CharField(allow_null=True, help_text="The item's id, null where it had none.")
    status = serializers.ChoiceField(choices=STATUSES)
    have = serializers.IntegerField(help_text="How many answers the server has of this attempt.")
    code = serializers.CharField(required=False)
    outcome = SyncOutcome(required=False)


class SyncResponse(serializers.Serializer[None]):
    server_now = serializers.DateTimeField()
    results = SyncResult(many=True)
    badges = serializers.ListField(child=serializers.CharField())


class SyncView(APIView):
    """At most 50 attempts; one answer an item, in the same order."""

    permission_classes = (IsChild,)

    @extend_schema(operation_id="sync", request=SyncRequest, responses=SyncResponse, tags=["sync"])
    def post(self, request: Request) -> Response:
        data = Batch(data=request.data)
        data.is_valid(raise_exception=True)
        items = data.validated_data["items"]
        synced = sync(child=child_of(request).pk, client_now=data.validated_data["client_now"], items=items)
        results = [_result(raw, judged) for raw, judged in zip(items, synced.results, strict=True)]
        return Response({"server_now": synced.server_now, "results": results, "badges": synced.badges})


def _result(raw: Any, judged: Judged) -> dict[str, Any]:
    attempt = judged.attempt
    result: dict[str, Any] = {
        "id": _id(raw),
        "status": judged.status,
        "have": attempt.length if attempt else 0,
    }
    if judged.code:
        result["code"] = judged.code
    if attempt and judged.status in (*WRITTEN, "duplicate"):
        result["outcome"] = {"finished": attempt.finished, "percent": attempt.percent, "stars": attempt.stars}
    return result


def _id(raw: Any) -> str | None:
    """What the phone called it, as it stands, when it is short enough to be a name."""
    name = raw.get("id") if isinstance(raw, dict) else None
    return name if isinstance(name, str) and len(name) <= 36 else None
