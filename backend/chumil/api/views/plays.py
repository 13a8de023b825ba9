"""The wrong child played: which plays there are, and for whom they count."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.api.permissions import IsTeacher, teacher_of
from chumil.api.views.join import Tile
from chumil.classes.access import child_in, child_of_teacher, classroom_for
from chumil.flows.credit import credit, plays_between, undo_credit
from chumil.play.models import Attempt, Credit
from chumil.progress.plays import plays_of


class Play(serializers.Serializer[Attempt]):
    id = serializers.UUIDField()
    scenario = serializers.CharField(source="version.scenario_id")
    title = serializers.CharField(source="version.title")
    sensitive = serializers.BooleanField(source="version.scenario.sensitive")
    at = serializers.DateTimeField(source="played_at")
    finished = serializers.BooleanField()
    length = serializers.SerializerMethodField()
    stars = serializers.SerializerMethodField()
    sent_by = Tile(source="child", help_text="On whose phone it was played.")
    credit = serializers.UUIDField(allow_null=True, help_text="What can be undone, if it was credited.")

    def get_length(self, attempt: Attempt) -> int | None:
        return None if attempt.version.scenario.sensitive else attempt.length

    def get_stars(self, attempt: Attempt) -> int | None:
        return None if attempt.version.scenario.sensitive else attempt.stars


class NewCredit(serializers.Serializer[None]):
    """Either the `attempts`, or a `child` with what was last played between `start` and `end`."""

    attempts = serializers.ListField(child=serializers.UUIDField(), required=False, min_length=1, max_length=100)
    child = serializers.UUIDField(required=False)
    start = serializers.DateTimeField(required=False)
    end = serializers.DateTimeField(required=False)
    to_child = serializers.UUIDField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        period = {"child", "start", "end"} & attrs.keys()
        if ("attempts" in attrs) == bool(period) or (period and len(period) < 3):
            raise serializers.ValidationError(code="invalid")
        return attrs


class GivenCredit(serializers.Serializer[Credit]):
    id = serializers.UUIDField()
    attempt = serializers.UUIDField(source="attempt_id")
    child = serializers.UUIDField(source="child_id")
    at = serializers.DateTimeField()


class PlaysView(ListAPIView[Attempt]):
    """What counts for one child; never answers."""

    permission_classes = (IsTeacher,)
    serializer_class = Play

    def get_queryset(self) -> QuerySet[Attempt]:
        classroom = classroom_for(teacher_of(self.request), self.kwargs["classroom_id"])
        return plays_of(child_in(classroom, self.kwargs["child_id"]))

    @extend_schema(operation_id="children_plays", tags=["children"])
    def get(self, request: Request, classroom_id: UUID, child_id: UUID) -> Response:
        return self.list(request)


class CreditsView(APIView):
    """Has plays of children of this class count for another child of the teacher's."""

    permission_classes = (IsTeacher,)

    @extend_schema(
        operation_id="credits_create", request=NewCredit, responses={201: GivenCredit(many=True)}, tags=["credits"]
    )
    def post(self, request: Request, classroom_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = classroom_for(teacher, classroom_id)
        data = NewCredit(data=request.data)
        data.is_valid(raise_exception=True)
        asked = data.validated_data
        to = child_of_teacher(teacher, asked["to_child"])
        attempts = asked.get("attempts")
        if attempts is None:
            attempts = plays_between(child_in(classroom, asked["child"]), asked["start"], asked["end"])
        given: Any = credit(by=teacher, classroom=classroom, attempts=attempts, to=to)
        return Response(GivenCredit(given, many=True).data, status=201)


class CreditView(APIView):
    """Undoes a credit, by one the other way."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="credits_undo", responses=GivenCredit, tags=["credits"])
    def delete(self, request: Request, classroom_id: UUID, credit_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = classroom_for(teacher, classroom_id)
        return Response(GivenCredit(undo_credit(by=teacher, classroom=classroom, credit_id=credit_id)).data)
