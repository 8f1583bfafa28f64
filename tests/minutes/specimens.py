"""The notes that properties are tried on: specimens, the example, and all that a reading holds."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import samsyn
from samsyn.minutes import Doubt, Found, Minutes, read_minutes
from samsyn.reading import Span, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.reading import Document

SPECIMENS = Path(__file__).parents[1] / "specimens"
EXAMPLE = Path(samsyn.__file__).parent / "example"
# Formats that are read at once; what needs another program is tried in tests/example.
QUICK = {".docx", ".html", ".md", ".odt", ".txt"}
NOTES = [
    *sorted(SPECIMENS.glob("*/source.*")),
    *(
        path
        for path in sorted(EXAMPLE.iterdir())
        if path.suffix in QUICK and path.with_suffix(".json").exists()
    ),
]
IDS = [path.parent.name if path.stem == "source" else path.stem for path in NOTES]


@cache
def reading(path: Path) -> tuple[Document, Minutes]:
    """A note's text and what is read out of it, read once for all tests."""
    document = read_document(path)
    return document, read_minutes(document, name=path.name)


def parts(value: object) -> Iterator[object]:
    """Everything that a reading holds, itself first."""
    yield value
    if isinstance(value, Span):
        return
    if is_dataclass(value):
        inner = [getattr(value, field.name) for field in fields(value)]
    else:
        inner = list(value) if isinstance(value, tuple) else []
    for one in inner:
        yield from parts(one)


def values(minutes: Minutes) -> list[Found[object]]:
    """Every value with its words and place."""
    return [one for one in parts(minutes) if isinstance(one, Found)]


def rules(minutes: Minutes) -> set[str]:
    """The numbers of all rules that a reading used."""
    return {one.rule for one in parts(minutes) if isinstance(one, (Found, Doubt))}
