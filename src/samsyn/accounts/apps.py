"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and permissions."""

    name = "samsyn.accounts"
    label = "accounts"
