"""The password of locked files: given, asked for, or read from standard input; never kept or shown."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

ASK = "-"
VARIABLE = "SAMSYN_FILE_PASSWORD"


def add_password(parser: argparse.ArgumentParser) -> None:
    """Add `--password` to a command."""
    parser.add_argument(
        "--password",
        metavar="LÖSENORD",
        default=os.environ.get(VARIABLE, ""),
        help="lösenordet till skyddade filer; - frågar efter det",
    )


def ask_for_password(given: str) -> str:
    """The password that was given; for "-" asked for, or the first line of what is piped in.

    What stands on a command line is seen by everybody on the machine.
    """
    if given != ASK:
        return given
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass("Lösenord: ")
    return sys.stdin.readline().rstrip("\r\n")
