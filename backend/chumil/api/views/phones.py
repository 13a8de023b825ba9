"""Phones: those that ask to be let in, and those on which a child is signed in."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts.access import own_session
from chumil.accounts.models import Session
from chumil.accounts.selectors import sessions_of
from chumil.api.permissions import IsTeacher, teacher_of
from chumil.api.views.join import Tile
from chumil.classes.access import child_in, classroom_for, request_to
from chumil.classes.selectors import Asking, asking
from chumil.classes.services import refuse
from chumil.flows.approve_phone import approve_phone
from chumil.flows.care_for_child import sign_phone_out


class PhoneRow(serializers.Serializer[Session]):
    id = serializers.UUIDField()
    created_at = serializers.DateTimeField()
    last_seen_day = serializers.DateField()


class AskingPhone(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="request.id")
    code = serializers.CharField(source="request.code", help_text="Four digits that stand on the phone too.")
    avatar = serializers.CharField(source="request.avatar")
    asked_at = serializers.DateTimeField(source="request.created_at")
    children = Tile(many=True, help_text="The children of the class with this animal.")


class AskingPhones(serializers.Serializer[Asking]):
    paused = serializers.BooleanField(
        help_text="So many phones asked in vain that no more are heard until the hour is over."
    )
    asking = AskingPhone(many=True, source="phones")


class Approval(serializers.Serializer[None]):
    child = serializers.UUIDField(help_text="Whose phone it is.")


class AskingView(APIView):
    """The phones that ask for this class now."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="phones_asking", responses=AskingPhones, tags=["phones"])
    def get(self, request: Request, classroom_id: UUID) -> Response:
        return Response(AskingPhones(asking(classroom_for(teacher_of(request), classroom_id))).data)


class ApproveView(APIView):
    """Lets a phone in, for one child of the class."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="phones_approve", request=Approval, responses={204: None}, tags=["phones"])
    def post(self, request: Request, classroom_id: UUID, phone_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = classroom_for(teacher, classroom_id)
        asked = request_to(classroom, phone_id)
        data = Approval(data=request.data)
        data.is_valid(raise_exception=True)
        approve_phone(request=asked, child=child_in(classroom, data.validated_data["child"]), by=teacher)
        return Response(status=204)


class RefuseView(APIView):
    """Turns a phone away."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="phones_refuse", request=None, responses={204: None}, tags=["phones"])
    def post(self, request: Request, classroom_id: UUID, phone_id: UUID) -> Response:
        teacher = teacher_of(request)
        refuse(request=request_to(classroom_for(teacher, classroom_id), phone_id), by=teacher)
        return Response(status=204)


class ChildPhonesView(ListAPIView[Session]):
    """The phones on which a child is signed in."""

    permission_classes = (IsTeacher,)
    serializer_class = PhoneRow
    queryset = Session.objects.none()  # for the schema; the list is below

    def get_queryset(self) -> QuerySet[Session]:
        classroom = classroom_for(teacher_of(self.request), self.kwargs["classroom_id"])
        return sessions_of(child_in(classroom, self.kwargs["child_id"]))

    @extend_schema(operation_id="child_phones_list", tags=["phones"])
    def get(self, request: Request, classroom_id: UUID, child_id: UUID) -> Response:
        return self.list(request)


class ChildPhoneView(APIView):
    """Signs a lost phone out; its next request is refused."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="child_phone_end", responses={204: None}, tags=["phones"])
    def delete(self, request: Request, classroom_id: UUID, child_id: UUID, phone_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = classroom_for(teacher, classroom_id)
        child = child_in(classroom, child_id)
        sign_phone_out(session=own_session(child, phone_id), child=child, classroom=classroom, by=teacher)
        return Response(status=204)
