"""`samsyn link`: propose what belongs together in meetings not yet compared with the others."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from samsyn.cli.parsing import Parser
from samsyn.cli.register import explained, open_register

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

STRONG_ONES = "strong"


def run(arguments: list[str]) -> int:
    """Compare them one after the other and say what is proposed; it can be stopped and begun again."""
    parser = Parser(
        prog="samsyn link", description="Föreslå vilka punkter från olika möten som hör till samma ärende."
    )
    parser.parse_args(arguments)
    with explained():
        open_register()
        from samsyn.matters.service import catch_up_hand_overs, propose_links, waiting
        from samsyn.plan.service import catch_up_plans

        n_links = n_strong = 0
        left = waiting()
        with _bar(len(left)) as bar:
            for meeting in left:
                found = propose_links(meeting)
                n_links += len(found)
                n_strong += sum(link.strength == STRONG_ONES for link in found)
                if bar is not None:
                    bar.advance()
        catch_up_hand_overs()
        catch_up_plans(at_most=None)
    print(f"{len(left)} möten jämförda: {n_links} förslag om vad som hör ihop, {n_strong} av dem starka.")
    return 0


def _bar(n_meetings: int) -> AbstractContextManager[Any]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stdout.isatty():
        return nullcontext()
    from samsyn.cli.progress import Bar

    return Bar(n_meetings, doing="Jämför")
