"""A teacher's classes."""

from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts.models import Child, Tier
from chumil.api.permissions import IsTeacher, teacher_of
from chumil.api.views.join import Tile
from chumil.classes.access import classroom_for
from chumil.classes.models import Classroom
from chumil.classes.names import refuse_invisible
from chumil.classes.selectors import classes_of, pupils_of
from chumil.classes.services import set_joining
from chumil.flows.open_class import open_class


class NewClassroom(serializers.Serializer[None]):
    name = serializers.CharField(max_length=60, validators=[refuse_invisible])
    tier = serializers.ChoiceField(choices=Tier.choices)
    pupils = serializers.IntegerField(min_value=1, max_value=60)


class ClassroomRow(serializers.Serializer[Classroom]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    tier = serializers.ChoiceField(choices=Tier.choices)
    pupils = serializers.IntegerField()
    joining_until = serializers.DateTimeField(allow_null=True)
    code = serializers.CharField()


class ClassTile(Tile):
    claimed = serializers.SerializerMethodField()

    def get_claimed(self, child: Child) -> bool:
        return child.claimed_at is not None


class ClassroomDetail(ClassroomRow):
    tiles = ClassTile(many=True)


class JoiningChange(serializers.Serializer[None]):
    open = serializers.BooleanField()


class JoiningWindow(serializers.Serializer[Classroom]):
    code = serializers.CharField()
    joining_until = serializers.DateTimeField(allow_null=True)


class ClassesView(ListAPIView[Classroom]):
    """The teacher's classes; and a new one with its tiles."""

    permission_classes = (IsTeacher,)
    serializer_class = ClassroomRow

    def get_queryset(self) -> QuerySet[Classroom]:
        return classes_of(teacher_of(self.request))

    @extend_schema(operation_id="classes_list", tags=["classes"])
    def get(self, request: Request) -> Response:
        return self.list(request)

    @extend_schema(
        operation_id="classes_create", request=NewClassroom, responses={201: ClassroomDetail}, tags=["classes"]
    )
    def post(self, request: Request) -> Response:
        data = NewClassroom(data=request.data)
        data.is_valid(raise_exception=True)
        teacher = teacher_of(request)
        classroom = open_class(teacher=teacher, **data.validated_data)
        return Response(_detail(classroom_for(teacher, classroom.pk)), status=201)


class ClassroomView(APIView):
    """One class with its tiles."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="classes_read", responses=ClassroomDetail, tags=["classes"])
    def get(self, request: Request, classroom_id: UUID) -> Response:
        return Response(_detail(classroom_for(teacher_of(request), classroom_id)))


class JoiningView(APIView):
    """Opens the class for joining, two hours from now, or closes it."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="classes_joining", request=JoiningChange, responses=JoiningWindow, tags=["classes"])
    def post(self, request: Request, classroom_id: UUID) -> Response:
        classroom = classroom_for(teacher_of(request), classroom_id)
        data = JoiningChange(data=request.data)
        data.is_valid(raise_exception=True)
        set_joining(classroom=classroom, is_open=data.validated_data["open"])
        return Response(JoiningWindow(classroom).data)


def _detail(classroom: Classroom) -> dict[str, object]:
    return {**ClassroomRow(classroom).data, "tiles": [ClassTile(child).data for child in pupils_of(classroom)]}
