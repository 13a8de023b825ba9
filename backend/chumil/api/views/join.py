"""A child joins a class with the code on the board."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts.models import Child, Session, Tier
from chumil.accounts.nicknames import AVATARS
from chumil.api import tokens
from chumil.api.fields import Text
from chumil.api.throttling import network_of
from chumil.api.views.auth import Tokens
from chumil.classes.models import Classroom, PhoneRequest
from chumil.classes.selectors import classroom_of, free_tiles
from chumil.flows import join


class Look(serializers.Serializer[None]):
    code = Text(max_length=40)


class Claim(Look):
    tile = serializers.UUIDField()
    device = serializers.UUIDField()


class ShowCard(serializers.Serializer[None]):
    secret = Text(max_length=64)
    device = serializers.UUIDField()


class Ask(Look):
    avatar = serializers.ChoiceField(choices=AVATARS, help_text="The animal of the child's tile.")
    device = serializers.UUIDField()


class Asked(serializers.Serializer[None]):
    request = serializers.UUIDField()
    device = serializers.UUIDField()


class JoiningClassroom(serializers.Serializer[Classroom]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    tier = serializers.ChoiceField(choices=Tier.choices)


class Tile(serializers.Serializer[Child]):
    id = serializers.UUIDField()
    nickname = serializers.CharField()
    avatar = serializers.CharField()


class ChildView(Tile):
    tier = serializers.ChoiceField(choices=Tier.choices)
    secret_generation = serializers.IntegerField(
        help_text="Grows when the teacher resets the pictures: a phone whose lock is older lets the child choose anew."
    )


class MyClassroom(serializers.Serializer[Classroom]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class Joining(serializers.Serializer[Any]):
    classroom = JoiningClassroom()
    tiles = Tile(many=True)


class Joined(Tokens):
    child = ChildView()
    classroom = MyClassroom()


class PhoneAsked(serializers.Serializer[PhoneRequest]):
    request = serializers.UUIDField(source="id")
    code = serializers.CharField(help_text="Four digits that the teacher sees too.")
    expires_at = serializers.DateTimeField()


class PhoneAnswer(serializers.Serializer[Any]):
    state = serializers.ChoiceField(choices=["waiting", "approved", "refused", "expired"])
    joined = Joined(allow_null=True, help_text="Only when approved.")


class LookView(APIView):
    """The class behind an open code, with the tiles that are still free."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="join_look", request=Look, responses=Joining, tags=["join"])
    def post(self, request: Request) -> Response:
        data = Look(data=request.data)
        data.is_valid(raise_exception=True)
        classroom = join.look(**data.validated_data, network=network_of(request))
        return Response(Joining({"classroom": classroom, "tiles": free_tiles(classroom)}).data)


class ClaimView(APIView):
    """Takes a tile and binds the phone to it."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="join_claim", request=Claim, responses=Joined, tags=["join"])
    def post(self, request: Request) -> Response:
        data = Claim(data=request.data)
        data.is_valid(raise_exception=True)
        session = join.claim(**data.validated_data, network=network_of(request))
        return Response(Joined(_joined(session)).data)


class CardView(APIView):
    """Binds the phone to the child of a printed card."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="join_card", request=ShowCard, responses=Joined, tags=["join"])
    def post(self, request: Request) -> Response:
        data = ShowCard(data=request.data)
        data.is_valid(raise_exception=True)
        session = join.show_card(**data.validated_data, network=network_of(request))
        return Response(Joined(_joined(session)).data)


class AskView(APIView):
    """A child's other phone asks the teacher to let it in."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="join_ask", request=Ask, responses={201: PhoneAsked}, tags=["join"])
    def post(self, request: Request) -> Response:
        data = Ask(data=request.data)
        data.is_valid(raise_exception=True)
        asked = join.ask(**data.validated_data, network=network_of(request))
        return Response(PhoneAsked(asked).data, status=201)


class AskedView(APIView):
    """What the teacher said; asked again every few seconds until there is an answer."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(operation_id="join_asked", request=Asked, responses=PhoneAnswer, tags=["join"])
    def post(self, request: Request) -> Response:
        data = Asked(data=request.data)
        data.is_valid(raise_exception=True)
        asked = join.asked(**data.validated_data, network=network_of(request))
        joined = _joined(asked.session) if asked.state == "approved" and asked.session else None
        return Response(PhoneAnswer({"state": asked.state, "joined": joined}).data)


def _joined(session: Session) -> dict[str, Any]:
    child = session.child
    assert child is not None  # only children join
    return {**tokens.pair(session), "child": child, "classroom": classroom_of(child)}
