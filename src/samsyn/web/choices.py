"""The answers to a doubt as buttons: what each is called, by the rule that raised the doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from samsyn.register.models import Meeting
from samsyn.register.service import KEEP, TAKE
from samsyn.web import swedish
from samsyn.web.editors import shown_of
from samsyn.web.rows import shown_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.register.models import Doubt
    from samsyn.register.service import Answer

DIFFERENCE = (KEEP, TAKE)
LONGEST = 60  # characters on a button
READING_IS_RIGHT = gettext_noop("Läsningen stämmer")
UNSAID = gettext_noop("Det framgår inte")
WORDS = {
    ("A10", "as_read"): gettext_noop("Ja, frånvarande"),
    ("A10", "present"): gettext_noop("Nej, var på plats"),
    ("S12", "as_read"): gettext_noop("Överenskommelse"),
    ("S12", "information"): gettext_noop("Beskrivning"),
    ("S13", "as_read"): gettext_noop("Beslut"),
    ("S13", "information"): gettext_noop("Beskrivning"),
    ("S32", "as_read"): gettext_noop("Åtgärd"),
    ("S32", "information"): gettext_noop("Beskrivning"),
    ("O5", "as_read"): UNSAID,
    ("P3", "as_read"): UNSAID,
    ("R2", "as_read"): UNSAID,
}


class Choice(NamedTuple):
    """A button: the code that it sends and the word on it."""

    code: str
    word: str


def write_choices(doubt: Doubt, answers: Sequence[Answer]) -> list[Choice]:
    """The answers with their words, in the same order."""
    return [Choice(answer.code, _word(doubt, answer)) for answer in answers]


def _word(doubt: Doubt, answer: Answer) -> str:
    if answer.code in DIFFERENCE and doubt.value is not None:
        return _of_difference(doubt, answer.code)
    if isinstance(answer.subject, Meeting):
        found = answer.subject
        day = swedish.period(found.start_on, found.end_on, found.precision, found.day_words)
        return _("Mötet %(day)s") % {"day": day}
    if answer.subject is not None:
        return answer.subject.name
    # A question with one answer only is one where the other answers are not known.
    return _(WORDS.get((doubt.rule, answer.code), READING_IS_RIGHT) if doubt.value_id else READING_IS_RIGHT)


def _of_difference(doubt: Doubt, code: str) -> str:
    """What a person has said stands, or what the later reading says."""
    value, offered = doubt.value, doubt.offered
    if value is None or offered is None:
        return ""
    subject = value.statement or value.attendance or value.item or doubt.meeting
    field = value.field
    if code == TAKE:
        new = shown_value(field, offered["value"]) or " ".join(str(offered["words"]).split())
        return _("Ta ”%(value)s”") % {"value": new[:LONGEST]}
    return _("Behåll ”%(value)s”") % {"value": shown_of(subject, field)[:LONGEST]}
