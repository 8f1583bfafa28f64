"""Remind all who are to be reminded today."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.follow.letters import write_reminder
from samsyn.follow.reminders import digests
from samsyn.mail.service import MailRefused
from samsyn.matters.service import remind_owner

if TYPE_CHECKING:
    from datetime import date

    from samsyn.follow.reminders import Digest


@dataclass(slots=True)
class Reminded:
    """What became of a run.

    Attributes:
        written: Those that letters were written to.
        refused: Addresses that no letter could be written to, each with why.
    """

    written: list[Digest] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def remind_all(*, on: date, days: int) -> Reminded:
    """Put today's letters in the outbox; run twice on a day, the second writes none.

    Args:
        on: Today.
        days: So long before its last day somebody is reminded of an action.
    """
    done = Reminded()
    for digest in digests(on=on, days=days):
        try:
            reminder = remind_owner(write_reminder(digest, on=on), on=on)
        except MailRefused as error:
            done.refused.append((digest.address, error.message))
            continue
        if reminder is not None:
            done.written.append(digest)
    return done
