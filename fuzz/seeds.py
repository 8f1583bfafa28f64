"""Files made for the corpus, one or a few a target, each with most of what its reader looks at."""

from __future__ import annotations

from random import Random

from tests.reading import make_docx, make_odt, make_pdf

_chance = Random(1)
MULTIPART = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"Datum: 2026-03-10\r\nN=C3=A4rvarande: Anna\r\n"
    b"--x\r\nContent-Type: text/html\r\nContent-Location: x\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"PGgxPk3DtnRlPC9oMT48cD5Bbm5hPC9wPg==\r\n--x--\r\n"
)
MADE: dict[str, tuple[bytes, ...]] = {
    "html": (
        b"<html><body><h1>M\xc3\xb6te</h1><p><b>Datum:</b> 2026-03-10<ul><li>Anna<li>Bo</ul>"
        b"<table border=1><tr><th>Vad<th>Vem<tr><td>a<td>b</table><pre>x\r\ny</pre></body></html>",
        b"<style>.s{text-decoration:line-through}</style><main><p class=s>Bo</p><p class=MsoListParagraph>"
        b"<![if !supportLists]>1.<![endif]> Punkt</p></main><footer>Sida</footer>",
    ),
    "eml": (b"From: Anna <anna@example.org>\r\nSubject: =?utf-8?q?M=C3=B6te?=\r\n" + MULTIPART,),
    "mhtml": (b"From: <Saved by a browser>\r\nSnapshot-Content-Location: x\r\n" + MULTIPART,),
    "docx": (
        make_docx.docx(
            make_docx.p("Möte", style="heading1"),
            make_docx.p("Anna ", make_docx.r("Bo", "<w:strike/>"), look=make_docx.numbered(1)),
            make_docx.table(("Vad", "Vem"), ("a", "b")),
            styles=make_docx.style("heading 1"),
            numbering=make_docx.scheme(1, ("decimal", "%1."), ("lowerLetter", "%2)")),
            footnotes='<w:footnote w:id="1"><w:p/></w:footnote>',
            header=make_docx.p("Sida"),
        ),
    ),
    "odt": (
        make_odt.odt(
            make_odt.h("Möte"),
            make_odt.p("Anna ", make_odt.span("Bo", "S"), "<text:tab/>", "<text:line-break/>"),
            make_odt.entries("ett", "två"),
            make_odt.table(("Vad", "Vem"), ("a", "b")),
            styles=make_odt.look("S", 'style:text-line-through-style="solid"') + make_odt.numbering("-"),
        ),
    ),
    "pdf": (
        make_pdf.pdf(
            make_pdf.paper(
                make_pdf.put(72, 760, "Anteckningar", 18, make_pdf.BOLD),
                make_pdf.column(72, 700, ["Datum: 2026-03-10", "- Anna", "- Bo"]),
                make_pdf.stroke(72, 690, 120, 690),
            ),
            info="/Title (M)",
        ),
    ),
    "pdf_layout": tuple(_chance.randbytes(8 * n) for n in (4, 20, 60, 120)),
    "sniffing": (
        b"{\\rtf1\\ansi Hej}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"PK\x03\x04",
        b"%PDF-1.4",
        b"\xff\xfea\x00",
    ),
}
