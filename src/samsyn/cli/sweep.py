"""`samsyn sweep`: the database's files written anew, without what was blotted out."""

from __future__ import annotations

from samsyn.cli.parsing import Parser
from samsyn.cli.register import explained, open_register


def run(arguments: list[str]) -> int:
    """Sweep; status 1 where others were in the way."""
    parser = Parser(
        prog="samsyn sweep",
        description="Skriv databasens filer på nytt, utan rester av det som har utplånats.",
    )
    parser.parse_args(arguments)
    with explained():
        open_register()
        from samsyn.register.service import sweep_storage

        is_done = sweep_storage()
    if is_done:
        print("Databasens filer är skrivna på nytt.")
        return 0
    print("Någon använde registret just då: stäng servern, eller försök igen om en stund.")
    return 1
