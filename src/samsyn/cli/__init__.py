"""The command `samsyn`. Each subcommand is a module, imported only when it is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import NamedTuple

__all__ = ["COMMANDS", "main"]


class Command(NamedTuple):
    """A subcommand: the module that holds it and what it is for."""

    module: str
    purpose: str


COMMANDS = {
    "read": Command("read", "Läs minnesanteckningar och visa vad som står i dem."),
    "evaluate": Command("evaluate", "Jämför läsningen med facit och visa hur väl den stämmer."),
    "wording": Command("wording", "Visa anmärkningar på ordvalet i milstolpar, beslut och överenskommelser."),
    "import": Command("take_in", "Läs in minnesanteckningar i registret."),
    "export": Command("export", "Skriv ut hela registret som JSON Lines och CSV."),
    "restore": Command("restore", "Läs tillbaka en export i ett tomt register."),
    "reread": Command("reread", "Läs om alla sparade original med dagens läsare."),
    "link": Command("link", "Föreslå vad som hör till samma ärende."),
    "reindex": Command("reindex", "Bygg om sökningens ordregister."),
    "sweep": Command("sweep", "Skriv databasens filer på nytt, utan det som har utplånats."),
    "example": Command("example", "Visa exempellänet i ett eget register."),
    "serve": Command("serve", "Starta servern och visa adressen."),
    "send-mail": Command("send_mail", "Skicka det som väntar i utkorgen."),
    "remind": Command("remind", "Påminn dem som ska göra något."),
    "admin": Command("admin", "Sköt administratörens konto."),
    "manage": Command("manage", "Kör något av Djangos egna kommandon."),
}


def main(arguments: list[str] | None = None) -> int:
    """Run a subcommand; gives the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words or words[0] not in COMMANDS:
        return _without_command(words)
    command = import_module(f"samsyn.cli.{COMMANDS[words[0]].module}")
    try:
        status: int = command.run(words[1:])
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return 141
    return status


def _without_command(words: list[str]) -> int:
    """Show the help or the version, or say what was not understood."""
    from importlib import metadata

    from samsyn.cli.parsing import Parser

    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {command.purpose}" for name, command in COMMANDS.items())
    parser = Parser(
        prog="samsyn",
        description="Samsyn läser minnesanteckningar till ett gemensamt register.",
        epilog=f"kommandon:\n{rows}",
    )
    parser.add_argument("--version", action="version", version=f"samsyn {metadata.version('samsyn')}",
                        help="visa versionen")  # fmt: skip
    parser.add_argument("command", choices=list(COMMANDS), metavar="kommando", help="se nedan")
    parser.parse_args(words)
    return 2
