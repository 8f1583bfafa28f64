"""The texts of meetings, as they are searched."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.register.models import Meeting, SourceVersion, Statement
from samsyn.register.protection import hidden_from_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOTES = "notes"


@dataclass(slots=True)
class MeetingTexts:
    """What can be found of a meeting.

    Attributes:
        notes: Title, place and the notes from end to end.
        said: Id, words and kind of each statement, in order.
    """

    notes: str
    said: list[tuple[int, str, str]] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Words and kind of each text, in the order of their numbers."""
        yield self.notes, NOTES
        for _, words, kind in self.said:
            yield words, kind


def read_texts(meetings: Sequence[int]) -> dict[int, MeetingTexts]:
    """The texts of some meetings as they are now, by id; in four questions.

    Names that are protected are no words of them: nobody finds where somebody was by searching.
    """
    if not meetings:
        return {}
    mask = hidden_from_all().mask
    versions = SourceVersion.objects.filter(is_current=True, meeting__in=meetings)
    notes = dict(versions.values_list("meeting_id", "text"))
    heads = Meeting.objects.filter(pk__in=meetings).order_by("pk").values_list("pk", "title", "place")
    texts = {
        pk: MeetingTexts(mask.blot("\n".join((title, place, notes.get(pk, "")))))
        for pk, title, place in heads
    }
    said = Statement.objects.filter(removed=False, meeting__in=meetings).order_by("position", "pk")
    columns = said.values_list("meeting_id", "pk", "text", "owner_name", "kind")
    for meeting, pk, words, owner, kind in columns:
        texts[meeting].said.append((pk, mask.blot(f"{words} {owner}"), kind))
    return texts
