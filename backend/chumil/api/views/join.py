"""A child joins a class with the code on the board."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts.models import Child, Tier
from chumil.api import tokens
from chumil.api.throttling import network_of
from chumil.api.views.auth import Tokens
from chumil.classes.models import Classroom
from chumil.classes.selectors import classroom_of, free_tiles
from chumil.flows import join


class Look(serializers.Serializer[None]):
    code = serializers.CharField(max_length=40)


class Claim(Look):
    tile = serializers.UUIDField()
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


class MyClassroom(serializers.Serializer[Classroom]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class Joining(serializers.Serializer[Any]):
    classroom = JoiningClassroom()
    tiles = Tile(many=True)


class Joined(Tokens):
    child = ChildView()
    classroom = MyClassroom()


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
        child = session.child
        assert child is not None
        joined = {**tokens.pair(session), "child": child, "classroom": classroom_of(child)}
        return Response(Joined(joined).data)
