"""Change a matter itself: its name, where it stands, and whether it is followed any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.checks import clean_text, lock_matter, require_name
from samsyn.matters.errors import MatterUnusable
from samsyn.matters.models import MatterState
from samsyn.register.actions.deciding import columns_of, set_columns

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.matters.models import Matter


@transaction.atomic
def rename_matter(matter: Matter, name: str, *, by: User, seen: str = "") -> Event:
    """Give a matter another name.

    Args:
        matter: Which.
        name: The new name.
        by: Who gives it.
        seen: How the matter stood when its form was shown, as `stamp_of_matter` says it.

    Raises:
        PermissionDenied: They may not.
        MatterUnusable: The name cannot be used, or is the one that it has.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, "matters.rename_matter")
    now, shown = lock_matter(matter, seen=seen), require_name(name)
    if shown == now.name:
        raise MatterUnusable("Så heter ärendet redan.")
    return _change(now, "matter.renamed", {"name": shown, "search_text": shown.casefold()}, by=by)


@transaction.atomic
def tell_standing(matter: Matter, text: str, *, by: User, seen: str = "") -> Event:
    """Say in own words where a matter stands; an empty text takes away what was said.

    Raises:
        PermissionDenied: They may not.
        MatterUnusable: The text is too long, holds an identity number, or says what is said already.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, "matters.tell_standing")
    now, said = lock_matter(matter, seen=seen), clean_text(text)
    if said == now.standing:
        raise MatterUnusable("Det står redan så.")
    told_at = timezone.now() if said else None
    return _change(now, "matter.told", {"standing": said, "standing_at": told_at}, by=by)


@transaction.atomic
def close_matter(matter: Matter, *, on: date, why: str, by: User, seen: str = "") -> Event:
    """Follow a matter no more.

    Args:
        matter: An open one.
        on: Today.
        why: In a person's words.
        by: Who closes it.
        seen: As `rename_matter` takes it.

    Raises:
        PermissionDenied: They may not.
        MatterUnusable: It is closed already, or nobody says why.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, "matters.close_matter")
    now, reason = lock_matter(matter, seen=seen), clean_text(why)
    if now.state != MatterState.OPEN:
        raise MatterUnusable("Ärendet är redan avslutat.")
    if not reason:
        raise MatterUnusable("Skriv varför ärendet avslutas, så att nästa som frågar får svar.")
    columns = {"state": MatterState.CLOSED, "closed_on": on, "closed_because": reason}
    return _change(now, "matter.closed", columns, by=by)


@transaction.atomic
def reopen_matter(matter: Matter, *, by: User, seen: str = "", why: str = "") -> Event:
    """Follow a matter again.

    Raises:
        PermissionDenied: They may not.
        MatterUnusable: It is open.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, "matters.reopen_matter")
    now = lock_matter(matter, seen=seen)
    if now.state != MatterState.CLOSED:
        raise MatterUnusable("Ärendet är redan öppet.")
    columns = {"state": MatterState.OPEN, "closed_on": None, "closed_because": ""}
    return _change(now, "matter.reopened", columns, by=by, why=clean_text(why))


def put_back(matter: Matter, event: Event) -> None:
    """Set a matter as it was before a change of itself."""
    set_columns(matter, event.before)


def _change(matter: Matter, what: str, columns: dict[str, Any], *, by: User, why: str = "") -> Event:
    names = list(columns)
    before = columns_of(matter, names)
    for name, value in columns.items():
        setattr(matter, name, value)
    matter.save(update_fields=names)
    return Event.objects.create(
        by=by, what=what, subject_type="matter", subject_id=matter.pk,
        before=before, after=columns_of(matter, names), why=why,
    )  # fmt: skip
