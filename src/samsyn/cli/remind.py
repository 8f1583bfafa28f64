"""`samsyn remind`: remind those who are to do something, once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.cli.parsing import Parser
from samsyn.cli.register import explained, open_register

if TYPE_CHECKING:
    from samsyn.follow import Digest


def run(arguments: list[str]) -> int:
    """Put today's letters in the outbox, or say which they would be; 1 where one was refused."""
    options = _parser().parse_args(arguments)
    with explained():
        open_register()
        from django.conf import settings
        from django.utils import timezone

        from samsyn.follow import digests, remind_all

        on, days = timezone.localdate(), settings.SAMSYN_REMIND_DAYS
        if options.dry_run:
            _tell(digests(on=on, days=days), "Skulle påminnas")
            return 0
        done = remind_all(on=on, days=days)
    _tell(done.written, "Påminns")
    for address, why in done.refused:
        print(f"{address}: {why}")
    return 1 if done.refused else 0


def _parser() -> Parser:
    parser = Parser(
        prog="samsyn remind",
        description="Påminn dem som ska göra något: ett brev var i utkorgen, högst ett om dagen.",
    )
    parser.add_argument("--dry-run", action="store_true", help="säg bara vilka som skulle få brev")
    return parser


def _tell(found: list[Digest], word: str) -> None:
    for digest in found:
        counts = (
            (len(digest.late), "sen" if len(digest.late) == 1 else "sena"),
            (len(digest.soon), "snart"),
            (len(digest.duties), "återkommande"),
        )
        print(f"{digest.address}: {', '.join(f'{n} {what}' for n, what in counts if n)}")
    print(f"{word}: {len(found)}.")
