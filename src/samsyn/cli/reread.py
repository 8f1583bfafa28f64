"""`samsyn reread`: the kept originals read again with the reader of today."""

from __future__ import annotations

import sys

from samsyn.cli.parsing import Parser
from samsyn.cli.register import explained, open_register


def run(arguments: list[str]) -> int:
    """Read them again and say what changed; status 1 if any could not be read."""
    parser = Parser(prog="samsyn reread", description="Läs om alla sparade original med dagens läsare.")
    parser.parse_args(arguments)
    n_read = n_changed = n_questions = n_failed = 0
    with explained():
        open_register()
        from samsyn.register.service import reread_notes

        for one in reread_notes():
            n_read += not one.message
            n_failed += bool(one.message)
            n_changed += bool(one.n_changes)
            n_questions += one.n_questions
            if one.message:
                print(one.message, file=sys.stderr)
            elif one.n_changes or one.n_questions:
                print(f"{one.name}: {one.n_changes} ändringar, {one.n_questions} frågor")
    print(f"{n_read} möten lästa på nytt: {n_changed} ändrade, {n_questions} skillnader att välja mellan.")
    return 1 if n_failed else 0
