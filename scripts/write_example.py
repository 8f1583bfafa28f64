"""Write the Word files of the example from the texts in scripts/example/.

The texts use a few marks: `#` for headings, `-` for list entries, `|` for table rows, `**` for bold,
`~~` for struck through, `@header` and `@footer` for what stands on each page. Writing twice gives
the same parts, so that a test can tell whether a text and its Word file have drifted apart.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).resolve().parent
TEXTS = ROOT / "example"
OUT = ROOT.parent / "src" / "samsyn" / "example"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LOOKS = re.compile(r"(\*\*.+?\*\*|~~.+?~~)", re.DOTALL)
PARTS = ("document.main", "styles", "numbering", "header", "footer")

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 5)
    )
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\u2022"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def runs(text: str, look: str = "") -> str:
    """Runs of a paragraph, with bold, struck words and line breaks."""
    made = []
    for piece in LOOKS.split(text):
        if piece.startswith("**"):
            made.append(runs(piece[2:-2], look + "<w:b/>"))
        elif piece.startswith("~~"):
            made.append(runs(piece[2:-2], look + "<w:strike/>"))
        elif piece:
            lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in piece.split("\n"))
            made.append(f"<w:r><w:rPr>{look}</w:rPr>{'<w:br/>'.join(lines)}</w:r>")
    return "".join(made)


def paragraph(text: str, properties: str = "") -> str:
    """One paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs(text)}</w:p>"


def table(lines: list[str]) -> str:
    """A table out of rows of text; the row of dashes is the mark's, not the table's."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "---" not in line]
    made = ("".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    grid = "<w:gridCol/>" * len(rows[0])
    inside = "".join(f"<w:tr>{cells}</w:tr>" for cells in made)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"


def block(text: str) -> str:
    """One block of a text: heading, list, table or paragraph."""
    if heading := re.match(r"(#+) ", text):
        return paragraph(text[heading.end() :], f'<w:pStyle w:val="Rubrik{len(heading[1])}"/>')
    if text.startswith("|"):
        return table(text.splitlines())
    if text.startswith("- "):
        entries = re.split(r"\n- ", text[2:])
        numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return "".join(paragraph(re.sub(r"\n +", "\n", entry), numbered) for entry in entries)
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
            "document", f"<w:body>{''.join(map(block, blocks))}<w:sectPr>{shown}</w:sectPr></w:body>"
        ),
        "word/styles.xml": part("styles", STYLES),
        "word/numbering.xml": part("numbering", NUMBERING),
        **{
            f"word/{name}.xml": part("hdr" if name == "header" else "ftr", paragraph(words))
            for name, words in margins.items()
        },
    }


def write(text: str, path: Path) -> None:
    """Write the Word file of a text; the day in it is always the same."""
    with ZipFile(path, "w") as package:
        for name, content in members(text).items():
            entry = ZipInfo(name, date_time=(2025, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)


if __name__ == "__main__":
    for source in sorted(TEXTS.glob("*.md")):
        write(source.read_text(encoding="utf-8"), OUT / f"{source.stem}.docx")
