"""A child's data: taken out, or erased."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.api.negotiation import OneShape
from chumil.api.permissions import IsTeacher, teacher_of
from chumil.classes.access import any_classroom_for, child_in
from chumil.flows.erase_child import erase_child
from chumil.flows.export_child import export_by_teacher
from chumil.flows.export_page import page


class ExportShape(serializers.Serializer[None]):
    shape = serializers.ChoiceField(choices=["json", "html"], default="json")


class ExportView(APIView):
    """Everything kept of a child of the class, as JSON or as a page; of sensitive stories only "finished"."""

    permission_classes = (IsTeacher,)
    content_negotiation_class = OneShape

    @extend_schema(
        operation_id="children_export",
        request=ExportShape,
        responses={
            (200, "application/json"): OpenApiTypes.OBJECT,
            (200, "text/html"): OpenApiTypes.STR,
        },
        tags=["children"],
    )
    def post(self, request: Request, classroom_id: UUID, child_id: UUID) -> HttpResponse:
        teacher = teacher_of(request)
        classroom = any_classroom_for(teacher, classroom_id)
        child = child_in(classroom, child_id)
        data = ExportShape(data=request.data)
        data.is_valid(raise_exception=True)
        export = export_by_teacher(child=child, by=teacher.pk, classroom=classroom.pk)
        if data.validated_data["shape"] == "html":
            return HttpResponse(page(export), headers={"Content-Disposition": 'attachment; filename="chumil.html"'})
        return JsonResponse(export)


class ChildView(APIView):
    """Erases a child of the class, for good."""

    permission_classes = (IsTeacher,)

    @extend_schema(operation_id="children_erase", responses={204: None}, tags=["children"])
    def delete(self, request: Request, classroom_id: UUID, child_id: UUID) -> Response:
        teacher = teacher_of(request)
        classroom = any_classroom_for(teacher, classroom_id)
        child = child_in(classroom, child_id)
        erase_child(child_id=child.pk, by=teacher.pk, classroom=classroom.pk)
        return Response(status=204)
