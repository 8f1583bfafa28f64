"""The register as a Django app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class RegisterConfig(AppConfig):
    """The register and its rules of permission."""

    name = "samsyn.register"
    label = "register"

    def ready(self) -> None:
        """Lay down who may do what, give out originals that go with letters, hide who is protected.

        And let connections know the alphabet.
        """
        from samsyn.mail.service import register_finder, register_veil  # noqa: PLC0415 - needs the models
        from samsyn.register import permissions  # noqa: F401, PLC0415 - the rules exist once imported
        from samsyn.register.alphabet import teach_alphabet  # noqa: PLC0415 - beside the others
        from samsyn.register.protection import hide_from_letters  # noqa: PLC0415 - needs the models
        from samsyn.register.queries.originals import find_original  # noqa: PLC0415 - needs the models

        connection_created.connect(teach_alphabet, dispatch_uid="alphabet")
        register_finder(find_original)
        register_veil(hide_from_letters)
