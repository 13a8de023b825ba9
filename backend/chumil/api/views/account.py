"""A teacher's account: opening it, its password, where it is signed in."""

from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts import teachers
from chumil.accounts.access import own_session
from chumil.accounts.mail import Letterhead
from chumil.accounts.models import Session
from chumil.accounts.selectors import sessions_of
from chumil.api.fields import Text
from chumil.api.language import speaks_english
from chumil.api.permissions import IsTeacher, session_of, teacher_of
from chumil.api.throttling import network_of
from chumil.classes.names import refuse_invisible


class NewAccount(serializers.Serializer[None]):
    email = serializers.EmailField(max_length=254)
    password = Text(max_length=256, trim_whitespace=False)
    display_name = Text(max_length=60, validators=[refuse_invisible])
    invitation = Text(
        max_length=64, required=False, default="", allow_blank=True, help_text="The token of the link in the mail."
    )


class Token(serializers.Serializer[None]):
    token = Text(max_length=64)


class NextStep(serializers.Serializer[None]):
    next = serializers.ChoiceField(choices=list(teachers.Next))


class PasswordChange(serializers.Serializer[None]):
    current = Text(max_length=256, trim_whitespace=False)
    password = Text(max_length=256, trim_whitespace=False)


class Forgotten(serializers.Serializer[None]):
    email = serializers.EmailField(max_length=254)


class PasswordReset(Token):
    password = Text(max_length=256, trim_whitespace=False)


class SessionRow(serializers.Serializer[Session]):
    id = serializers.UUIDField()
    created_at = serializers.DateTimeField()
    last_seen_day = serializers.DateField()
    current = serializers.SerializerMethodField(help_text="Whether it is this one.")

    def get_current(self, session: Session) -> bool:
        return session.pk == session_of(self.context["request"]).pk


class SignUpView(APIView):
    """Opens an account; says what comes next. The same for an address that already has one."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="auth_sign_up", request=NewAccount, responses={202: NextStep}, tags=["auth"])
    def post(self, request: Request) -> Response:
        data = NewAccount(data=request.data)
        data.is_valid(raise_exception=True)
        step = teachers.sign_up(**data.validated_data, network=network_of(request), letterhead=letterhead_for(request))
        return Response({"next": step}, status=202)


class ConfirmView(APIView):
    """The address is confirmed by the mailed link."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="auth_sign_up_confirm", request=Token, responses=NextStep, tags=["auth"])
    def post(self, request: Request) -> Response:
        data = Token(data=request.data)
        data.is_valid(raise_exception=True)
        return Response({"next": teachers.confirm_email(**data.validated_data, network=network_of(request))})


class PasswordView(APIView):
    """A new password; every other session ends."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="auth_password", request=PasswordChange, responses={204: None}, tags=["auth"])
    def post(self, request: Request) -> Response:
        data = PasswordChange(data=request.data)
        data.is_valid(raise_exception=True)
        teachers.change_password(session=session_of(request), **data.validated_data)
        return Response(status=204)


class ForgotView(APIView):
    """Mails a link for a new password to whoever has an account; answers the same to all."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="auth_password_forgot", request=Forgotten, responses={204: None}, tags=["auth"])
    def post(self, request: Request) -> Response:
        data = Forgotten(data=request.data)
        data.is_valid(raise_exception=True)
        teachers.ask_reset(**data.validated_data, letterhead=letterhead_for(request))
        return Response(status=204)


class ResetView(APIView):
    """A new password by the mailed link; every session ends."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="auth_password_reset", request=PasswordReset, responses={204: None}, tags=["auth"])
    def post(self, request: Request) -> Response:
        data = PasswordReset(data=request.data)
        data.is_valid(raise_exception=True)
        teachers.reset_password(**data.validated_data, network=network_of(request))
        return Response(status=204)


class SessionsView(ListAPIView[Session]):
    """Where the teacher is signed in; DELETE ends all of it, here too."""

    permission_classes = (IsTeacher,)
    serializer_class = SessionRow

    def get_queryset(self) -> QuerySet[Session]:
        return sessions_of(teacher_of(self.request))

    @extend_schema(operation_id="auth_sessions_list", tags=["auth"])
    def get(self, request: Request) -> Response:
        return self.list(request)

    @extend_schema(operation_id="auth_sessions_end", responses={204: None}, tags=["auth"])
    def delete(self, request: Request) -> Response:
        teachers.end_own_sessions(user=teacher_of(request))
        return Response(status=204)


class SessionView(APIView):
    """Ends one of the teacher's own sessions."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="auth_session_end", responses={204: None}, tags=["auth"])
    def delete(self, request: Request, session_id: UUID) -> Response:
        teacher = teacher_of(request)
        teachers.end_own_session(user=teacher, session=own_session(teacher, session_id))
        return Response(status=204)


def letterhead_for(request: Request) -> Letterhead:
    """Links lead back to the host that was asked, one of ALLOWED_HOSTS."""
    return Letterhead(origin=request.build_absolute_uri("/"), english=speaks_english(request))
