"""What stands around the body: page headers and footers, notes, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.reading.documents import BlockKind, Comment, Span
from samsyn.reading.formats.docx import names
from samsyn.reading.formats.docx.body import Place
from samsyn.reading.formats.docx.names import all_words, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from samsyn.reading.formats.docx.body import BodyReader
    from samsyn.reading.formats.docx.package import Package, Relation

RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NOTE = {"footnotes": word("footnote"), "endnotes": word("endnote")}


def find_edges(root: _Element, relations: Sequence[Relation], kind: str) -> list[str]:
    """Parts of the page headers or footers ("header", "footer"), one of each kind that is shown."""
    targets = {relation.id: relation.target for relation in relations if relation.kind == kind}
    has_first_page = next(root.iter(word("titlePg")), None) is not None
    found: dict[str, str] = {}
    for reference in root.iter(word(f"{kind}Reference")):
        of = reference.get(word("type"), "default")
        target = targets.get(reference.get(RELATION_ID, ""))
        if target and (of == "default" or (of == "first" and has_first_page)):
            found.setdefault(of, target)
    return list(dict.fromkeys(found[of] for of in sorted(found, reverse=True)))


def read_edges(package: Package, reader: BodyReader, parts: Sequence[str], kind: BlockKind) -> None:
    """Add page headers or footers, leaving out those that say the same."""
    said = set()
    for part in parts:
        root = package.tree(part)
        words = "" if root is None else all_words(root).strip()
        if root is not None and words and words not in said:
            said.add(words)
            reader.read(root, Place(part, kind))


def read_notes(package: Package, reader: BodyReader, parts: dict[str, str]) -> None:
    """Add foot- and endnotes as paragraphs at the end, in the order they are referred to."""
    for kind, tag in NOTE.items():
        wanted = [name for of, name in reader.notes if of == kind]
        root = package.tree(parts.get(kind, "")) if wanted else None
        if root is None:
            continue
        by_id = {note.get(word("id")): note for note in root.iterchildren(tag)}
        for name in wanted:
            if name in by_id:
                reader.read(by_id[name], Place(parts[kind]))


def read_comments(package: Package, reader: BodyReader, part: str) -> list[Comment]:
    """The remarks in the margin, in the order of the file."""
    root = package.tree(part) if reader.comment_spans else None
    if root is None:
        return []
    end = max(0, reader.builder.position - 1)
    found = []
    for comment in root.iterchildren(word("comment")):
        span = reader.comment_spans.get(comment.get(word("id"), ""))
        if span:
            at = Span(min(span.start, end), min(span.end, end))
            found.append(Comment(_words(comment), comment.get(word("author"), ""), at))
    return found


def _words(element: _Element) -> str:
    paragraphs = element.iter(names.PARAGRAPH)
    return "\n".join("".join(text.text or "" for text in one.iter(names.TEXT)) for one in paragraphs).strip()
