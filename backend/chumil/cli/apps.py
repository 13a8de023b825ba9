from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "chumil.cli"
