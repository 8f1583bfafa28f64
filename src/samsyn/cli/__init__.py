"""The command `samsyn`. Each subcommand is a module, imported only when it is asked for."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module, metadata
from typing import NamedTuple

__all__ = ["main"]


class Command(NamedTuple):
    """A subcommand: the module that holds it and what it is for."""

    module: str
    purpose: str


COMMANDS = {
    "read": Command("read", "Läs minnesanteckningar och visa vad som står i dem."),
    "import": Command("take_in", "Läs in minnesanteckningar i registret."),
    "export": Command("export", "Skriv ut hela registret som JSON Lines och CSV."),
    "restore": Command("restore", "Läs tillbaka en export i ett tomt register."),
    "serve": Command("serve", "Starta servern och visa adressen."),
    "admin": Command("admin", "Sköt administratörens konto."),
    "manage": Command("manage", "Djangos egna kommandon."),
}


def main(arguments: list[str] | None = None) -> int:
    """Run a subcommand; gives the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    first = _parser().parse_args(words[:1])
    command = import_module(f"samsyn.cli.{COMMANDS[first.command].module}")
    status: int = command.run(words[1:])
    return status


def _parser() -> argparse.ArgumentParser:
    """Knows the names of the subcommands; their arguments are known by their modules."""
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {command.purpose}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="samsyn",
        description="Samsyn läser minnesanteckningar till ett gemensamt register.",
        epilog=f"kommandon:\n{rows}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"samsyn {metadata.version('samsyn')}")
    parser.add_argument("command", choices=COMMANDS, metavar="kommando")
    return parser
