"""The pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates and static files."""

    name = "samsyn.web"
    label = "web"

    def ready(self) -> None:
        """Say which view answers for each kind of signed link."""
        from samsyn.web.purposes import register_purposes  # noqa: PLC0415 - needs the models

        register_purposes()
