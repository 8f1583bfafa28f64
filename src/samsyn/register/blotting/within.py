"""What was read inside a stretch that is blotted out: parts of it live on in values, statements and names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from samsyn.register.actions.deciding import subject_of
from samsyn.register.blotting.phrases import pattern_of
from samsyn.register.models import Doubt, Presenter, Reference, SourceVersion, Value

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from django.db.models import Model

    from samsyn.register.blotting.sheets import Sheet

SHORTEST = 2


def blot_within(sheet: Sheet, meetings: Iterable[int], pattern: re.Pattern[str]) -> list[re.Pattern[str]]:
    """Blot what was read inside the stretches, in the rows that it was read into; gives what it was."""
    patterns: list[re.Pattern[str]] = []
    for meeting in meetings:
        version = SourceVersion.objects.filter(meeting=meeting, is_current=True).first()
        spans = [found.span() for found in pattern.finditer(version.text)] if version else []
        if version is not None and spans:
            patterns += _blot_objects(sheet, meeting, version.text, spans)
    return patterns


def _blot_objects(
    sheet: Sheet, meeting: int, text: str, spans: list[tuple[int, int]]
) -> Iterator[re.Pattern[str]]:
    """Object by object, since a short word read from one says nothing of others."""
    parts: dict[tuple[str, int], set[str]] = defaultdict(set)
    values: dict[tuple[str, int], list[Value]] = defaultdict(list)
    subjects: dict[tuple[str, int], Model] = {}
    read = Value.objects.filter(meeting=meeting).select_related("meeting", "statement", "item", "attendance")
    for value in read:
        name, subject = subject_of(value)
        key = (name, subject.pk)
        subjects[key] = subject
        values[key].append(value)
        parts[key].update(_parts(value, text, spans))
    for key, found in parts.items():
        if found:
            pattern = pattern_of(found)
            for row in (subjects[key], *values[key], *_belonging(subjects[key], values[key])):
                sheet.blot(row, pattern)
            yield pattern


def _parts(value: Value, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The words of a value that lie in one of the stretches."""
    if value.start is None or value.end is None:
        return
    for start, end in spans:
        part = text[max(start, value.start) : min(end, value.end)]
        if len(part.strip()) >= SHORTEST:
            yield part


def _belonging(subject: Model, values: Iterable[Value]) -> Iterator[Model]:
    """Rows that repeat what was read of an object."""
    yield from Doubt.objects.filter(value__in=[value.pk for value in values])
    name = subject._meta.model_name
    if name == "agendaitem":
        yield from Presenter.objects.filter(item=subject.pk)
    if name == "statement":
        yield from Reference.objects.filter(statement=subject.pk)
