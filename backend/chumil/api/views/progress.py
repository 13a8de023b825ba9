"""What a child and what a teacher see of it all."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.api.permissions import IsChild, IsTeacher, child_of, teacher_of
from chumil.api.views.join import JoiningClassroom
from chumil.classes.access import classroom_for
from chumil.content.models import Scenario
from chumil.progress.models import ChildScenario
from chumil.progress.selectors import Cell, ClassProgress, MyProgress, Row, class_progress, my_progress


class FinishedScenario(serializers.Serializer[ChildScenario]):
    scenario = serializers.CharField(source="scenario_id")
    version = serializers.CharField(source="version_id")
    stars = serializers.IntegerField()
    percent = serializers.IntegerField()


class MyProgressBody(serializers.Serializer[MyProgress]):
    stars = serializers.IntegerField()
    finished = FinishedScenario(many=True)
    badges = serializers.ListField(child=serializers.CharField())
    waiting = serializers.IntegerField(help_text="How many items were refused and wait for an adult.")


class CatalogueEntry(serializers.Serializer[Scenario]):
    scenario = serializers.CharField(source="id")
    title = serializers.CharField(source="current.title")
    topic = serializers.CharField(source="current.topic")
    sensitive = serializers.BooleanField()


class ProgressCell(serializers.Serializer[Cell]):
    scenario = serializers.CharField()
    state = serializers.ChoiceField(choices=ChildScenario.State.choices)
    stars = serializers.IntegerField(allow_null=True)


class ProgressRow(serializers.Serializer[Row]):
    id = serializers.UUIDField(source="child.id")
    nickname = serializers.CharField(source="child.nickname")
    avatar = serializers.CharField(source="child.avatar")
    claimed = serializers.SerializerMethodField()
    finished = serializers.IntegerField()
    stars = serializers.IntegerField()
    last_day = serializers.DateField(allow_null=True)
    scenarios = ProgressCell(many=True)

    def get_claimed(self, row: Row) -> bool:
        return row.child.claimed_at is not None


class ClassProgressBody(serializers.Serializer[ClassProgress]):
    classroom = JoiningClassroom()
    computed_at = serializers.DateTimeField()
    catalogue = CatalogueEntry(many=True)
    children = ProgressRow(many=True)


class MyProgressView(APIView):
    """The child's own stars and badges, never answers."""

    permission_classes = (IsChild,)

    @extend_schema(operation_id="me_progress", responses=MyProgressBody, tags=["me"])
    def get(self, request: Request) -> Response:
        return Response(MyProgressBody(my_progress(child_of(request))).data)


class ClassProgressView(APIView):
    """How far every child of the class is; of a sensitive story only that it was finished."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="classes_progress", responses=ClassProgressBody, tags=["classes"])
    def get(self, request: Request, classroom_id: UUID) -> Response:
        classroom = classroom_for(teacher_of(request), classroom_id)
        return Response(ClassProgressBody(class_progress(classroom)).data)
