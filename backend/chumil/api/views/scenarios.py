"""What is published: stories, by list and by hash."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts.models import Tier
from chumil.api.queries import filters_of
from chumil.content.access import version_of
from chumil.content.models import ScenarioVersion
from chumil.content.selectors import catalogue

KINDS = ["story", "quiz"]
YEAR = 31536000


class Filters(serializers.Serializer[None]):
    tier = serializers.ChoiceField(choices=Tier.choices, required=False)
    topic = serializers.SlugField(max_length=80, required=False)
    kind = serializers.ChoiceField(choices=KINDS, required=False)


class ScenarioRow(serializers.Serializer[ScenarioVersion]):
    hash = serializers.CharField()
    id = serializers.CharField(source="scenario_id")
    kind = serializers.ChoiceField(choices=KINDS)
    tier = serializers.ChoiceField(choices=Tier.choices)
    topic = serializers.CharField()
    title = serializers.CharField()
    summary = serializers.CharField()
    minutes = serializers.IntegerField()
    sensitive = serializers.BooleanField()
    risks = serializers.ListField(child=serializers.CharField())
    role = serializers.CharField(allow_null=True)
    bytes = serializers.IntegerField()


class ScenariosView(ListAPIView[ScenarioVersion]):
    """The current version of every story and quiz."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    serializer_class = ScenarioRow

    def get_queryset(self) -> QuerySet[ScenarioVersion]:
        return catalogue(filters_of(self.request, Filters))

    @extend_schema(operation_id="scenarios_list", parameters=[Filters], tags=["content"])
    def get(self, request: Request) -> Response:
        return self.list(request)


class ScenarioView(APIView):
    """One version for ever: the very bytes that its hash names."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        operation_id="scenarios_read",
        parameters=[OpenApiParameter("hash", OpenApiTypes.STR, OpenApiParameter.PATH)],
        responses=OpenApiTypes.OBJECT,
        tags=["content"],
    )
    def get(self, request: Request, hash: str) -> HttpResponseBase:
        version = version_of(hash)
        return immutable_or_not(request, version.body, version.hash, max_age=YEAR, public=True, immutable=True)


def immutable_or_not(request: HttpRequest | Request, body: str, hash: str, **caching: Any) -> HttpResponseBase:
    """JSON under a strong ETag; 304 for whoever has it."""
    etag = f'"{hash}"'
    known = {each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")}
    response: HttpResponse = (
        HttpResponseNotModified()
        if known & {etag, "*"}
        else HttpResponse(body.encode(), content_type="application/json")
    )
    response.headers["ETag"] = etag
    patch_cache_control(response, **caching)
    return response
