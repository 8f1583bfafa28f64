"""Where a matter stands, in a sentence: how far it has gone, when it was last heard of, and who has it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.matters.models import HandOverState
from samsyn.web import swedish

if TYPE_CHECKING:
    from datetime import date

    from samsyn.matters.queries.page import MatterPage
    from samsyn.register.models import Statement

MONTH, YEAR = 30.44, 365.25
LONG_SILENCE = 120  # days: more than a summer


@dataclass(frozen=True, slots=True)
class Standing:
    """Where it stands.

    Attributes:
        sentence: One or two sentences.
        days: Since it was last up; None where that is not known or lies ahead.
        step: What is to be done next, as the notes say it.
    """

    sentence: str
    days: int | None
    step: Statement | None


def tell_standing(page: MatterPage, *, on: date) -> Standing:
    """Tell where a matter stands on a day."""
    last = page.last
    if last is None:
        return Standing(_("Inga punkter hör till ärendet än."), None, None)
    heard = last.knot.meeting.start_on
    days = (on - heard).days if heard is not None and heard <= on else None
    step = last.last_step
    told = [_tell_way(page), _tell_last(page, days), _tell_lost(page) or _tell_owner(step)]
    return Standing(" ".join(part for part in told if part), days, step)


def tell_gaps(page: MatterPage) -> dict[int, str]:
    """Long silences: how long each was, by the knot that broke it."""
    days = [(one.knot.pk, one.knot.meeting.start_on) for one in page.said if one.knot.meeting.start_on]
    silent = {pk: (on - before).days for (_, before), (pk, on) in pairwise(days)}
    return {pk: length_of(n) for pk, n in silent.items() if n > LONG_SILENCE}


def length_of(days: int) -> str:
    """`tolv dagar`, `nio månader`, `två år`: about how long."""
    if days < 2 * MONTH:
        return ngettext("en dag", "%(n)s dagar", days) % {"n": swedish.in_words(days)}
    if days < 2 * YEAR:
        return _("%(n)s månader") % {"n": swedish.in_words(round(days / MONTH))}
    return _("%(n)s år") % {"n": swedish.in_words(round(days / YEAR), neuter=True)}


def _tell_way(page: MatterPage) -> str:
    n = len(page.bodies)
    organs = ngettext("ett organ", "%(n)s organ", n) % {"n": swedish.in_words(n, neuter=True)}
    span = (page.days[-1] - page.days[0]).days if page.days else 0
    if span:
        return _("Frågan har varit uppe i %(organs)s på %(time)s.") % {
            "organs": organs,
            "time": length_of(span),
        }
    return _("Frågan har varit uppe i %(organs)s.") % {"organs": organs}


def _tell_last(page: MatterPage, days: int | None) -> str:
    last = page.last
    if last is None or last.knot.meeting.start_on is None:
        return ""
    body = swedish.joined([one.name for one in last.knot.meeting.named_bodies]) or last.knot.meeting.title
    day = swedish.day(last.knot.meeting.start_on)
    if page.matter.closed_on is not None:
        return _("Ärendet avslutades %(day)s.") % {"day": swedish.day(page.matter.closed_on)}
    if days is None:
        return _("Den tas upp %(day)s i %(body)s.") % {"day": day, "body": body}
    return _("Senast var den uppe %(day)s i %(body)s, för %(time)s sedan.") % {
        "day": day, "body": body, "time": length_of(days),
    }  # fmt: skip


def _tell_lost(page: MatterPage) -> str:
    """What was handed over last and not taken up."""
    lost = [row for row in page.handed if row.state == HandOverState.MISSED and row.missed_in is not None]
    if not lost or lost[-1].missed_in is None or lost[-1].missed_in.start_on is None:
        return ""
    body = swedish.joined([one.name for one in lost[-1].missed_in.named_bodies])
    day = swedish.day(lost[-1].missed_in.start_on)
    return _("Ett medskick togs inte upp %(day)s i %(body)s.") % {"day": day, "body": body}


def _tell_owner(step: Statement | None) -> str:
    if step is None:
        return _("Inget nästa steg är sagt.")
    return "" if step.owner_name else _("Ingen står för nästa steg.")
