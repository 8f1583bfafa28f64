"""Where the bodies stand on a matter, and what they say differently, in sentences: told, never judged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from samsyn.matters.queries.differing import About, find_differences
from samsyn.matters.queries.standpoints import Standpoint, find_standpoints
from samsyn.web import swedish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.matters.queries.differing import Difference
    from samsyn.matters.queries.page import MatterPage
    from samsyn.matters.queries.standpoints import Voice

TOLD = {
    Standpoint.DECIDED: gettext_noop("%(body)s beslutade %(day)s."),
    Standpoint.AGREED: gettext_noop("%(body)s kom överens %(day)s."),
    Standpoint.POSTPONED: gettext_noop("%(body)s sköt upp frågan %(day)s."),
    Standpoint.PROPOSED: gettext_noop("%(body)s lade fram ett förslag %(day)s."),
    Standpoint.QUESTIONED: gettext_noop("%(body)s ställde en fråga %(day)s."),
}
COUNTED = {
    Standpoint.DECIDED: gettext_noop("%(n)s har beslutat"),
    Standpoint.AGREED: gettext_noop("%(n)s har kommit överens"),
    Standpoint.POSTPONED: gettext_noop("%(n)s har skjutit upp frågan"),
    Standpoint.PROPOSED: gettext_noop("%(n)s har lagt fram ett förslag"),
    Standpoint.QUESTIONED: gettext_noop("%(n)s har ställt en fråga"),
}
LIKE = {
    About.TIME: gettext_noop("Det som ser ut att vara samma sak har olika tider: %(told)s."),
    About.OWNER: gettext_noop("Det som ser ut att vara samma sak har olika ägare: %(told)s."),
}


class Told(NamedTuple):
    """What bodies say differently, in a sentence, and whose words show it."""

    sentence: str
    voices: Sequence[Voice]


class Stands(NamedTuple):
    """How the bodies stand.

    Attributes:
        sentence: How many have come how far.
        voices: The last that each has said which binds it, the firmest first.
        differences: What they say differently.
    """

    sentence: str
    voices: Sequence[Voice]
    differences: Sequence[Told]


def tell_stands(page: MatterPage, *, on: date) -> Stands:
    """Tell where the bodies stand, seen from a day."""
    voices = find_standpoints(page)
    told = [Told(_sentence(one, on), [said.voice for said in one.spoken]) for one in find_differences(page)]
    return Stands(_counted(voices, alike=not told), voices, told)


def _counted(voices: Sequence[Voice], *, alike: bool) -> str:
    counts = Counter(voice.standpoint for voice in voices)
    parts = [
        _(COUNTED[standpoint])
        % {"n": ngettext("ett organ", "%(n)s organ", n) % {"n": swedish.in_words(n, neuter=True)}}
        for standpoint in Standpoint
        if (n := counts[standpoint])
    ]
    if not parts:
        return ""
    told = swedish.joined(parts)
    sentence = f"{told[0].upper()}{told[1:]}."
    return f"{sentence} {_('Inget som står emot varandra har hittats.')}" if alike else sentence


def _sentence(difference: Difference, on: date) -> str:
    if difference.about is About.OUTCOME:
        return " ".join(_outcome(said.voice, on) for said in difference.spoken)
    parts = [
        _("%(body)s säger ”%(words)s”") % {"body": _bodies(said.voice), "words": said.words}
        for said in difference.spoken
    ]
    return _(LIKE[difference.about]) % {"told": swedish.joined(parts)}


def _outcome(voice: Voice, on: date) -> str:
    held = voice.said.knot.meeting.start_on
    day = swedish.short_day(held, on) if held else _("på ett möte utan datum")
    return _(TOLD[voice.standpoint or Standpoint.QUESTIONED]) % {"body": _bodies(voice), "day": day}


def _bodies(voice: Voice) -> str:
    meeting = voice.said.knot.meeting
    return swedish.joined([body.name for body in meeting.named_bodies]) or meeting.title or _("Ett möte")
