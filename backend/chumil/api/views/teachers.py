"""Who teaches a class."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.api.permissions import IsTeacher, teacher_of
from chumil.api.views.account import letterhead_for
from chumil.api.views.classes import ClassTeacher
from chumil.classes.access import any_classroom_for, owned_classroom_for, teaching_of
from chumil.classes.services import add_co_teacher, remove_teacher


class NewTeacher(serializers.Serializer[None]):
    email = serializers.EmailField(max_length=254)


class TeachersView(APIView):
    """The owner lets another teacher, who has an account, teach the class too."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="teachers_add", request=NewTeacher, responses={201: ClassTeacher}, tags=["classes"])
    def post(self, request: Request, classroom_id: UUID) -> Response:
        owner = teacher_of(request)
        classroom = owned_classroom_for(owner, classroom_id)
        data = NewTeacher(data=request.data)
        data.is_valid(raise_exception=True)
        teaching = add_co_teacher(
            classroom=classroom, by=owner, letterhead=letterhead_for(request), **data.validated_data
        )
        return Response(ClassTeacher(teaching).data, status=201)


class TeacherView(APIView):
    """The owner lets a co-teacher go; a co-teacher leaves."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="teachers_remove", responses={204: None}, tags=["classes"])
    def delete(self, request: Request, classroom_id: UUID, user_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = any_classroom_for(teacher, classroom_id)
        remove_teacher(classroom=classroom, user_id=user_id, by=teaching_of(teacher, classroom))
        return Response(status=204)
