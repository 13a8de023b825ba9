from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "chumil.api"

    def ready(self) -> None:
        from chumil.api import schema  # noqa: F401  drf-spectacular finds its extensions once imported
