"""A command line that speaks Swedish."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Never

if TYPE_CHECKING:
    from collections.abc import Iterable

# What argparse says of a command line that it does not understand.
SENTENCES = (
    (r"the following arguments are required: (.+)", r"Det saknas något: \1."),
    (r"unrecognized arguments: (.+)", r"Det här går inte att förstå: \1."),
    (r"argument (.+): invalid choice: (.+) \(choose from .+\)", r"\2 finns inte att välja för \1."),
    (r"argument (.+): invalid \w+ value: (.+)", r"\2 går inte att använda för \1."),
    (r"argument (.+): expected .+", r"\1 behöver ett värde."),
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Swedish headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The first line."""
        super().add_usage(usage, actions, groups, prefix or "användning: ")


class Parser(argparse.ArgumentParser):
    """Knows the arguments of one command."""

    def __init__(self, *, prog: str, description: str, epilog: str | None = None) -> None:
        """Begin with nothing but --help."""
        super().__init__(
            prog=prog, description=description, epilog=epilog, formatter_class=Formatter, add_help=False
        )
        self._positionals.title = "argument"
        self._optionals.title = "val"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> Never:
        """Say in Swedish what was not understood, and end with status 2."""
        for pattern, sentence in SENTENCES:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, sentence, message)
                break
        self.print_usage(sys.stderr)
        self.exit(2, f"{message}\nHjälp: {self.prog} --help\n")
