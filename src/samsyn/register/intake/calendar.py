"""The meetings that are known, kept in memory while many notes come in: each note asks of several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from samsyn.register.models import Meeting, SourceVersion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date, time

    from samsyn.register.models import Body

COLUMNS = ("id", "start_on", "end_on", "precision", "starts_at", "notes_state")
BY_ID = attrgetter("id")


@dataclass(slots=True)
class KnownMeeting:
    """What is compared of a meeting.

    Attributes:
        bodies: Ids of its bodies.
        has_notes: Whether any notes of it are kept.
        path: Where the notes that hold now came from; None without such.
    """

    id: int
    start_on: date | None
    end_on: date | None
    precision: str
    starts_at: time | None
    notes_state: str
    bodies: frozenset[int] = frozenset()
    has_notes: bool = False
    path: str | None = None


@dataclass(slots=True)
class Calendar:
    """All meetings by their first day; whoever writes a meeting says so here."""

    by_id: dict[int, KnownMeeting] = field(default_factory=dict)
    by_day: dict[date | None, dict[int, KnownMeeting]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def load(cls) -> Calendar:
        """All that are known now."""
        calendar = cls()
        calendar._read(None)
        return calendar

    def on(self, day: date | None) -> list[KnownMeeting]:
        """Meetings that begin on a day, the first known first."""
        return sorted(self.by_day[day].values(), key=BY_ID) if day in self.by_day else []

    def awaited_around(self, day: date, *, exact: Collection[str]) -> list[KnownMeeting]:
        """Meetings without notes at a time that holds a day and whose precision is not `exact`."""
        fitting = (
            known
            for known in self.by_id.values()
            if not known.has_notes and known.precision not in exact and _holds(known, day)
        )
        return sorted(fitting, key=BY_ID)

    def put(self, meeting: Meeting, bodies: Iterable[Body], *, path: str | None = None) -> None:
        """Remember a meeting that has just been written; `path` where its notes came from, if it has any."""
        row = KnownMeeting(*(getattr(meeting, column) for column in COLUMNS))
        row.bodies = frozenset(body.pk for body in bodies)
        row.has_notes, row.path = path is not None, path
        self._remember(row)

    def refresh(self, ids: Collection[int]) -> None:
        """Read some meetings anew; those that are gone are forgotten."""
        for id_ in ids:
            self.forget(id_)
        self._read(list(ids))

    def forget(self, id_: int) -> None:
        """Forget a meeting."""
        row = self.by_id.pop(id_, None)
        if row is not None:
            self.by_day[row.start_on].pop(id_)

    def _remember(self, row: KnownMeeting) -> None:
        self.forget(row.id)
        self.by_id[row.id] = self.by_day[row.start_on][row.id] = row

    def _read(self, ids: Sequence[int] | None) -> None:
        """Read meetings out of the register: some, or all."""
        meetings: Any = Meeting.objects.all()
        links: Any = Meeting.bodies.through.objects.all()
        versions: Any = SourceVersion.objects.order_by("id")
        if ids is not None:
            meetings, links = meetings.filter(pk__in=ids), links.filter(meeting_id__in=ids)
            versions = versions.filter(meeting_id__in=ids)
        for columns in meetings.values_list(*COLUMNS):
            self._remember(KnownMeeting(*columns))
        bodies: dict[int, set[int]] = defaultdict(set)
        for meeting_id, body_id in links.values_list("meeting_id", "body_id"):
            bodies[meeting_id].add(body_id)
        for meeting_id, found in bodies.items():
            self.by_id[meeting_id].bodies = frozenset(found)
        for meeting_id, path, is_current in versions.values_list("meeting_id", "path", "is_current"):
            self.by_id[meeting_id].has_notes = True
            if is_current:
                self.by_id[meeting_id].path = path


def _holds(known: KnownMeeting, day: date) -> bool:
    return known.start_on is not None and known.end_on is not None and known.start_on <= day < known.end_on
