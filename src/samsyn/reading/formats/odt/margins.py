"""Page headers and footers of the master pages in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.reading.formats.odt.body import Place
from samsyn.reading.formats.odt.names import all_words, office, style

if TYPE_CHECKING:
    from lxml.etree import _Element

    from samsyn.reading.documents import BlockKind
    from samsyn.reading.formats.odt.body import BodyReader

USUAL = "Standard"
VARIANTS = ("", "-first", "-left")


def find_edges(looks: _Element | None, content: _Element, kind: str) -> list[_Element]:
    """Page headers or footers ("header", "footer") that are shown, each said once."""
    if looks is None:
        return []
    wanted = {USUAL} | {one.get(style("master-page-name"), "") for one in content.iter(style("style"))}
    pages = [
        page
        for masters in looks.iterchildren(office("master-styles"))
        for page in masters.iterchildren(style("master-page"))
    ]
    used = [page for page in pages if page.get(style("name")) in wanted] or pages[:1]
    found: dict[str, _Element] = {}
    for page in used:
        for variant in VARIANTS:
            for edge in page.iterchildren(style(f"{kind}{variant}")):
                if edge.get(style("display")) != "false":
                    found.setdefault(" ".join(all_words(edge).split()), edge)
    return [edge for words, edge in found.items() if words]


def read_edges(reader: BodyReader, edges: list[_Element], part: str, kind: BlockKind) -> None:
    """Add page headers or footers."""
    for edge in edges:
        reader.read(edge, Place(part, kind))
