"""History as a Django app."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """The event log."""

    name = "samsyn.history"
    label = "history"
