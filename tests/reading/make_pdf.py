"""PDF files written by hand, for the tests: standard fonts, no compression, places in points."""

from __future__ import annotations

from typing import NamedTuple

FONTS = {
    "F1": "Helvetica",
    "F2": "Helvetica-Bold",
    "F3": "Helvetica-Oblique",
}
PLAIN, BOLD, SLANTED = FONTS
PICTURE = "q 100 0 0 100 72 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q\n"


class Paper(NamedTuple):
    """One page: what is drawn on it, and objects of its own for annotations."""

    content: bytes
    annotations: tuple[str, ...] = ()
    more: str = ""


def put(x: float, y: float, words: str, size: float = 11, font: str = PLAIN) -> str:
    """Words at a place."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def row(x: float, y: float, *parts: tuple[str, str], size: float = 11) -> str:
    """A line of words in several fonts, each right behind the one before."""
    shown = "".join(f"/{font} {size} Tf ({words}) Tj " for words, font in parts)
    return f"BT {x} {y} Td {shown}ET\n"


def stroke(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line."""
    return f"0.8 w {x0} {y0} m {x1} {y1} l S\n"


def column(x: float, y: float, lines: list[str], leading: float = 13.5, font: str = PLAIN) -> str:
    """Lines one below the other."""
    return "".join(put(x, y - leading * number, line, font=font) for number, line in enumerate(lines))


def grid(xs: list[float], ys: list[float]) -> str:
    """The strokes of a table."""
    lying = (stroke(xs[0], y, xs[-1], y) for y in ys)
    return "".join([*lying, *(stroke(x, ys[-1], x, ys[0]) for x in xs)])


def paper(*marks: str, annotations: tuple[str, ...] = (), more: str = "") -> Paper:
    """A page with some marks on it."""
    return Paper("".join(marks).encode("cp1252"), annotations, more)


FONT_ROWS = "".join(
    f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >> "
    for key, name in FONTS.items()
)


def pdf(
    *papers: Paper,
    info: str = "",
    form: bool = False,
    trailer: str = "",
    catalog: str = "",
    others: tuple[str, ...] = (),
) -> bytes:
    """A whole file.

    Args:
        papers: Its pages.
        info: Entries of its properties, as in `/Title (Möte)`.
        form: Whether the annotations are the fields of a form.
        trailer: More entries at its end.
        catalog: More entries of its catalogue.
        others: More objects; "@0" stands for the number of the first, in the catalogue and on pages.
    """
    n_fixed = 3
    bodies: list[bytes] = []
    kids, fields = [], []
    for page in papers:
        number = n_fixed + len(bodies) + 1
        kids.append(f"{number} 0 R")
        notes = [f"{number + 2 + place} 0 R" for place in range(len(page.annotations))]
        fields += notes
        bodies.append(
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R"
                f" /Resources << /Font << {FONT_ROWS} >> >> /Annots [{' '.join(notes)}] {page.more} >>"
            ).encode("cp1252")
        )
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page.content), page.content))
        bodies += [note.encode("cp1252") for note in page.annotations]
    acro = (
        f"/AcroForm << /Fields [{' '.join(fields)}] /NeedAppearances true"
        f" /DA (/F1 11 Tf 0 g) /DR << /Font << {FONT_ROWS} >> >> >>"
    )
    fixed = [
        f"<< /Type /Catalog /Pages 2 0 R {acro if form else ''} {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode(),
        f"<< {info} >>".encode("cp1252"),
    ]
    return _file(_numbered([*fixed, *bodies], others), trailer)


def _numbered(bodies: list[bytes], others: tuple[str, ...]) -> list[bytes]:
    written = [*bodies, *(other.encode("cp1252") for other in others)]
    for place in range(len(others)):
        number = len(bodies) + place + 1
        written = [body.replace(b"@%d " % place, b"%d " % number) for body in written]
    return written


def _file(bodies: list[bytes], trailer: str) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer << /Size {len(places) + 1} /Root 1 0 R /Info 3 0 R {trailer} >>"
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, rows)
    return out + table + end.encode("cp1252") + b"\nstartxref\n%d\n%%%%EOF\n" % len(out)


def standing_for(code: str, sign: str) -> str:
    """The part of a font that says which sign a code stands for (its ToUnicode map)."""
    words = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"1 beginbfchar <{ord(code):02x}> <{ord(sign):04x}> endbfchar endcmap end end"
    )
    return f"<< /Length {len(words)} >>\nstream\n{words}\nendstream"


def field(x: float, y: float, name: str, value: str) -> str:
    """A text field of a form with a value and no picture of it."""
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T ({name}) /V ({value}) /DA (/F1 11 Tf 0 g)"
        f" /Rect [{x} {y} {x + 200} {y + 18}] >>"
    )


def remark(kind: str, words: str, box: tuple[float, float, float, float], author: str = "") -> str:
    """A remark on the page of some kind ("Text", "StrikeOut")."""
    x0, y0, x1, y1 = box
    return (
        f"<< /Type /Annot /Subtype /{kind} /F 4 /Contents ({words}) /T ({author}) /Rect [{x0} {y0} {x1} {y1}]"
        f" /QuadPoints [{x0} {y1} {x1} {y1} {x0} {y0} {x1} {y0}] >>"
    )
