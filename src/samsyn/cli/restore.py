"""`samsyn restore`: an export back into an empty register."""

from __future__ import annotations

from pathlib import Path

from samsyn.cli.parsing import Parser
from samsyn.cli.register import explained, open_register


def run(arguments: list[str]) -> int:
    """Fill an empty register from an export."""
    parser = Parser(prog="samsyn restore", description="Läs tillbaka en export i ett tomt register.")
    parser.add_argument("folder", type=Path, metavar="MAPP", help="mappen som samsyn export skrev")
    folder: Path = parser.parse_args(arguments).folder
    with explained():
        open_register()
        from samsyn.register.service import restore_register

        counts = restore_register(folder)
    print(f"Tillbaka i registret: möten {counts['meeting']}, original {counts['source']}.")
    print("Det som har utplånats efter att exporten skrevs är tillbaka: utplåna det igen.")
    print("Lösenord följer inte med en export. Nytt lösenord: samsyn admin reset-password")
    return 0
