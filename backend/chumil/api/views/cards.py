"""Sign-in cards to print."""

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from chumil.api.negotiation import OneShape
from chumil.api.permissions import IsTeacher, teacher_of
from chumil.classes.access import classroom_for
from chumil.flows.print_cards import print_cards


class WhichCards(serializers.Serializer[None]):
    children = serializers.ListField(
        child=serializers.UUIDField(),
        allow_empty=False,
        max_length=60,
        allow_null=True,
        default=None,
        required=False,
        help_text="Null or nothing: all children of the class.",
    )


class CardsView(APIView):
    """A sheet of fresh cards; whoever gets one, loses the old."""

    permission_classes = (IsTeacher,)
    content_negotiation_class = OneShape

    @extend_schema(
        operation_id="classes_cards",
        request=WhichCards,
        responses={(200, "application/pdf"): OpenApiTypes.BINARY},
        tags=["classes"],
    )
    def post(self, request: Request, classroom_id: UUID) -> HttpResponse:
        teacher = teacher_of(request)
        classroom = classroom_for(teacher, classroom_id)
        data = WhichCards(data=request.data)
        data.is_valid(raise_exception=True)
        origin = request.build_absolute_uri("/")
        chosen = data.validated_data["children"]
        pdf = print_cards(classroom=classroom, children=chosen, origin=origin, by=teacher)
        return HttpResponse(
            pdf,
            content_type="application/pdf",
            headers={"Content-Disposition": 'attachment; filename="chumil-tarjetas.pdf"'},
        )
