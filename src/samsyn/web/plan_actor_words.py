"""What an actor's page says in a sentence: what the actor has said of itself, never a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from samsyn.web.swedish import day, joined

if TYPE_CHECKING:
    from samsyn.plan.queries.actor import ActorSeen, AreaSeen


def tell_actor(seen: ActorSeen) -> str:
    """Where it stands by its own word, and where nothing shows it."""
    name = seen.actor.organisation.name
    if not seen.inside:
        return _("%(name)s ingår inte i planen.") % {"name": name}
    if not seen.assessed:
        return _tell_silent(seen)
    told = _("%(name)s säger sig stå %(where)s.") % {"name": name, "where": joined(_places(seen.assessed))}
    rest = [one.area.name for one in seen.inside if not one.claims]
    if rest:
        told += " " + _("%(areas)s är inte bedömt.") % {"areas": joined(rest)}
    bare = [one.area.name for one in seen.assessed if one.standing.lacks_evidence]
    if bare:
        told += " " + _("Underlag saknas i %(areas)s.") % {"areas": joined(bare)}
    return told


def _tell_silent(seen: ActorSeen) -> str:
    name = seen.actor.organisation.name
    if seen.asked is None:
        return _("%(name)s har inte bedömt sig än.") % {"name": name}
    told = {"name": name, "day": day(seen.asked.at.date())}
    return _("%(name)s tillfrågades %(day)s och har inte svarat än.") % told


def _places(areas: list[AreaSeen]) -> list[str]:
    """On which step in which areas, the areas of a step together."""
    found: dict[int, list[str]] = {}
    for one in areas:
        found.setdefault(one.step.number if one.step else 0, []).append(one.area.name)
    return [
        _("på steg %(step)s i %(areas)s") % {"step": step, "areas": joined(names)}
        if step
        else _("före första steget i %(areas)s") % {"areas": joined(names)}
        for step, names in sorted(found.items(), reverse=True)
    ]
