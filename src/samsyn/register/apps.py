"""The register as a Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register and its rules of permission."""

    name = "samsyn.register"
    label = "register"

    def ready(self) -> None:
        """Lay down who may do what."""
        from samsyn.register import permissions  # noqa: F401, PLC0415 - the rules exist once imported
