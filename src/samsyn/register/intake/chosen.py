"""What people have chosen or rejected of presenters and references, kept while a new version is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samsyn.register.models import Meeting, Presenter, Value

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom presenters and references mean, by the object and words that they stand in."""

    presenters: list[dict[str, Any]]
    meetings: Mapping[tuple[int | None, str], int | None]

    @classmethod
    def of(cls, meeting: Meeting) -> Chosen:
        """As it stands before a new version is written."""
        presenters = Presenter.objects.filter(item__meeting=meeting)
        return cls(
            [
                dict(row)
                for row in presenters.order_by("id").values("item_id", "person_id", "name", "removed")
            ],
            {(row.statement_id, row.words): row.target_meeting_id for row in meeting.references.all()},
        )

    def put_back(self, value: Value) -> None:
        """Let what a person has chosen hold in the rows of the new version too."""
        if value.field == "reference":
            target = self.meetings.get((value.statement_id, value.words))
            rows = value.meeting.references.filter(statement=value.statement, words=value.words)
            rows.update(target_meeting=target)


def hide_rejected(value: Value) -> None:
    """Hide the reference or presenter whose value a person has rejected."""
    if value.field == "reference":
        rows = value.meeting.references.filter(statement=value.statement, words=value.words)
        rows.update(removed=True, target_meeting=None)
    if value.field == "presenter" and value.item is not None:
        value.item.presenters.filter(name=value.value).update(removed=True)
