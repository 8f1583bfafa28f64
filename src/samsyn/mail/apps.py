"""The mail room as a Django app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Outgoing mail and signed links."""

    name = "samsyn.mail"
    label = "mail"

    def ready(self) -> None:
        """Lay down who may do what."""
        from samsyn.mail import permissions  # noqa: F401, PLC0415 - the rules exist once imported
