"""Shared data: topics, objectives, help channels, and the badges' rules."""

from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.api.permissions import IsTeacher
from chumil.api.views.scenarios import immutable_or_not
from chumil.common.errors import not_found
from chumil.content.access import reference_of
from chumil.content.models import Reference
from chumil.content.selectors import current_badge_rules


class BadgeRule(serializers.Serializer[dict[str, Any]]):
    id = serializers.CharField()
    title = serializers.JSONField()
    reason = serializers.JSONField()
    how = serializers.JSONField()
    art = serializers.CharField()
    scope = serializers.ChoiceField(choices=["child", "class"])
    rule = serializers.JSONField()


class BadgesView(GenericAPIView[Any]):
    """Every badge with the rule by which it is earned."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    serializer_class = BadgeRule

    @extend_schema(operation_id="badges_list", responses=BadgeRule(many=True), tags=["content"])
    def get(self, request: Request) -> Response:
        rules: Any = current_badge_rules()
        page = self.paginate_queryset(rules)
        return self.get_paginated_response(page)


class ReferenceView(APIView):
    """One file of shared data; small, so asked for again and answered with 304."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        operation_id="reference_read",
        parameters=[OpenApiParameter("key", OpenApiTypes.STR, OpenApiParameter.PATH)],
        responses=OpenApiTypes.ANY,
        tags=["content"],
    )
    def get(self, request: Request, key: str) -> HttpResponseBase:
        reference = reference_of(key)
        if reference.key == Reference.Key.TALKS:
            raise not_found()
        return immutable_or_not(request, reference.body, reference.hash, no_cache=True, public=True)


class TalksView(APIView):
    """The class talks by misconception, for teachers."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="talks_read", responses=OpenApiTypes.OBJECT, tags=["content"])
    def get(self, request: Request) -> HttpResponseBase:
        reference = reference_of(Reference.Key.TALKS)
        return immutable_or_not(request, reference.body, reference.hash, no_cache=True, private=True)
