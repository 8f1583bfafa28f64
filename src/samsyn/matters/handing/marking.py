"""Which meetings wait to be read for hand-overs, or to have them followed, as the tables know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Cast, Concat

from samsyn.matters.models import FollowedMeeting
from samsyn.register.models import SourceVersion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.db.models import QuerySet

RULES = "5"  # raised when the same notes give other hand-overs: those read by older rules are read again
NO_NOTES = "-"  # the stamp of a meeting that has none
TEXT = CharField()


def mark_unread(meeting: int) -> None:
    """Write down that a meeting's notes have changed, in the transaction that changes them."""
    FollowedMeeting.objects.filter(meeting=meeting).update(stamp="", n_changes=F("n_changes") + 1)


def mark_unfollowed(meetings: Iterable[int]) -> None:
    """Write down that what became of some meetings' hand-overs may be another, with what decides over it."""
    FollowedMeeting.objects.filter(meeting__in=list(meetings)).update(n_changes=F("n_changes") + 1)


def waiting_to_be_read() -> list[int]:
    """Ids of meetings whose notes have come, changed or gone since they were read, the oldest first."""
    known = FollowedMeeting.objects.filter(meeting=OuterRef("meeting"), stamp=OuterRef("now"))
    unread = _current().filter(~Exists(known)).order_by("meeting__start_on", "meeting_id")
    found = list(unread.values_list("meeting_id", flat=True))
    emptied = FollowedMeeting.objects.filter(stamp="").order_by("meeting")
    return list(dict.fromkeys((*found, *emptied.values_list("meeting_id", flat=True))))


def waiting_to_be_followed() -> list[int]:
    """Ids of meetings that were read, while what their hand-overs hang on has changed."""
    rows = FollowedMeeting.objects.exclude(stamp="").exclude(n_changes=F("n_followed"))
    return list(rows.order_by("meeting").values_list("meeting_id", flat=True))


def begin(meetings: Sequence[int]) -> dict[int, int]:
    """Make ready to read some meetings: how often each has changed until now; one never read has once."""
    made = [FollowedMeeting(meeting_id=pk, n_changes=1) for pk in meetings]
    FollowedMeeting.objects.bulk_create(made, ignore_conflicts=True)
    return changes_of(meetings)


def changes_of(meetings: Iterable[int]) -> dict[int, int]:
    """How often what the hand-overs of some meetings hang on has changed, by meeting."""
    rows = FollowedMeeting.objects.filter(meeting__in=list(meetings))
    return dict(rows.values_list("meeting_id", "n_changes"))


def mark_read(meeting: int, n_changes: int) -> None:
    """Write down that a meeting was read, in the transaction that reads it; changed since, it still waits."""
    stamp = _current().filter(meeting=meeting).values_list("now", flat=True).first()
    FollowedMeeting.objects.filter(meeting=meeting, n_changes=n_changes).update(stamp=stamp or NO_NOTES)


def mark_followed(begun: Mapping[int, int]) -> None:
    """Write down that hand-overs were followed: what has changed since it began still waits."""
    rows = FollowedMeeting.objects.in_bulk(list(begun), field_name="meeting_id")
    for row in rows.values():
        row.n_followed = begun[row.meeting_id]
    FollowedMeeting.objects.bulk_update(rows.values(), ["n_followed"], batch_size=500)


def _current() -> QuerySet[Any]:
    """The notes that hold now, with the stamp that they have as `now`."""
    colon = Value(":")
    stamp = Concat(Cast("pk", TEXT), colon, "reader_version", colon, Value(RULES), output_field=TEXT)
    return SourceVersion.objects.filter(is_current=True).annotate(now=stamp)
