"""`samsyn export`: the whole register as open files."""

from __future__ import annotations

from pathlib import Path

from samsyn.cli.parsing import Parser
from samsyn.cli.register import explained, open_register


def run(arguments: list[str]) -> int:
    """Write the register to a folder."""
    parser = Parser(prog="samsyn export", description="Skriv ut hela registret som JSON Lines och CSV.")
    parser.add_argument("folder", type=Path, metavar="MAPP", help="en ny eller tom mapp")
    folder: Path = parser.parse_args(arguments).folder
    with explained():
        open_register()
        from samsyn.register.service import export_register

        counts = export_register(folder)
    print(f"Skrivet till {folder}: möten {counts['meeting']}, original {counts['source']}.")
    return 0
