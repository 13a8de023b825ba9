"""Who is signed in here."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.accounts.models import Session
from chumil.api.permissions import IsSignedIn, session_of
from chumil.api.views.auth import UserView
from chumil.api.views.join import ChildView, MyClassroom
from chumil.classes.selectors import classroom_of


class Me(serializers.Serializer[None]):
    role = serializers.ChoiceField(choices=["child", "teacher", "staff"])
    child = ChildView(required=False)
    classroom = MyClassroom(required=False)
    user = UserView(required=False)


class MeView(APIView):
    """A child with their class, or a teacher."""

    permission_classes = (IsSignedIn,)

    @extend_schema(operation_id="me", responses=Me, tags=["me"])
    def get(self, request: Request) -> Response:
        return Response(_me(session_of(request)))


def _me(session: Session) -> dict[str, Any]:
    if session.child is None:
        return {"role": session.role, "user": UserView(session).data}
    me: dict[str, Any] = {"role": session.role, "child": ChildView(session.child).data}
    classroom = classroom_of(session.child)
    if classroom is not None:
        me["classroom"] = MyClassroom(classroom).data
    return me
