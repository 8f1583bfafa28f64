"""`samsyn reindex`: the index of search made anew."""

from __future__ import annotations

from samsyn.cli.parsing import Parser
from samsyn.cli.register import explained, open_register


def run(arguments: list[str]) -> int:
    """Empty the index and fill it from the register."""
    parser = Parser(prog="samsyn reindex", description="Bygg om det ordregister som sökningen svarar ur.")
    parser.parse_args(arguments)
    with explained():
        open_register()
        from samsyn.register.service import rebuild_index

        n_meetings = rebuild_index()
    print(f"Ordregistret är ombyggt: {n_meetings} möten.")
    return 0
