"""What a Word template may not hold: anything by which each file made of it would reach out, or run.

Whoever opens notes trusts them. A template that fetches another one, shows a picture from elsewhere, or has a
field that starts a program would do so on the machine of everybody who gets the notes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

from samsyn.register.errors import TemplateUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LINK = "hyperlink"  # followed only by whoever clicks on it
ACTIVE = {"oleobject", "control", "package", "afchunk", "subdocument", "attachedtemplate", "vbaproject"}
# Fields that show what the file itself holds; all others, also those to come, are refused.
FIELDS = {
    "AUTHOR", "CREATEDATE", "DATE", "DOCPROPERTY", "FILENAME", "HYPERLINK", "NUMPAGES", "PAGE", "PAGEREF",
    "REF", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "TIME", "TITLE", "TOC",
}  # fmt: skip


def require_nothing_from_outside(template: bytes) -> None:
    """Look through all parts of a Word file, which the ordinary reader has read before.

    Raises:
        TemplateUnusable: It points out of itself other than by a link, holds something that runs, or a field
            that is not known to be harmless.
    """
    for root in _parts(template):
        for relation in root.iter(RELATIONS):
            _check_relation(relation)
        for code in _fields(root):
            name = (code.split() or [""])[0].upper()
            if name not in FIELDS:
                raise TemplateUnusable(
                    f"Mallen har ett Word-fält som kan hämta eller köra något, ”{name or code}”: ta bort det."
                )


def _parts(template: bytes) -> Iterator[_Element]:
    """Every part that is XML, whatever it is called."""
    from lxml import etree  # noqa: PLC0415 - for one page

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with ZipFile(io.BytesIO(template)) as package:
        for name in package.namelist():
            try:
                yield etree.fromstring(package.read(name), parser)
            except etree.XMLSyntaxError:
                continue  # a picture


def _check_relation(relation: _Element) -> None:
    kind = relation.get("Type", "").rpartition("/")[2].lower()
    is_outside = relation.get("TargetMode", "").lower() == "external" and kind != LINK
    if is_outside or kind in ACTIVE:
        raise TemplateUnusable(
            f"Mallen hämtar något utifrån eller har något inbäddat som kan köras ({kind}): ta bort det."
        )


def _fields(root: _Element) -> Iterator[str]:
    """The code of every field; that of one whose name is made by another is empty."""
    open_: list[str] = []
    for element in root.iter(f"{WORD}fldSimple", f"{WORD}fldChar", f"{WORD}instrText"):
        if element.tag == f"{WORD}fldSimple":
            yield element.get(f"{WORD}instr", "")
        elif element.tag == f"{WORD}instrText":
            open_ = [*open_[:-1], (open_[-1] if open_ else "") + (element.text or "")]
        elif element.get(f"{WORD}fldCharType") == "begin":
            open_.append("")
        elif element.get(f"{WORD}fldCharType") == "end" and open_:
            yield open_.pop()
    yield from open_
