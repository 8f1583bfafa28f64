"""What must hold for any input: a reading or a refusal in words, and positions that agree with each other."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from samsyn.minutes import Found, read_minutes, to_json
from samsyn.reading import ReadingError, Span, document_from_json, document_to_json, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes import Minutes
    from samsyn.reading import Document


class PromiseBroken(Exception):
    """A reading came out that contradicts itself, or a refusal without a sentence."""


def put_to_reader(content: bytes, *, name: str) -> Document | None:
    """Read a file's content and check what comes out; None where it was refused."""
    try:
        document = read_bytes(content, name=name)
    except ReadingError as error:
        check(error.message.endswith(".") or error.message.endswith(")"), f"no sentence: {error.message!r}")
        return None
    check_document(document)
    return document


def put_to_minutes(content: bytes, *, name: str) -> None:
    """Read a file's content all the way to the record, and check that too."""
    document = put_to_reader(content, name=name)
    if document is None:
        return
    try:
        minutes = read_minutes(document, name=name)
    except ReadingError:
        return
    check_minutes(document, minutes)


def check_document(document: Document) -> None:
    """Blocks fill the text, spans cut their own words, and it is kept without loss."""
    check("\n".join(block.text for block in document.blocks) == document.text, "blocks do not fill the text")
    for block in document.blocks:
        check(document.cut(block.span) == block.text, "a block stands elsewhere")
        for run in block.runs:
            check(document.cut(Span(run.start, run.end)) == run.text, "a run stands elsewhere")
    for comment in document.comments:
        check(is_inside(comment.at, document), "a comment points outside")
    kept = json.loads(json.dumps(document_to_json(document)))
    check(document_from_json(kept) == document, "it is not kept whole")


def check_minutes(document: Document, minutes: Minutes) -> None:
    """Each value cuts its own words, each place lies in the text, and the JSON can be written."""
    for one in parts_of(minutes):
        if isinstance(one, Span):
            check(is_inside(one, document), "a place lies outside the text")
        elif isinstance(one, Found):
            check(document.cut(one.span) == one.words, f"{one.rule} stands elsewhere")
    json.dumps(to_json(minutes, document, name="fil"))


def parts_of(value: object) -> Iterator[object]:
    """Everything that a reading holds, itself first."""
    yield value
    if isinstance(value, Span):
        return
    inner = list(value) if isinstance(value, tuple) else []
    if is_dataclass(value):
        inner = [getattr(value, field.name) for field in fields(value)]
    for one in inner:
        yield from parts_of(one)


def is_inside(span: Span, document: Document) -> bool:
    """Whether a place lies in the text."""
    return 0 <= span.start <= span.end <= len(document.text)


def check(holds: bool, promise: str) -> None:
    """Raise where something does not hold."""
    if not holds:
        raise PromiseBroken(promise)
