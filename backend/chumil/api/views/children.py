"""What a teacher does for one child of a class."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.api.permissions import IsTeacher, teacher_of
from chumil.api.views.join import ChildView
from chumil.classes.access import any_classroom_for, child_in, classroom_for
from chumil.flows.care_for_child import renew_secret, undo_claim
from chumil.flows.move_child import move_child


class Destination(serializers.Serializer[None]):
    to = serializers.UUIDField(help_text="Another class of the same teacher.")


class ReleaseView(APIView):
    """Undoes a claim: the phone is signed out and the tile is free again. What was played stays with the tile."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="children_release", request=None, responses={204: None}, tags=["children"])
    def post(self, request: Request, classroom_id: UUID, child_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = classroom_for(teacher, classroom_id)
        undo_claim(child=child_in(classroom, child_id), classroom=classroom, by=teacher)
        return Response(status=204)


class ResetSecretView(APIView):
    """Lets the child choose new pictures."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="children_reset_secret", request=None, responses={204: None}, tags=["children"])
    def post(self, request: Request, classroom_id: UUID, child_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = classroom_for(teacher, classroom_id)
        renew_secret(child=child_in(classroom, child_id), classroom=classroom, by=teacher)
        return Response(status=204)


class MoveView(APIView):
    """Moves the child to another class of the same teacher, out of an archived one too."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="children_move", request=Destination, responses=ChildView, tags=["children"])
    def post(self, request: Request, classroom_id: UUID, child_id: UUID) -> Response:
        teacher = teacher_of(request)
        source = any_classroom_for(teacher, classroom_id)
        child = child_in(source, child_id)
        data = Destination(data=request.data)
        data.is_valid(raise_exception=True)
        target = classroom_for(teacher, data.validated_data["to"])
        return Response(ChildView(move_child(child=child, source=source, target=target, by=teacher)).data)
