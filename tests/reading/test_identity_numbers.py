"""Identity numbers are stopped at the door. The numbers here are the tax agency's own for tests."""

from __future__ import annotations

import pytest
from tests.reading.make_docx import docx, p, r, table

from samsyn.reading import IdentityNumberFound, find_identity_numbers, hide_identity_numbers, read_bytes

NUMBER = "121212-1212"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("121212-1212", id="short"),
        pytest.param("19121212-1212", id="long"),
        pytest.param("1212121212", id="without-hyphen"),
        pytest.param("191212121212", id="long-without-hyphen"),
        pytest.param("121212+1212", id="over-a-hundred"),
        pytest.param("121212 - 1212", id="blanks-around-hyphen"),
        pytest.param("121212 1212", id="blank-for-hyphen"),
        pytest.param("121212\u00a01212", id="hard-blank"),
        pytest.param("121212–1212", id="en-dash"),
        pytest.param("121212\u20111212", id="hard-hyphen"),
        pytest.param("121212\u22121212", id="minus"),
        pytest.param("121212-\n1212", id="line-break-after-hyphen"),
        pytest.param("121212\n-1212", id="line-break-before-hyphen"),
        pytest.param("121212\n1212", id="line-break-for-hyphen"),
        pytest.param("121212-\u00ad1212", id="soft-hyphen-within"),
        pytest.param("12\u200b1212-1212", id="invisible-character-within"),
        pytest.param("1912-12-12-1212", id="hyphens-in-date"),
        pytest.param("19121272-1219", id="coordination-number"),
        pytest.param("\uff11\uff12\uff11\uff12\uff11\uff12-\uff11\uff12\uff11\uff12", id="wide-digits"),
    ],
)
def test_usual_spellings_are_found(words: str) -> None:
    """The span holds the number as written, and no more."""
    (span,) = find_identity_numbers(f"Gäller {words}, enligt skolan.")
    assert f"Gäller {words}, enligt skolan."[slice(*span)] == words


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("121212\u200e-1212", id="mark-of-direction"),
        pytest.param("\u202a121212\u202c-1212", id="embedded-direction"),
        pytest.param("121212\ufe0f-1212", id="selector"),
        pytest.param("12\x011212-1212", id="control"),
        pytest.param("121212--1212", id="two-hyphens"),
        pytest.param("121212/1212", id="stroke"),
        pytest.param("121212.1212", id="point"),
        pytest.param("121212\u207b1212", id="raised-minus"),
        pytest.param("1912 12 12-1212", id="blanks-in-date"),
        pytest.param("12 12 12-1212", id="blanks-in-short-date"),
        pytest.param("1912.12.12-1212", id="points-in-date"),
        pytest.param("1912-12-12 - 1212", id="hyphens-and-blanks"),
        pytest.param("1.121212-1212", id="numbered-without-blank"),
        pytest.param("7,19121212-1212,3", id="row-of-a-sheet"),
        pytest.param("7,1212121212,Ja", id="row-of-a-sheet-without-hyphen"),
        pytest.param("Telefonsamtal 121212-1212", id="word-that-begins-with-telephone"),
        pytest.param("mobilteam: 1212121212", id="word-that-begins-with-mobile"),
        pytest.param("tel 121212-1212", id="no-telephone-begins-so"),
    ],
)
def test_unusual_spellings_are_found(words: str) -> None:
    """What a copy out of another program, a sheet or haste makes of a number."""
    assert len(find_identity_numbers(f"Gäller {words} enligt skolan")) == 1


@pytest.mark.parametrize("between", [",", ";", "/", "|", ", ", "-"])
@pytest.mark.parametrize("number", ["121212-1212", "191212121212"])
def test_every_number_of_a_row_is_found(number: str, between: str) -> None:
    """A list without blanks hides none of its numbers."""
    assert len(find_identity_numbers(between.join([number] * 3))) == 3


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("250401-250630", id="pair-of-dates"),
        pytest.param("20250401-20250630", id="pair-of-long-dates"),
        pytest.param("260410 10.00-12.00", id="date-and-time"),
        pytest.param("260410 1000-1200", id="date-and-bare-time"),
        pytest.param("2026-04-10 10:00", id="day-and-time"),
        pytest.param("070-123 45 67", id="mobile"),
        pytest.param("0155-24 00 00", id="telephone"),
        pytest.param("tel. 1212121212", id="after-the-word-telephone"),
        pytest.param("tel 070123-4567", id="mobile-with-hyphen"),
        pytest.param("260410 1000,5", id="decimals-after-a-day"),
        pytest.param("+4612121212", id="abroad"),
        pytest.param("212000-0142", id="organisation-number"),
        pytest.param("556036-0793", id="company-number"),
        pytest.param("SLK-2024-00074", id="case-number"),
        pytest.param("Dnr KS 2025/00123", id="registry-number"),
        pytest.param("121212-1213", id="wrong-check-digit"),
        pytest.param("121332-1212", id="no-such-day"),
        pytest.param("4121212-12121", id="longer-digits"),
        pytest.param("https://a.example/1212121212999", id="digits-of-an-address"),
    ],
)
def test_other_digits_pass(words: str) -> None:
    """Dates, telephones, case and organisation numbers are no identity numbers."""
    assert find_identity_numbers(words) == ()


@pytest.mark.parametrize(
    ("content", "where"),
    [
        pytest.param(f"Möte\n\nGäller {NUMBER}".encode(), "på rad 3", id="plain-text"),
        pytest.param(f"a\r\nb\r\n{NUMBER}".encode(), "på rad 3", id="other-line-ends"),
        pytest.param(b"# M\n\n12**12**12-1212", "på rad 3", id="parted-by-marks"),
        pytest.param(f"# M\n\n[akt](http://x.example/{NUMBER})".encode(), "på rad 3", id="address-of-a-link"),
        pytest.param(f"# M\n\n<!-- {NUMBER} -->".encode(), "på rad 3", id="hidden-remark"),
        pytest.param(NUMBER.encode("utf-16"), "på rad 1", id="wide-encoding"),
        pytest.param(docx(p("a"), p(f"Gäller {NUMBER}")), "i stycke 2", id="word"),
        pytest.param(docx(p("1212", r("12-12", "<w:b/>"), "12")), "i stycke 1", id="parted-by-looks"),
        pytest.param(docx(table(("a",), (NUMBER,))), "i tabell 1, rad 2", id="cell"),
        pytest.param(docx(p("a"), header=p(NUMBER)), "i sidhuvudet", id="page-header"),
        pytest.param(docx(p("a"), footer=p(NUMBER)), "i sidfoten", id="page-footer"),
        pytest.param(
            docx(
                p("a", '<w:commentRangeStart w:id="1"/>'),
                comments=f'<w:comment w:id="1">{p(NUMBER)}</w:comment>',
            ),
            "i kommentar 1",
            id="comment",
        ),
        pytest.param(
            docx(p("a"), comments=f'<w:comment w:id="1">{p(NUMBER)}</w:comment>'),
            "i en dold del av dokumentet",
            id="loose-comment",
        ),
        pytest.param(
            docx(p("a", f"<w:del><w:r><w:delText>{NUMBER}</w:delText></w:r></w:del>")),
            "i dold eller borttagen text",
            id="deleted",
        ),
        pytest.param(docx(p("a", r(NUMBER, "<w:vanish/>"))), "i dold eller borttagen text", id="hidden"),
        pytest.param(
            docx(p("a"), extra={"docProps/core.xml": f"<x><title>{NUMBER}</title></x>".encode()}),
            "i dokumentets egenskaper",
            id="properties",
        ),
        pytest.param(
            docx(
                p("a"),
                links=f'<Relationship Id="x" Type="hyperlink" TargetMode="External" Target="file:///{NUMBER}.pdf"/>',
            ),
            "i en länk",
            id="link",
        ),
    ],
)
def test_the_message_tells_where(content: bytes, where: str) -> None:
    """The file is stopped wherever the number stands, and the place is told."""
    with pytest.raises(IdentityNumberFound) as found:
        read_bytes(content, name="möte.txt")
    assert found.value.where == where


HIDDEN_RUN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"
DELETED_RUN = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
CHOICE = (
    "<mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice>"
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
LINK = '<R><Relationship Id="x" TargetMode="External" Target="http://a.example/?{}"/></R>'


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(docx(p("a", DELETED_RUN.format("1212"), DELETED_RUN.format("12-1212"))), id="deleted"),
        pytest.param(docx(p("a", HIDDEN_RUN.format("1212"), HIDDEN_RUN.format("12-1212"))), id="hidden"),
        pytest.param(docx(p("1212", HIDDEN_RUN.format("12-1212"))), id="half-hidden"),
        pytest.param(docx(p("a", f"<w:r>{CHOICE.format(f'<w:t>{NUMBER}</w:t>')}</w:r>")), id="other-choice"),
        pytest.param(docx(p("a", PROMPT.format(r(NUMBER)))), id="prompt"),
        pytest.param(docx(p("a", f"<w:none>{r(NUMBER)}</w:none>")), id="unknown-element"),
        pytest.param(docx(p("a", f'<w:bookmarkStart w:name="b{NUMBER}"/>')), id="bookmark"),
        pytest.param(docx(p("a", f'<w:ins w:author="{NUMBER}"/>')), id="author"),
        pytest.param(docx(p("a", f"<w:hyperlink w:tooltip='{NUMBER}'/>")), id="tip-of-a-link"),
        pytest.param(docx(p("a"), extra={f"word/media/{NUMBER}.png": b"x"}), id="name-of-a-part"),
        pytest.param(docx(p("a"), extra={"word/chunk.html": NUMBER.encode()}), id="web-page-within"),
        pytest.param(docx(p("a"), extra={"docProps/app.xml": f"<a>{NUMBER}</a>".encode()}), id="manager"),
        pytest.param(docx(p("a"), extra={"x/a.xml": f"<a>{NUMBER}</a>".encode("utf-16")}), id="wide-part"),
        pytest.param(docx(p("a"), extra={"x/a.xml": b"<a>&#49;21212-1212</a>"}), id="coded-character"),
        pytest.param(docx(p("a"), extra={"x/_rels/a.xml.rels": LINK.format(NUMBER).encode()}), id="any-link"),
        pytest.param(
            docx(p("a"), extra={"x/a.rels": LINK.format("121212%2D1212").encode()}), id="coded-link"
        ),
    ],
)
def test_no_place_in_a_word_file_is_passed_over(content: bytes) -> None:
    """The original is kept whole, so what no page shows is searched as well."""
    with pytest.raises(IdentityNumberFound):
        read_bytes(content, name="möte.docx")


def test_identifiers_that_word_gives_are_no_numbers() -> None:
    """A content control's own number may look like one, and must not stop the file."""
    control = '<w:sdt><w:sdtPr><w:id w:val="-1212121212"/></w:sdtPr></w:sdt>'
    assert read_bytes(docx(p("a", control)), name="möte.docx").text == "a"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(NUMBER.encode(), "möte.txt", id="content"),
        pytest.param(b"text", f"möte {NUMBER}.txt", id="name"),
    ],
)
def test_the_number_is_never_repeated(content: bytes, name: str) -> None:
    """Messages end up in logs and on screens."""
    with pytest.raises(IdentityNumberFound) as found:
        read_bytes(content, name=name)
    assert "1212" not in found.value.message


def test_hiding_leaves_the_rest() -> None:
    """A text for a message keeps its length and all but the number."""
    assert hide_identity_numbers(f"barn {NUMBER}.docx") == f"barn {'•' * 11}.docx"
