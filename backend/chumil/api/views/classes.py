"""A teacher's classes."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts.models import Child, Tier
from chumil.api.fields import Flag, Text, Whole
from chumil.api.language import speaks_english
from chumil.api.permissions import IsTeacher, teacher_of
from chumil.api.queries import filters_of
from chumil.api.views.join import Tile
from chumil.classes import notice
from chumil.classes.access import any_classroom_for, classroom_for, owned_classroom_for
from chumil.classes.models import Classroom, Teaching
from chumil.classes.names import refuse_invisible
from chumil.classes.notice import Notice
from chumil.classes.selectors import archived_classes_of, classes_of, teachings_of, tiles_of
from chumil.classes.services import rotate_code, set_archived, set_joining
from chumil.flows.add_tiles import add_tiles
from chumil.flows.open_class import open_class


class NewClassroom(serializers.Serializer[None]):
    name = Text(max_length=60, validators=[refuse_invisible])
    tier = serializers.ChoiceField(choices=Tier.choices)
    pupils = Whole(min_value=1, max_value=60)


class ClassroomRow(serializers.Serializer[Classroom]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    tier = serializers.ChoiceField(choices=Tier.choices)
    pupils = serializers.IntegerField()
    joining_until = serializers.DateTimeField(allow_null=True)
    code = serializers.CharField()


class ClassTile(Tile):
    claimed = serializers.SerializerMethodField()
    claimed_at = serializers.DateTimeField(allow_null=True)
    phones = serializers.IntegerField(help_text="On how many phones this child is signed in.")
    has_card = serializers.BooleanField()

    def get_claimed(self, child: Child) -> bool:
        return child.claimed_at is not None


class ClassTeacher(serializers.Serializer[Teaching]):
    id = serializers.UUIDField(source="user.id")
    display_name = serializers.CharField(source="user.display_name")
    role = serializers.ChoiceField(choices=Teaching.Role.choices)


class ClassroomDetail(ClassroomRow):
    archived_at = serializers.DateTimeField(allow_null=True)
    notice_version = serializers.CharField(help_text="Empty as long as no notice to guardians was recorded.")
    notice_given_at = serializers.DateTimeField(allow_null=True)
    teachers = ClassTeacher(many=True)
    tiles = ClassTile(many=True)


class JoiningChange(serializers.Serializer[None]):
    open = Flag()
    notice_version = Text(
        max_length=10,
        required=False,
        default="",
        allow_blank=True,
        help_text="The version of the notice that the guardians got; needed the first time.",
    )


class MoreTiles(serializers.Serializer[None]):
    pupils = Whole(min_value=1, max_value=60)


class Archiving(serializers.Serializer[None]):
    archived = Flag()


class WhichClasses(serializers.Serializer[None]):
    archived = serializers.BooleanField(required=False, default=False)


class NoticeBody(serializers.Serializer[Notice]):
    version = serializers.CharField()
    title = serializers.CharField()
    paragraphs = serializers.ListField(child=serializers.CharField())


class JoiningWindow(serializers.Serializer[Classroom]):
    code = serializers.CharField()
    joining_until = serializers.DateTimeField(allow_null=True)


class ClassesView(ListAPIView[Classroom]):
    """The teacher's classes; and a new one with its tiles."""

    permission_classes = (IsTeacher,)
    serializer_class = ClassroomRow

    def get_queryset(self) -> QuerySet[Classroom]:
        listed = archived_classes_of if filters_of(self.request, WhichClasses)["archived"] else classes_of
        return listed(teacher_of(self.request))

    @extend_schema(operation_id="classes_list", parameters=[WhichClasses], tags=["classes"])
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
        return Response(_detail(any_classroom_for(teacher_of(request), classroom_id)))


class JoiningView(APIView):
    """Opens the class for joining, two hours from now, or closes it."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="classes_joining", request=JoiningChange, responses=JoiningWindow, tags=["classes"])
    def post(self, request: Request, classroom_id: UUID) -> Response:
        classroom = classroom_for(teacher_of(request), classroom_id)
        data = JoiningChange(data=request.data)
        data.is_valid(raise_exception=True)
        set_joining(
            classroom=classroom,
            is_open=data.validated_data["open"],
            notice_version=data.validated_data["notice_version"],
            by=teacher_of(request),
        )
        return Response(JoiningWindow(classroom).data)


class CodeView(APIView):
    """A new code for the class; the old one stops working."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="classes_code", request=None, responses=JoiningWindow, tags=["classes"])
    def post(self, request: Request, classroom_id: UUID) -> Response:
        classroom = classroom_for(teacher_of(request), classroom_id)
        return Response(JoiningWindow(rotate_code(classroom=classroom, by=teacher_of(request))).data)


class TilesView(APIView):
    """More tiles for a class that has grown."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="classes_tiles", request=MoreTiles, responses={201: ClassroomDetail}, tags=["classes"])
    def post(self, request: Request, classroom_id: UUID) -> Response:
        classroom = classroom_for(teacher_of(request), classroom_id)
        data = MoreTiles(data=request.data)
        data.is_valid(raise_exception=True)
        add_tiles(classroom=classroom, by=teacher_of(request), **data.validated_data)
        return Response(_detail(classroom_for(teacher_of(request), classroom_id)), status=201)


class ArchiveView(APIView):
    """Puts the class away at the year's end, or fetches it back; only its owner does."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="classes_archive", request=Archiving, responses={204: None}, tags=["classes"])
    def post(self, request: Request, classroom_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = owned_classroom_for(teacher, classroom_id)
        data = Archiving(data=request.data)
        data.is_valid(raise_exception=True)
        set_archived(classroom=classroom, by=teacher, **data.validated_data)
        return Response(status=204)


class NoticeView(APIView):
    """The present notice to guardians, in Spanish, or in English by Accept-Language."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="notice", responses=NoticeBody, tags=["classes"])
    def get(self, request: Request) -> Response:
        return Response(NoticeBody(notice.EN if speaks_english(request) else notice.ES).data)


def _detail(classroom: Classroom) -> dict[str, Any]:
    return {
        **ClassroomRow(classroom).data,
        "archived_at": classroom.archived_at,
        "notice_version": classroom.notice_version,
        "notice_given_at": classroom.notice_given_at,
        "teachers": [ClassTeacher(teaching).data for teaching in teachings_of(classroom)],
        "tiles": [ClassTile(child).data for child in tiles_of(classroom)],
    }
