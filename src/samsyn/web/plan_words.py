"""What a plan's map says in a sentence, and how its cells look."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.figures import FEWEST, LEVELS
from samsyn.plan.pace import Silence
from samsyn.web.swedish import day, in_words, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samsyn.plan.models import Part
    from samsyn.plan.pace import Pace
    from samsyn.plan.queries.map import Map

SHADES = 4


class Common(NamedTuple):
    """The step that more than half stand on in some areas."""

    step: int
    areas: list[str]


def tell_map(seen: Map) -> str:
    """How many have assessed themselves, and where most of them stand; never a mean."""
    asked = [row for row in seen.rows if not row.is_outside]
    n_all, n_told = len(asked), len(seen.assessed)
    if not n_all:
        return _("Planen har inga aktörer än.")
    if not n_told:
        return _("Ingen har bedömt sig än.")
    told = ngettext(
        "%(told)s av %(all)s aktör har bedömt sig.", "%(told)s av %(all)s aktörer har bedömt sig.", n_all
    ) % {"told": in_words(n_told).capitalize(), "all": in_words(n_all)}
    return " ".join(part for part in (told, _tell_commonest(seen)) if part)


def tell_pace(pace: Pace) -> str:
    """When the rest may be there, with how sure that is; or why nothing is said."""
    if pace.silence is not None:
        return _SILENT[pace.silence](pace)
    half, most, nearly = (pace.days.get(level) for level in LEVELS)
    if half is None or most is None:
        return _("I den takt som har varit dröjer det mer än tio år.")
    days = {"half": day(half), "most": day(most), "nearly": day(nearly) if nearly else ""}
    told = (
        _(
            "Med länets egen takt är alla där senast %(half)s med 50 procents sannolikhet, "
            "senast %(most)s med 85 och senast %(nearly)s med 95."
        )
        if nearly
        else _(
            "Med länets egen takt är alla där senast %(half)s med 50 procents sannolikhet "
            "och senast %(most)s med 85."
        )
    ) % days
    basis = _(" Räknat på %(moves)s övergångar under %(weeks)s skolveckor.") % {
        "moves": in_words(pace.n_moves),
        "weeks": in_words(pace.n_weeks),
    }
    wide = _(" Underlaget är litet, så tiden är vid med flit.") if pace.is_widened else ""
    return f"{told}{basis}{wide}"


def _tell_few(pace: Pace) -> str:
    n = pace.n_moves
    so_far = (
        ngettext(
            "Sedan planen började finns %(n)s övergång till steget.",
            "Sedan planen började finns %(n)s övergångar till steget.",
            n,
        )
        % {"n": in_words(n)}
        if n
        else _("Ingen har gått till steget sedan planen började.")
    )
    return _("Prognos ges inte. %(so_far)s Det behövs %(needed)s.") % {
        "so_far": so_far,
        "needed": in_words(FEWEST),
    }


_SILENT: dict[Silence, Callable[[Pace], str]] = {
    Silence.FEW_MOVES: _tell_few,
    Silence.LEAP: lambda _pace: _(
        "Prognos ges inte från test till vardag: hur länge stegen före tog säger inget om det klivet."
    ),
    Silence.FEW_WEEKS: lambda pace: (
        _("Prognos ges inte. Planen har funnits i %(weeks)s skolveckor; det behövs %(needed)s.")
        % {"weeks": in_words(pace.n_weeks), "needed": in_words(FEWEST)}
    ),
    Silence.STANDS_STILL: lambda _pace: _("Kan inte beräknas: ingen har gått till steget."),
    Silence.NOBODY: lambda _pace: _("Ingen aktör ingår."),
    Silence.ALL_THERE: lambda _pace: _("Alla är där."),
}


def tell_steps(numbers: Sequence[int]) -> str:
    """`steg 3`, `steg 1–3`, `steg 1 och 3`: steps that are to be reached at the same time."""
    if len(numbers) > 2 and list(numbers) == list(range(numbers[0], numbers[-1] + 1)):
        return _("steg %(first)s–%(last)s") % {"first": numbers[0], "last": numbers[-1]}
    return _("steg %(numbers)s") % {"numbers": joined([str(number) for number in numbers])}


def shade(step: Part | int, n_steps: int) -> int:
    """Which of the four shades a step has, when an area has so many; 0 for not begun."""
    at = step if isinstance(step, int) else step.number
    return min(SHADES, ceil(SHADES * at / max(n_steps, 1)))


def _commonest(seen: Map) -> list[Common]:
    """The steps on which more than half of the assessed stand, with the areas; most areas first."""
    found: dict[int, list[str]] = {}
    for area in seen.areas:
        counts = seen.counts(area)
        step, n_there = max(counts.items(), key=lambda pair: pair[1], default=(0, 0))
        if n_there * 2 > counts.total():
            found.setdefault(step, []).append(area.name)
    rows = [Common(step, areas) for step, areas in found.items()]
    return sorted(rows, key=lambda one: -len(one.areas))[:2]


def _tell_commonest(seen: Map) -> str:
    """Where most stand, on however many steps; those who have not begun in a sentence of their own."""
    common = _commonest(seen)
    steps = [
        _("på steg %(step)s %(where)s") % {"step": one.step, "where": _where(one, seen)}
        for one in common
        if one.step
    ]
    told = [_("De flesta står %(where)s.") % {"where": joined(steps)}] if steps else []
    not_begun = [
        _("De flesta har inte börjat %(where)s.") % {"where": _where(one, seen)}
        for one in common
        if not one.step
    ]
    return " ".join([*told, *not_begun])


def _where(common: Common, seen: Map) -> str:
    if len(common.areas) == len(seen.areas):
        return _("i alla områden")
    return _("i %(areas)s") % {"areas": joined(common.areas)}
