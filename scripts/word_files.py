"""Write a Word file of a text with a few marks.

The marks are `#` for headings (`#.` for headings that Word counts), `-` for list entries, `|` for table
rows (` // ` parts the paragraphs of a cell), `**` for bold, `~~` for struck through, a tab for a tab, and
`@header` and `@footer` for what stands on each page. Other lines that begin with `@` are not the file's.
Writing twice gives the same parts, so that a test can tell whether a text and its Word file have drifted
apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LOOKS = re.compile(r"(\*\*.+?\*\*|~~.+?~~)", re.DOTALL)
PARTS = ("document.main", "styles", "numbering", "header", "footer")
SIZES = {1: 36, 2: 28, 3: 24, 4: 22}  # of headings, in half points
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/>'
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="21"/>'
    '<w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in SIZES.items()
    )
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\u2022"/><w:pPr><w:ind w:left="425" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def words(text: str) -> str:
    """The words of one run, with tabs and line breaks."""
    lines = (
        "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in line.split("\t"))
        for line in text.split("\n")
    )
    return "<w:br/>".join(lines)


def runs(text: str, look: str = "") -> str:
    """Runs of a paragraph, with bold, struck words and line breaks."""
    made = []
    for piece in LOOKS.split(text):
        if piece.startswith("**"):
            made.append(runs(piece[2:-2], look + "<w:b/>"))
        elif piece.startswith("~~"):
            made.append(runs(piece[2:-2], look + "<w:strike/>"))
        elif piece:
            made.append(f"<w:r><w:rPr>{look}</w:rPr>{words(piece)}</w:r>")
    return "".join(made)


def paragraph(text: str, properties: str = "") -> str:
    """One paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs(text)}</w:p>"


def counted(number: int) -> str:
    """What makes a paragraph an entry of a list."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def table(lines: list[str]) -> str:
    """A table out of rows of text, and the empty paragraph that keeps it from growing into the next.

    The row of dashes is the mark's, not the table's.
    """
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|---" not in line]
    width = 9600 // len(rows[0])
    made = (
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{''.join(map(paragraph, cell.split(' // ')))}</w:tc>"
            for cell in row
        )
        for row in rows
    )
    grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    inside = "".join(f"<w:tr>{cells}</w:tr>" for cells in made)
    looks = f'<w:tblW w:w="0" w:type="auto"/><w:tblBorders>{BORDERS}</w:tblBorders>'
    return f"<w:tbl><w:tblPr>{looks}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl><w:p/>"


def block(text: str) -> str:
    """One block of a text: heading, list, table or paragraph."""
    if heading := re.match(r"(#+)(\.?) ", text):
        number = counted(2) if heading[2] else ""
        return paragraph(text[heading.end() :], f'<w:pStyle w:val="Rubrik{len(heading[1])}"/>{number}')
    if text.startswith("|"):
        return table(text.splitlines())
    if text.startswith("- "):
        entries = re.split(r"\n- ", text[2:])
        return "".join(paragraph(re.sub(r"\n +", "\n", entry), counted(1)) for entry in entries)
    return "" if text == "---" else paragraph(text)


def part(tag: str, inside: str) -> str:
    """One XML part of the file."""
    return f'{HEAD}<w:{tag} xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{inside}</w:{tag}>'


def relations(rows: list[tuple[str, str]]) -> str:
    """The list of parts that a part refers to."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def members(text: str) -> dict[str, str]:
    """All parts of the Word file of a text."""
    margins = dict(re.findall(r"^@(header|footer) (.+)$", text, re.MULTILINE))
    blocks = re.split(r"\n\s*\n", re.sub(r"^@.*\n", "", text, flags=re.MULTILINE).strip())
    used = ["styles", "numbering", *margins]
    shown = "".join(
        f'<w:{name}Reference w:type="default" r:id="rId{used.index(name) + 1}"/>' for name in margins
    )
    types = "".join(
        f'<Override PartName="/word/{name.partition(".")[0]}.xml" ContentType="{TYPES}.{name}+xml"/>'
        for name in PARTS
        if name.partition(".")[0] in {"document", *used}
    )
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relations([(name, f"{name}.xml") for name in used]),
        "word/document.xml": part(
            "document", f"<w:body>{''.join(map(block, blocks))}<w:sectPr>{shown}{PAGE}</w:sectPr></w:body>"
        ),
        "word/styles.xml": part("styles", STYLES),
        "word/numbering.xml": part("numbering", NUMBERING),
        **{
            f"word/{name}.xml": part("hdr" if name == "header" else "ftr", paragraph(shown_words))
            for name, shown_words in margins.items()
        },
    }


def write(text: str, path: Path) -> None:
    """Write the Word file of a text; the day in it is always the same."""
    with ZipFile(path, "w") as package:
        for name, content in members(text).items():
            entry = ZipInfo(name, date_time=(2025, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
