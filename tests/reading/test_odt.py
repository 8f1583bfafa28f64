"""What the OpenDocument reader sees in the XML."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from tests.reading.make_docx import archive
from tests.reading.make_odt import MIME, entries, h, look, numbering, odt, p, part, span, table

from samsyn.reading import (
    Block,
    BlockKind,
    Document,
    EncryptedFile,
    HostileFile,
    IdentityNumberFound,
    Position,
    Remark,
    Span,
    UnsupportedFormat,
    read_bytes,
)

NUMBER = "811218-9876"  # from the authority's own examples of numbers that nobody bears
BOLD, STRUCK = 'fo:font-weight="bold"', 'style:text-line-through-style="solid"'
SECTION = "<text:section {}>" + p("dold") + "</text:section>"


def read(content: bytes) -> Document:
    return read_bytes(content, name="möte.odt")


def first(content: bytes) -> Block:
    return read(content).blocks[0]


@pytest.mark.parametrize(
    ("properties", "looks"),
    [
        pytest.param(BOLD, (True, False, False), id="bold"),
        pytest.param('fo:font-weight="700"', (True, False, False), id="heavy"),
        pytest.param('fo:font-weight="normal"', (False, False, False), id="not-bold"),
        pytest.param('fo:font-style="italic"', (False, True, False), id="italic"),
        pytest.param(STRUCK, (False, False, True), id="struck"),
        pytest.param('style:text-line-through-type="single"', (False, False, True), id="struck-by-type"),
        pytest.param('style:text-line-through-style="none"', (False, False, False), id="not-struck"),
    ],
)
def test_a_style_tells_how_words_look(properties: str, looks: tuple[bool, bool, bool]) -> None:
    """Bold, italic and struck are properties of a style."""
    (run,) = first(odt(p(span("Anna", "T1")), styles=look("T1", properties))).runs
    assert (run.bold, run.italic, run.struck) == looks


def test_a_style_takes_over_from_its_parents() -> None:
    """An absent person may be struck through by the parent of a paragraph's style."""
    styles = look("Frånvarande", STRUCK, family="paragraph") + look(
        "P1", BOLD, family="paragraph", parent="Frånvarande"
    )
    (run,) = first(odt(p("Bo Ek", style="P1"), styles=styles)).runs
    assert (run.bold, run.struck) == (True, True)


def test_styles_that_are_each_others_parents_end() -> None:
    """A ring of styles is no trap."""
    styles = look("A", BOLD, parent="B") + look("B", STRUCK, parent="A")
    assert first(odt(p(span("Anna", "A")), styles=styles)).runs[0].bold


@pytest.mark.parametrize(
    ("body", "level"),
    [
        pytest.param(h("Läget", 3), 3, id="outline-level"),
        pytest.param(p("Läget", style="Title"), 1, id="title"),
        pytest.param(p("Läget", style="Text_20_body"), 0, id="text"),
    ],
)
def test_headings_and_their_level(body: str, level: int) -> None:
    """The outline level makes a heading, and so does the style for titles."""
    block = first(odt(body))
    assert (block.kind is BlockKind.HEADING, block.level) == (level > 0, level)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p("a  b\n c"), "a b c", id="blanks-are-one"),
        pytest.param(p("a", '<text:s text:c="3"/>', "b"), "a   b", id="repeated-spaces"),
        pytest.param(p("a", "<text:tab/>", "b", "<text:line-break/>", "c"), "a\tb\nc", id="tab-and-break"),
        pytest.param(p("a", "<text:soft-page-break/>", "b"), "ab", id="page-break"),
        pytest.param(p("sam\u00adsyn"), "samsyn", id="soft-hyphen"),
        pytest.param(p('<text:a xlink:href="x">länk</text:a>'), "länk", id="link"),
        pytest.param(p("a", "<text:page-number>7</text:page-number>"), "a7", id="field"),
        pytest.param(SECTION.format("") + p("b"), "dold\nb", id="section"),
        pytest.param(SECTION.format('text:display="none"') + p("b"), "b", id="hidden-section"),
        pytest.param(
            p("a", f"<draw:frame><draw:text-box>{p('ruta')}</draw:text-box></draw:frame>", "b"),
            "ab\nruta",
            id="text-box",
        ),
        pytest.param(
            p(
                "a",
                f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('not')}"
                "</text:note-body></text:note>",
            )
            + p("b"),
            "a\nb\nnot",
            id="footnote",
        ),
    ],
)
def test_all_that_is_seen_is_read(body: str, text: str) -> None:
    """Words come out as an office program shows them."""
    assert read(odt(body)).text == text


def test_words_know_their_place() -> None:
    """A run says in which paragraph it stands, and behind how many characters."""
    document = read(odt(p("Först"), p("a", '<text:s text:c="2"/>', "b"), styles=""))
    assert tuple(document.origin(document.text.index("b"))) == ("content.xml", 1, 3)


@pytest.mark.parametrize(
    ("levels", "body", "labels"),
    [
        pytest.param(("-",), entries("a", "b"), ["-", "-"], id="bullets"),
        pytest.param(
            ('style:num-format="1" style:num-suffix="."',), entries("a", "b"), ["1.", "2."], id="numbers"
        ),
        pytest.param(
            ('style:num-format="a" style:num-suffix=")" text:start-value="2"',),
            entries("a", "b"),
            ["b)", "c)"],
            id="letters-from-b",
        ),
        pytest.param(
            (
                'style:num-format="1" style:num-suffix="."',
                'style:num-format="1" text:display-levels="2"',
            ),
            entries("a", p("b") + entries("c", "d"), "e"),
            ["1.", "2.", "2.1", "2.2", "3."],
            id="two-depths",
        ),
        pytest.param(
            ('style:num-format="1" loext:num-list-format="§ %1%"',), entries("a"), ["§ 1"], id="written-form"
        ),
        pytest.param(
            ('style:num-format="1"',), entries(p("a") + p("b"), "c"), ["1", "", "2"], id="second-paragraph"
        ),
        pytest.param(
            ('style:num-format="1"',),
            entries("a") + p("emellan") + entries("b", more='text:continue-numbering="true"'),
            ["1", "", "2"],
            id="goes-on",
        ),
        pytest.param(
            ('style:num-format="1"',), entries("a") + p("emellan") + entries("b"), ["1", "", "1"], id="anew"
        ),
    ],
)
def test_list_entries_bear_the_label_that_is_shown(
    levels: tuple[str, ...], body: str, labels: list[str]
) -> None:
    """Labels are counted as an office program counts them."""
    assert [block.marker for block in read(odt(body, styles=numbering(*levels))).blocks] == labels


def test_lists_know_their_depth() -> None:
    """An entry within an entry is one deeper."""
    document = read(odt(entries("a", p("b") + entries("c")), styles=numbering("-", "-")))
    assert [block.level for block in document.blocks] == [0, 0, 1]


def test_cells_know_their_place() -> None:
    """Cells that others cover take up a column without words."""
    wide = f'<table:table-cell table:number-columns-spanned="2">{p("bred")}</table:table-cell>'
    rows = table((wide, "<table:covered-table-cell/>", "c"), ("d", "", "f"))
    found = [(block.text, block.cell) for block in read(odt(rows)).blocks]
    cells = [("bred", 0, 0), ("c", 0, 2), ("d", 1, 0), ("", 1, 1), ("f", 1, 2)]
    assert found == [(words, Position(0, row, column)) for words, row, column in cells]


def test_repeated_cells_are_read_once() -> None:
    """A file may ask for a million cells in a line."""
    many = f'<table:table-cell table:number-columns-repeated="1000000">{p("x")}</table:table-cell>'
    assert len(read(odt(table((many, "y")))).blocks) == 2


def test_page_headers_and_footers_are_kinds_of_their_own() -> None:
    """They stand first and last, each said once."""
    edges = f"<style:header>{p('Huvud')}</style:header><style:footer>{p('Fot')}</style:footer>"
    page = '<style:master-page style:name="Standard">{}</style:master-page>'
    kinds = [(block.kind, block.text) for block in read(odt(p("a"), masters=page.format(edges))).blocks]
    assert kinds == [
        (BlockKind.PAGE_HEADER, "Huvud"),
        (BlockKind.PARAGRAPH, "a"),
        (BlockKind.PAGE_FOOTER, "Fot"),
    ]


def test_comments_are_kept_apart_with_their_place() -> None:
    """A remark is no word of the notes."""
    said = f"<dc:creator>Ulla</dc:creator>{p('Stämmer det?')}"
    remark = f'<office:annotation office:name="1">{said}</office:annotation>'
    document = read(odt(p("Vi ", remark, "ses", '<office:annotation-end office:name="1"/>', " snart")))
    (comment,) = document.comments
    assert (document.text, comment.text, comment.author, document.cut(comment.at)) == (
        "Vi ses snart",
        "Stämmer det?",
        "Ulla",
        "ses",
    )


def test_tracked_changes_are_noted_where_they_are() -> None:
    """What is inserted is read, what is deleted is not."""
    kinds = (
        f'<text:changed-region text:id="i"><text:insertion/></text:changed-region>'
        f'<text:changed-region text:id="d"><text:deletion>{p("bort")}</text:deletion></text:changed-region>'
    )
    marks = [
        f'<text:change{end} text:change-id="{name}"/>'
        for end, name in (("-start", "i"), ("-end", "i"), ("", "d"))
    ]
    body = p("a ", marks[0], "ny", marks[1], " b", marks[2])
    document = read(odt(f"<text:tracked-changes>{kinds}</text:tracked-changes>", body))
    seen = [(one.remark, one.at) for one in document.observations]
    assert (document.text, seen) == (
        "a ny b",
        [(Remark.TRACKED_CHANGES_ACCEPTED, Span(2, 4)), (Remark.TRACKED_CHANGES_ACCEPTED, Span(6, 6))],
    )


def test_a_drawn_line_is_a_rule() -> None:
    """A rectangle without words is how a line across the page is drawn."""
    assert first(odt(p("<draw:rect/>"), p("a"))).kind is BlockKind.RULE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(odt(p(NUMBER)), id="shown"),
        pytest.param(odt(p("811218", span("-9876", "T1"))), id="over-two-spans"),
        pytest.param(odt(p("a"), meta=f"<dc:subject>{NUMBER}</dc:subject>"), id="metadata"),
        pytest.param(odt(p("a"), SECTION.format('text:display="none"').replace("dold", NUMBER)), id="hidden"),
        pytest.param(odt(p(f'<text:a xlink:href="https://x.example/{NUMBER}">a</text:a>')), id="address"),
        pytest.param(odt(p("a"), extra={"Object 1/content.xml": f"<a>{NUMBER}</a>".encode()}), id="object"),
        pytest.param(odt(p("a"), extra={f"Pictures/{NUMBER}.png": b"x"}), id="name-of-a-part"),
    ],
)
def test_identity_numbers_are_found_anywhere(content: bytes) -> None:
    """What is not shown stays in the original."""
    with pytest.raises(IdentityNumberFound):
        read(content)


def test_a_password_is_told() -> None:
    """The list of parts says which are encrypted."""
    with pytest.raises(EncryptedFile):
        read(odt(p("a"), extra={"META-INF/manifest.xml": b"<m><encryption-data/></m>"}))


def test_calculations_are_named() -> None:
    """Another kind of OpenDocument is refused by its own name."""
    with pytest.raises(UnsupportedFormat, match="kalkylblad"):
        read(archive({"mimetype": MIME.replace(b"text", b"spreadsheet"), "content.xml": b"<x/>"}))


def test_a_page_that_ends_parts_nothing() -> None:
    """Where the page broke on somebody's screen is no part of the words."""
    body = p("Mö", "<text:soft-page-break/>", "te"), "<text:soft-page-break/>", p("Flen")
    assert read(odt(*body)).text == "Möte\nFlen"


def test_another_template_is_not_mistaken_for_an_earlier_one() -> None:
    """Readings of styles are shared between files only where the styles are the same bytes."""
    styles = (look("Namn", said) for said in (STRUCK, "", STRUCK))
    parts = [
        {"styles.xml": part("document-styles", f"<office:styles>{one}</office:styles>")} for one in styles
    ]
    struck = [read(odt(p(span("Anna", "Namn")), extra=extra)).blocks[0].runs[0].struck for extra in parts]
    assert struck == [True, False, True]


@pytest.mark.parametrize(
    ("inside", "refused"),
    [
        pytest.param(b"", False, id="as-office-programs-write-them"),
        pytest.param(b' [<!ENTITY a "aaaa">]', True, id="with-entities"),
    ],
)
def test_macros_bear_a_document_type_that_is_no_bomb(inside: bytes, refused: bool) -> None:
    """A document with macros is read; entities in them are refused as anywhere."""
    kind = b'<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd"'
    macros = kind + inside + b'><library:library xmlns:library="http://openoffice.org/2000/library"/>'
    content = odt(p("M\u00f6te"), extra={"Basic/Standard/script-lb.xml": macros})
    with pytest.raises(HostileFile) if refused else nullcontext():
        assert read_bytes(content, name="a.odt").text == "M\u00f6te"
