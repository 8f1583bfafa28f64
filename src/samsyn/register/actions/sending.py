"""Finished notes by mail: the original, and a link to it for as long as it is new."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from samsyn.mail.service import LINK, make_link, queue_mail

if TYPE_CHECKING:
    from datetime import date

    from samsyn.register.models import Finalisation, Meeting

PURPOSE = "open_notes"
DAYS = 60


def send_notes(act: Finalisation, *, on: date) -> None:
    """Queue a letter to each address: the original with it, and a link to the same.

    Raises:
        MailRefused: An address is none.
    """
    name = name_of(act.meeting)
    corrected = bool(act.reason)
    for address in act.addresses:
        link = make_link(PURPOSE, address=address, last_on=on + timedelta(days=DAYS), subject=act, by=act.by)
        queue_mail(
            to=address,
            subject=f"{'Rättade anteckningar' if corrected else 'Anteckningar'}: {name}",
            text=_text(act, name),
            link=link,
            enclosed=[(act.version.file_name, act.sha256)],
            by=act.by,
        )


def name_of(meeting: Meeting) -> str:
    """Bodies and day, as in a subject line."""
    bodies = ", ".join(body.name for body in meeting.named_bodies) or meeting.title or "Möte"
    return f"{bodies} {date_format(meeting.start_on, 'j F Y')}" if meeting.start_on else bodies


def _text(act: Finalisation, name: str) -> str:
    done = "rättat" if act.reason else "färdigställt"
    reason = f"Orsak: {act.reason}\n\n" if act.reason else ""
    return (
        f"Hej!\n\n{act.by} har {done} anteckningarna från {name}. De ligger med i brevet och finns här:\n\n"
        f"{LINK}\n\n{reason}Filens kontrollsumma (SHA-256) är {act.sha256}.\n"
    )
