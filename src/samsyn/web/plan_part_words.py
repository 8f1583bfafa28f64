"""What the page of a part of a plan says in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.web.swedish import day, in_words

if TYPE_CHECKING:
    from datetime import date

    from samsyn.plan.queries.asked import Asked
    from samsyn.plan.queries.parts import Outline, PartSeen


def tell_part(seen: PartSeen, *, on: date) -> str:
    """What stands fast of a part, and what nobody has said.

    Args:
        seen: The part.
        on: Today.
    """
    if seen.part.withdrawn_on:
        told = _("Struken ur planen %(day)s.") % {"day": day(seen.part.withdrawn_on)}
        return f"{told} {seen.part.withdrawn_because}"
    return " ".join(filter(None, [_tell_words(seen), _tell_time(seen, on), _tell_checking(seen)]))


def _tell_words(seen: PartSeen) -> str:
    if not seen.wordings:
        return "" if seen.part.kind == "area" else _("Ingen har skrivit lydelsen än.")
    if len(seen.wordings) == 1:
        return ""
    newest = seen.wordings[0]
    return _("Lydelsen har ändrats, senast %(day)s.") % {"day": day(localdate(newest.at))}


def _tell_time(seen: PartSeen, on: date) -> str:
    period = seen.period
    if period is None:
        return _("Ingen tid är satt.")
    if period.reached_on:
        return _("Nått %(day)s.") % {"day": day(period.reached_on)}
    if period.end_on and period.end_on <= on:
        return _("Tiden har passerat utan att någon sagt att det är nått.")
    return _("Ska vara nått: %(words)s.") % {"words": period.words}


def _tell_checking(seen: PartSeen) -> str:
    if seen.part.kind != "milestone" or (seen.checking and seen.checking.is_answered):
        return ""
    return _("Det saknas svar på hur den kan följas upp.")


def tell_wordings(asked: Asked, outline: Outline) -> str:
    """What the plan's words wait for, the most binding first.

    Args:
        asked: Wishes and changes.
        outline: The plan's parts.
    """
    sentences = (
        (asked.n_decided, _decided),
        (len(asked.wishes) - asked.n_decided, _wished),
        (len(outline.unchecked), _unchecked),
    )
    told = [write(n) % {"n": in_words(n).capitalize()} for n, write in sentences if n]
    return " ".join(told) or _("Ingen har bett om andra ord, och alla milstolpar går att följa upp.")


def _decided(n: int) -> str:
    return ngettext(
        "%(n)s beslutad ändring väntar på en ny lydelse.",
        "%(n)s beslutade ändringar väntar på nya lydelser.",
        n,
    )


def _wished(n: int) -> str:
    return ngettext("%(n)s önskad ändring väntar på svar.", "%(n)s önskade ändringar väntar på svar.", n)


def _unchecked(n: int) -> str:
    return ngettext(
        "%(n)s milstolpe saknar svar på hur den kan följas upp.",
        "%(n)s milstolpar saknar svar på hur de kan följas upp.",
        n,
    )
