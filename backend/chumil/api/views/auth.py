"""Teachers sign in; everybody refreshes and signs out."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts import services
from chumil.accounts.models import Session
from chumil.accounts.selectors import is_erased
from chumil.api import tokens
from chumil.api.fields import Text
from chumil.api.permissions import IsSignedIn, session_of
from chumil.api.throttling import network_of
from chumil.common.errors import DomainError, ErrorCode


class SignIn(serializers.Serializer[None]):
    email = Text(max_length=254)
    password = Text(max_length=256, trim_whitespace=False)
    device = serializers.UUIDField()


class UserView(serializers.Serializer[Session]):
    id = serializers.UUIDField(source="user.id")
    email = serializers.EmailField(source="user.email")
    display_name = serializers.CharField(source="user.display_name")
    role = serializers.ChoiceField(choices=["teacher", "staff"])


class Tokens(serializers.Serializer[Any]):
    access = serializers.CharField()
    refresh = serializers.CharField()


class SignedIn(Tokens):
    user = UserView()


class Refresh(serializers.Serializer[None]):
    refresh = Text(max_length=2048)


class SignInView(APIView):
    """Who the teacher is, and the tokens of a new session."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="auth_token", request=SignIn, responses=SignedIn, tags=["auth"])
    def post(self, request: Request) -> Response:
        data = SignIn(data=request.data)
        data.is_valid(raise_exception=True)
        session = services.sign_in(**data.validated_data, network=network_of(request))
        return Response({**tokens.pair(session), "user": UserView(session).data})


class RefreshView(APIView):
    """The next pair of tokens. The refresh token just used is good for one more minute."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="auth_token_refresh", request=Refresh, responses=Tokens, tags=["auth"])
    def post(self, request: Request) -> Response:
        data = Refresh(data=request.data)
        data.is_valid(raise_exception=True)
        claims = tokens.read(data.validated_data["refresh"], tokens.REFRESH)
        if claims is None:
            raise DomainError(ErrorCode.SESSION_ENDED, status=401)
        if is_erased(claims.owner):
            raise DomainError(ErrorCode.CHILD_ERASED, status=401)
        session = services.refresh_session(session_id=claims.session, generation=claims.generation)
        return Response(tokens.pair(session))


class SignOutView(APIView):
    """Ends this session at once."""

    permission_classes = (IsSignedIn,)

    @extend_schema(operation_id="auth_sign_out", request=None, responses={204: None}, tags=["auth"])
    def post(self, request: Request) -> Response:
        services.end_session(session=session_of(request))
        return Response(status=204)
