"""A reminder in words: what has passed, what comes, and a link below each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from samsyn.mail.service import mark_of
from samsyn.matters.service import ReminderWanted
from samsyn.register.service import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samsyn.follow.reminders import Digest, Due
    from samsyn.matters.queries.actions import Action
    from samsyn.register.models import Meeting

DAY = "j F Y"


def write_reminder(digest: Digest, *, on: date) -> ReminderWanted:
    """The letter of a digest.

    Args:
        digest: What it is about.
        on: Today.
    """
    paragraphs = ["Hej!", _lead(digest), *_rows(digest, on)]
    rest = len(digest.actions) - len(digest.shown)
    if rest:
        paragraphs.append(f"{rest} till står under Åtgärder i Samsyn.")
    paragraphs += [
        "Så ofta får du de här breven. Ändra det, eller sluta få dem:",
        mark_of(len(digest.shown) + 1),
    ]
    return ReminderWanted(
        digest.address, _subject(digest), "\n\n".join(paragraphs), [one.statement for one in digest.shown]
    )


def _subject(digest: Digest) -> str:
    late = "sen" if len(digest.late) == 1 else "sena"
    counted = ((digest.late, late), (digest.soon, "snart"), (digest.duties, "till nästa möte"))
    parts = [f"{len(rows)} {word}" for rows, word in counted if rows]
    return f"Åtgärder: {', '.join(parts)}"


def _lead(digest: Digest) -> str:
    parts = []
    if digest.late:
        parts.append(f"Du har {_counted(len(digest.late))} vars datum har passerat.")
    if digest.soon:
        parts.append(f"Du har {_counted(len(digest.soon))} som snart ska vara klar{_plural(digest.soon)}.")
    if digest.duties:
        parts.append("Något som återkommer väntas på ett möte snart.")
    return f"{' '.join(parts)} Länken under varje åtgärd låter dig svara klart, på gång eller behöver hjälp."


def _counted(n: int) -> str:
    return "en åtgärd" if n == 1 else f"{n} åtgärder"


def _plural(rows: list[Due]) -> str:
    return "" if len(rows) == 1 else "a"


def _rows(digest: Digest, on: date) -> Iterator[str]:
    """Heading by heading, with a place for the link below each action."""
    expected = {duty.due.statement: duty.meeting for duty in digest.duties}
    shown = enumerate(digest.shown, 1)
    for title, rows in (
        ("HAR PASSERAT SITT DATUM", digest.late),
        ("SNART", digest.soon),
        ("TILL NÄSTA MÖTE", digest.duties),
    ):
        for place, (number, action) in enumerate(islice(shown, len(rows))):
            if not place:
                yield title
            yield _told(action, on, expected.get(action.statement.pk))
            yield mark_of(number)


def _told(action: Action, on: date, expected: Meeting | None) -> str:
    said = action.statement
    # Brackets in the notes' words are no place for a link.
    text = said.text.replace("[[", "[ [")
    return f"{text}\n{_when(action, on, expected)}\nSagt på {name_of(said.meeting)}."


def _when(action: Action, on: date, expected: Meeting | None) -> str:
    words = action.due.due_words.replace("[[", "[ [")
    if expected is not None and expected.start_on is not None:
        return f"{words}. Nästa möte: {date_format(expected.start_on, DAY)}."
    return f"Klart senast: {words}{_late(action.n_days_late(on))}."


def _late(n_days: int) -> str:
    """As the list of actions says it: days up to two months, months up to two years."""
    if not n_days:
        return ""
    if n_days < 60:
        return f" ({n_days} {'dag' if n_days == 1 else 'dagar'} sen)"
    return f" ({n_days // 30} månader sen)" if n_days < 730 else f" ({n_days // 365} år sen)"
