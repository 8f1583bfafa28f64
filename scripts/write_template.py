"""Write the Word template that comes with Samsyn: src/samsyn/publish/minnesanteckningar.docx.

Run it after a change here, with the environment's own Python. The file is the same each time.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table

TARGET = Path(__file__).parent.parent / "src" / "samsyn" / "publish" / "minnesanteckningar.docx"
SANS = "Calibri"
INK = RGBColor(0x15, 0x20, 0x1E)
FACTS = (
    ("dag", "Datum"), ("tid", "Tid"), ("plats", "Plats"), ("ordforande", "Ordförande"),
    ("sekreterare", "Sekreterare"),
)  # fmt: skip


def write() -> None:
    """Keep the template."""
    TARGET.write_bytes(make())


def make() -> bytes:
    """The template."""
    word = Document()
    prune(word)
    dress(word)
    head(word)
    attendance(word)
    items(word)
    return pack(word)


def prune(word: Word) -> None:
    """Keep the styles that are used, and nothing of another file's making."""
    used = {
        "Normal",
        "Title",
        "Heading1",
        "ListBullet",
        "TableGrid",
        "DefaultParagraphFont",
        "TableNormal",
        "NoList",
    }
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in used:
            styles.remove(style)
        for tag in ("w:link", "w:next"):
            for pointer in style.findall(qn(tag)):
                style.remove(pointer)
    for holder in (word.part.package, word.part):
        for name, relation in list(holder.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects", "/customXml")):
                del holder.rels[name]


def dress(word: Word) -> None:
    """Swedish, quiet, with room around."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    sizes = {"Normal": 11, "Title": 22, "Heading 1": 14, "List Bullet": 11}
    for name, size in sizes.items():
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = SANS, Pt(size), INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for side in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(side), SANS)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
    word.styles["Normal"].paragraph_format.space_before = Pt(3)
    word.styles["Normal"].paragraph_format.space_after = Pt(5)
    word.styles["Title"].paragraph_format.space_after = Pt(10)
    word.styles["Heading 1"].paragraph_format.space_before = Pt(16)
    word.styles["Heading 1"].paragraph_format.space_after = Pt(4)
    border = word.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        word.styles["Title"].element.pPr.remove(border)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
    properties = word.core_properties
    properties.title, properties.author, properties.comments = "Minnesanteckningar", "Samsyn", ""
    properties.language = "sv-SE"
    properties.created = properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001 - python-docx takes no zone


def head(word: Word) -> None:
    """What the meeting was."""
    word.add_paragraph("{{ rubrik }}", style="Title")
    for name, label in FACTS:
        condition(word, f"if {name}")
        labelled(word, label, f"{{{{ {name} }}}}")
        condition(word, "endif")


def attendance(word: Word) -> None:
    """Who was there, in order of organisation."""
    condition(word, "if deltagare")
    word.add_heading("Närvaro", 1)
    table = rows(word, ("Organisation", "Namn", "Närvaro"), (6, 6, 4))
    loop(table, "rad in deltagare", ("{{ rad.organisation }}", "{{ rad.namn }}", "{{ rad.narvaro }}"))
    condition(word, "endif")


def items(word: Word) -> None:
    """The agenda with what was said, decided, agreed and to be done; last the next meeting."""
    condition(word, "for punkt in punkter")
    word.add_heading("{{ punkt.nummer }}. {{ punkt.rubrik }}", 1)
    condition(word, "for del in punkt.delar")
    condition(word, "if del.sort == 'text'")
    word.add_paragraph("{{ del.text }}")
    condition(word, "elif del.sort == 'lista'")
    word.add_paragraph("{{ del.text }}", style="List Bullet")
    for kind, label in (("beslut", "Beslut"), ("overenskommet", "Överenskommet")):
        condition(word, f"elif del.sort == '{kind}'")
        labelled(word, label, "{{ del.text }}")
    condition(word, "elif del.sort == 'atgarder'")
    table = rows(word, ("Åtgärd", "Ansvarig", "Klart senast"), (8, 4, 4))
    loop(table, "rad in del.rader", ("{{ rad.text }}", "{{ rad.ansvarig }}", "{{ rad.klart }}"))
    for _ in ("if", "for", "for"):
        condition(word, {"if": "endif", "for": "endfor"}[_])
    condition(word, "if nasta_mote")
    labelled(word, "Nästa möte", "{{ nasta_mote }}")
    condition(word, "endif")


def condition(word: Word, words: str) -> None:
    """A line that steers and is gone when the file is written."""
    word.add_paragraph(f"{{%p {words} %}}")


def labelled(word: Word, label: str, value: str) -> None:
    """A label in bold and what it is about."""
    line = word.add_paragraph()
    line.add_run(f"{label}:").bold = True
    line.add_run(f" {value}")


def rows(word: Word, names: tuple[str, ...], widths: tuple[int, ...]) -> Table:
    """A table with a head that is repeated on each page."""
    table = word.add_table(rows=1, cols=len(names), style="Table Grid")
    table.autofit = False
    for cell, name, width in zip(table.rows[0].cells, names, widths, strict=True):
        cell.width = table.columns[cell._tc.grid_offset].width = Cm(width)
        cell.paragraphs[0].add_run(name).bold = True
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "76827F")):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    for side in ("left", "right", "insideV"):
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), "nil")
        borders.append(border)
    table._tbl.tblPr.append(borders)
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    return table


def loop(table: Table, words: str, values: tuple[str, ...]) -> None:
    """A row for each of several."""
    table.add_row().cells[0].text = f"{{%tr for {words} %}}"
    for cell, head, value in zip(table.add_row().cells, table.rows[0].cells, values, strict=True):
        cell.width, cell.text = head.width, value
    table.add_row().cells[0].text = "{%tr endfor %}"
    for line in (line for row in table.rows for cell in row.cells for line in cell.paragraphs):
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)


def pack(word: Word) -> bytes:
    """The file with one and the same time for all that it holds."""
    made, packed = io.BytesIO(), io.BytesIO()
    word.save(made)
    with ZipFile(made) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, (2026, 1, 1, 0, 0, 0)), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()


if __name__ == "__main__":
    write()
