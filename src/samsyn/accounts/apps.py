"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and permissions."""

    name = "samsyn.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Keep a log of who signs in, and of what sign-in asks for."""
        from allauth.account.signals import user_logged_in  # noqa: PLC0415 - apps are there now
        from allauth.mfa import signals  # noqa: PLC0415
        from django.contrib.auth.signals import user_login_failed  # noqa: PLC0415

        from samsyn.accounts import second_step, sign_ins  # noqa: PLC0415

        user_logged_in.connect(sign_ins.log_signed_in)
        user_login_failed.connect(sign_ins.log_wrong_password)
        signals.authentication_failed.connect(sign_ins.log_wrong_code)
        signals.authenticator_added.connect(second_step.record_added)
        signals.authenticator_reset.connect(second_step.record_added)
        signals.authenticator_removed.connect(second_step.record_removed)
