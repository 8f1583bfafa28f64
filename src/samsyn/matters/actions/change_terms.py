"""The county's word list: words that mean the same here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.checks import clean_line
from samsyn.matters.errors import TermsUnusable
from samsyn.matters.models import TermGroup
from samsyn.matters.queries.terms import all_terms
from samsyn.register.actions.deciding import columns_of
from samsyn.register.errors import ChangedMeanwhile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.accounts.models import User
    from samsyn.matters.queries.terms import Terms

FEWEST, MOST, LONGEST = 2, 30, 80
COLUMNS = ["words", "why", "removed"]


@transaction.atomic
def add_terms(words: Iterable[str], *, by: User, why: str = "") -> Event:
    """Let some words mean the same.

    Args:
        words: As people write them, at least two.
        by: Who says so.
        why: A line about it, may be empty.

    Raises:
        PermissionDenied: They may not.
        TermsUnusable: They are too few, too many or too long, or one of them stands in another group.
    """
    require(by, "matters.change_terms")
    group = TermGroup.objects.create(words=_clean(words), why=clean_line(why))
    return _record(group, "termgroup.added", by=by, before={})


@transaction.atomic
def change_terms(group: Terms, words: Iterable[str], *, by: User, why: str = "", seen: str = "") -> Event:
    """Let a group hold other words.

    Args:
        group: Which.
        words: All that it is to hold.
        by: Who says so.
        why: A line about it, may be empty.
        seen: Its words when its form was shown, as `str` writes them.

    Raises:
        PermissionDenied: They may not.
        TermsUnusable: As `add_terms`, or nothing is changed.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, "matters.change_terms")
    now = _lock(group, seen)
    before = columns_of(now, COLUMNS)
    now.words, now.why = _clean(words, own=now.pk), clean_line(why)
    if columns_of(now, COLUMNS) == before:
        raise TermsUnusable("Inget ändrades.")
    now.save(update_fields=["words", "why"])
    return _record(now, "termgroup.changed", by=by, before=before)


@transaction.atomic
def remove_terms(group: Terms, *, by: User, seen: str = "") -> Event:
    """Let words no longer mean the same; also a group that came with Samsyn.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Somebody has changed or removed it since.
    """
    require(by, "matters.change_terms")
    now = _lock(group, seen)
    before = columns_of(now, COLUMNS)
    now.removed = True
    now.save(update_fields=["removed"])
    return _record(now, "termgroup.removed", by=by, before=before)


def take_back_added(group: TermGroup, _: Event) -> None:
    """Remove the group again."""
    group.delete()


@transaction.atomic
def restore_terms(group: Terms, *, by: User) -> Event:
    """Use a group again that Samsyn came with and the county had removed.

    Raises:
        PermissionDenied: They may not.
        TermsUnusable: One of its words stands in another group now.
        ChangedMeanwhile: Somebody has done it already.
    """
    require(by, "matters.change_terms")
    now = TermGroup.objects.select_for_update().filter(pk=group.row or 0, removed=True).first()
    if now is None:
        raise ChangedMeanwhile("Orden används redan igen.")
    before = columns_of(now, COLUMNS)
    _clean(now.words, own=now.pk)
    now.removed = False
    now.save(update_fields=["removed"])
    return _record(now, "termgroup.restored", by=by, before=before)


def _lock(group: Terms, seen: str) -> TermGroup:
    """The group's row; one that Samsyn came with gets its row with its first change."""
    if group.row is None:
        words = list(group.words)
        now, _made = TermGroup.objects.get_or_create(code=group.code, defaults={"words": words})
    else:
        now = TermGroup.objects.select_for_update().get(pk=group.row)
    if now.removed or (seen and str(now) != seen):
        raise ChangedMeanwhile("Någon har ändrat orden medan du hade sidan öppen: se hur de står nu.")
    return now


def _clean(words: Iterable[str], *, own: int | None = None) -> list[str]:
    """The words as they are kept, each once.

    Raises:
        TermsUnusable: They cannot stand so.
    """
    lines = [clean_line(one, longest=LONGEST) for one in words]
    shown = {word.casefold(): word for word in reversed(lines) if word}
    if not FEWEST <= len(shown) <= MOST:
        raise TermsUnusable("Skriv minst två ord som betyder samma sak, ett på varje rad.")
    for other in all_terms():
        if other.removed or (own is not None and other.row == own):
            continue
        taken = [word for word in other.words if word.casefold() in shown]
        if taken:
            raise TermsUnusable(f"”{taken[0]}” står redan i gruppen {other}: lägg till orden där.")
    return list(reversed(shown.values()))


def _record(group: TermGroup, what: str, *, by: User, before: dict[str, object]) -> Event:
    return Event.objects.create(
        by=by, what=what, subject_type="termgroup", subject_id=group.pk,
        before=before, after=columns_of(group, COLUMNS),
    )  # fmt: skip
