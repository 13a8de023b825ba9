"""A ModelViewSet over a ModelSerializer, signed in by simplejwt as its page says."""

from django.urls import include, path
from rest_framework import routers, serializers, viewsets
from rest_framework.permissions import IsAuthenticated
from rest_framework_simplejwt.authentication import JWTAuthentication

from bench.naive.models import Play


class PlaySerializer(serializers.ModelSerializer[Play]):
    class Meta:
        model = Play
        fields = "__all__"


class PlayViewSet(viewsets.ModelViewSet[Play]):
    queryset = Play.objects.all()
    serializer_class = PlaySerializer
    authentication_classes = (JWTAuthentication,)
    permission_classes = (IsAuthenticated,)


router = routers.DefaultRouter()
router.register("plays", PlayViewSet)
urlpatterns = [path("", include(router.urls))]
