"""The rows that are changed, each with its columns as they become, before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from samsyn.reading import Span, document_from_json
from samsyn.register.blotting.phrases import blot_value
from samsyn.register.blotting.tables import texts_of
from samsyn.register.models import SourceVersion

if TYPE_CHECKING:
    import re

    from django.db.models import Model


@dataclass(slots=True)
class Sheet:
    """Rows as they will be.

    Attributes:
        rows: By model name and id.
        columns: What changes in each.
    """

    rows: dict[tuple[str, int], Model] = field(default_factory=dict)
    columns: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)

    def blot(self, row: Model, pattern: re.Pattern[str]) -> bool:
        """Blot what is found in a row's texts, after what was blotted before; says whether there was any."""
        key = (str(row._meta.model_name), int(row.pk))
        changed = self.columns.get(key, {})
        found = {}
        for column in texts_of(type(row)):
            was = changed.get(column.attname, getattr(row, column.attname))
            becomes = blot_value(was, pattern)
            if becomes != was:
                found[column.attname] = becomes
        if not found:
            return False
        if isinstance(row, SourceVersion) and "document" in found:
            _hide_boxes(row, found["document"], pattern)
        self.rows.setdefault(key, row)
        self.columns[key] = changed | found
        return True

    def ids_of(self, model_name: str) -> list[int]:
        """Ids of the changed rows of a table."""
        return [pk for name, pk in self.rows if name == model_name]

    def counts(self) -> dict[str, int]:
        """How many rows change, by model name."""
        return dict(Counter(name for name, _pk in self.rows))

    def write(self) -> None:
        """Write all rows. Events too: that they are never changed has this one exception."""
        for key, row in self.rows.items():
            QuerySet(type(row)).filter(pk=row.pk).update(**self.columns[key])


def _hide_boxes(version: SourceVersion, document: dict[str, Any], pattern: re.Pattern[str]) -> None:
    """Take away where the words stand in the picture of a page."""
    if not document.get("boxes"):
        return
    kept = document_from_json(version.document)
    spans = [Span(*found.span()) for found in pattern.finditer(kept.text)]
    hidden = {tuple(box) for span in spans for box in kept.boxes_in(span)}
    document["boxes"] = [box for box in document["boxes"] if tuple(box) not in hidden]
