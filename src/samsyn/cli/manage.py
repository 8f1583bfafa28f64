"""`samsyn manage`: Django's own commands, for whoever looks after the installation."""

from __future__ import annotations

import os

from samsyn.cli.register import explained


def run(arguments: list[str]) -> int:
    """Pass the command on to Django."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
    with explained():
        execute_from_command_line(["samsyn manage", *arguments])
    return 0
