"""What the Word reader sees in the XML."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.reading.make_docx import archive, docx, numbered, p, r, scheme, style, table

from samsyn.reading import Block, BlockKind, Document, Position, Remark, Run, UnreadableFile, read_bytes

BR = "<w:r><w:br/></w:r>"
HEADING = style("heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>')


def form(properties: str) -> str:
    """A form field of an older file."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{properties}</w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def read(content: bytes) -> Document:
    return read_bytes(content, name="möte.docx")


def first(content: bytes) -> Block:
    return read(content).blocks[0]


def only_run(content: bytes) -> Run:
    (run,) = first(content).runs
    return run


@pytest.mark.parametrize(
    ("styles", "name", "level"),
    [
        pytest.param(HEADING, "heading2", 2, id="outline-level"),
        pytest.param(style("Rubrik 3"), "Rubrik3", 3, id="swedish-name"),
        pytest.param(style("Title"), "Title", 1, id="title"),
        pytest.param(HEADING + style("Mötesrubrik", based_on="heading2"), "Mötesrubrik", 2, id="based-on"),
        pytest.param(style("Brödtext"), "Brödtext", 0, id="no-heading"),
        pytest.param("", "Okänd", 0, id="unknown-style"),
        pytest.param(
            HEADING + style("Innehåll", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="heading2"),
            "Innehåll",
            0,
            id="taken-back",
        ),
    ],
)
def test_the_style_tells_a_heading_and_its_level(styles: str, name: str, level: int) -> None:
    """Level or name of a style makes a heading, also through the styles it is based on."""
    block = first(docx(p("Läget", style=name), styles=styles))
    assert (block.kind is BlockKind.HEADING, block.level) == (level > 0, level)


def test_a_headings_words_are_not_bold_for_being_a_heading() -> None:
    """The bold of a heading style says nothing more than that it is a heading."""
    assert not only_run(docx(p("Läget", style="heading2"), styles=HEADING)).bold


@pytest.mark.parametrize(
    ("look", "bold", "italic", "struck"),
    [
        pytest.param("<w:b/>", True, False, False, id="bold"),
        pytest.param("<w:i/>", False, True, False, id="italic"),
        pytest.param("<w:strike/>", False, False, True, id="struck"),
        pytest.param("<w:dstrike/>", False, False, True, id="struck-twice"),
        pytest.param('<w:b w:val="0"/>', False, False, False, id="off-by-nought"),
        pytest.param('<w:strike w:val="false"/>', False, False, False, id="off-by-false"),
        pytest.param('<w:rStyle w:val="Stark"/>', True, False, False, id="by-style"),
        pytest.param('<w:rStyle w:val="Stark"/><w:b w:val="0"/>', False, False, False, id="style-overruled"),
        pytest.param(
            "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>", False, False, False, id="earlier-look"
        ),
    ],
)
def test_switches_tell_how_a_run_looks(look: str, *, bold: bool, italic: bool, struck: bool) -> None:
    """A switch is on unless its value says off; what is set on the run rules over its style."""
    strong = style("Stark", "<w:rPr><w:b/></w:rPr>", kind="character")
    run = only_run(docx(p(r("Anna", look)), styles=strong))
    assert (run.bold, run.italic, run.struck) == (bold, italic, struck)


def test_a_paragraph_style_strikes_its_words() -> None:
    """An absent person may be struck through by the style of the paragraph."""
    styles = style("Struken", "<w:rPr><w:strike/></w:rPr>")
    assert only_run(docx(p("Anna Ek", style="Struken"), styles=styles)).struck


def test_runs_of_one_look_are_one() -> None:
    """Word parts words at will; what looks the same and stands together is one run."""
    assert [run.text for run in first(docx(p("Närva", "rande", r(" Bo", "<w:b/>")))).runs] == [
        "Närvarande",
        " Bo",
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("<w:r><w:tab/></w:r>", "a\tb", id="tab"),
        pytest.param(BR, "a\nb", id="break"),
        pytest.param("<w:r><w:noBreakHyphen/></w:r>", "a-b", id="hard-hyphen"),
        pytest.param("<w:r><w:softHyphen/></w:r>", "ab", id="soft-hyphen"),
        pytest.param(r("\u00ad"), "ab", id="soft-hyphen-as-character"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "a✓b", id="symbol"),
        pytest.param('<w:hyperlink r:id="x">' + r("länk") + "</w:hyperlink>", "alänkb", id="link"),
        pytest.param(f"<w:smartTag>{r('x')}</w:smartTag>", "axb", id="smart-tag"),
        pytest.param(f"<w:sdt><w:sdtContent>{r('x')}</w:sdtContent></w:sdt>", "axb", id="content-control"),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Klicka')}</w:sdtContent></w:sdt>",
            "ab",
            id="prompt",
        ),
        pytest.param(f'<w:fldSimple w:instr="DATE">{r("x")}</w:fldSimple>', "axb", id="simple-field"),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("3")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "a3b",
            id="field",
        ),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="00FE"/></w:r>', "a☒b", id="symbol-from-nought"),
        pytest.param(form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), "a☒b", id="ticked"),
        pytest.param(form('<w:checkBox><w:default w:val="0"/></w:checkBox>'), "a☐b", id="not-ticked"),
        pytest.param(
            form(
                '<w:ddList><w:result w:val="1"/><w:listEntry w:val="x"/><w:listEntry w:val="y"/></w:ddList>'
            ),
            "ayb",
            id="chosen-entry",
        ),
        pytest.param(
            '<w:sdt><w:sdtPr><w:date w:fullDate="2026-03-10T00:00:00Z"/></w:sdtPr>'
            f"<w:sdtContent>{r('10 mars')}</w:sdtContent></w:sdt>",
            "a10 marsb",
            id="date-control",
        ),
        pytest.param(
            f"<w:r><w:ruby><w:rt>{r('y')}</w:rt><w:rubyBase>{r('x')}</w:rubyBase></w:ruby></w:r>",
            "axb",
            id="ruby",
        ),
        pytest.param('<w:bookmarkStart w:id="1" w:name="x"/><w:proofErr/>', "ab", id="bookmark"),
        pytest.param("<w:r><w:lastRenderedPageBreak/></w:r>", "ab", id="page-that-ended"),
        pytest.param(r("\u00a0"), "a\u00a0b", id="hard-blank"),
        pytest.param(r("dold", "<w:vanish/>"), "ab", id="hidden"),
        pytest.param(f"<w:ins>{r('x')}</w:ins>", "axb", id="inserted"),
        pytest.param("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", "ab", id="deleted"),
        pytest.param(f"<w:moveTo>{r('x')}</w:moveTo>", "axb", id="moved-here"),
        pytest.param(f"<w:moveFrom>{r('x')}</w:moveFrom>", "ab", id="moved-away"),
        pytest.param("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "axb", id="maths"),
    ],
)
def test_all_that_is_seen_is_read(content: str, text: str) -> None:
    """Words are read as they are seen, whatever wraps them."""
    assert read(docx(p("a", content, "b"))).text == text


def test_alternatives_are_read_once() -> None:
    """What Word writes twice for older programs is read once."""
    box = "<w:txbxContent>" + p("i rutan") + "</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(docx(p("a", both))).text == "a\ni rutan"


def test_blocks_begin_and_end_with_words() -> None:
    """Blanks and page breaks around a paragraph are left out."""
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert read(docx(p(page, "  Anna ", BR))).text == "Anna"


@pytest.mark.parametrize(
    ("levels", "depths", "labels"),
    [
        pytest.param([("bullet", "\uf0b7")], [0, 0], ["-", "-"], id="bullets"),
        pytest.param([("decimal", "%1.")], [0, 0], ["1.", "2."], id="numbers"),
        pytest.param(
            [("decimal", "%1."), ("decimal", "%1.%2")],
            [0, 1, 1, 0, 1],
            ["1.", "1.1", "1.2", "2.", "2.1"],
            id="levels",
        ),
        pytest.param([("lowerLetter", "%1)")], [0, 0], ["a)", "b)"], id="letters"),
        pytest.param([("upperRoman", "%1")], [0, 0, 0, 0], ["I", "II", "III", "IV"], id="roman"),
        pytest.param([("decimal", "§ %1")], [0, 0], ["§ 1", "§ 2"], id="paragraph-sign"),
        pytest.param([("bullet", " ")], [0], [""], id="further-paragraph"),
    ],
)
def test_list_entries_bear_the_label_that_is_shown(
    levels: list[tuple[str, str]], depths: list[int], labels: list[str]
) -> None:
    """Labels are counted as Word shows them."""
    body = [p("ord", look=numbered(1, depth)) for depth in depths]
    blocks = read(docx(*body, numbering=scheme(1, *levels))).blocks
    assert [(block.kind, block.level, block.marker) for block in blocks] == [
        (BlockKind.LIST_ENTRY, depth, label) for depth, label in zip(depths, labels, strict=True)
    ]


def test_a_style_may_hold_the_numbering() -> None:
    """List styles of Word keep their numbering in the style."""
    styles = style("Punktlista", f"<w:pPr>{numbered(1)}</w:pPr>")
    body = p("ord", style="Punktlista")
    assert first(docx(body, styles=styles, numbering=scheme(1, ("bullet", "•")))).marker == "-"


def test_a_numbered_heading_is_a_heading_with_a_label() -> None:
    """Agenda items are often numbered by Word itself."""
    body = p("Läget", look=numbered(1), style="heading2")
    block = first(docx(body, styles=HEADING, numbering=scheme(1, ("decimal", "%1."))))
    assert (block.kind, block.level, block.marker) == (BlockKind.HEADING, 2, "1.")


def test_a_list_begins_anew_where_it_says_so() -> None:
    """Two lists of one scheme go on counting, unless the second starts over."""
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = [p("a", look=numbered(1)), p("b", look=numbered(1)), p("c", look=numbered(2))]
    blocks = read(docx(*body, numbering=scheme(1, ("decimal", "%1.")) + again)).blocks
    assert [block.marker for block in blocks] == ["1.", "2.", "1."]


def test_cells_know_their_place() -> None:
    """Each cell is a block with table, row and column; empty cells keep their place."""
    blocks = read(docx(table(("Vad", "Vem"), ("", "Anna")), p("Slut"))).blocks
    assert [(block.text, block.cell) for block in blocks] == [
        ("Vad", Position(0, 0, 0)),
        ("Vem", Position(0, 0, 1)),
        ("", Position(0, 1, 0)),
        ("Anna", Position(0, 1, 1)),
        ("Slut", None),
    ]


def test_wide_cells_push_the_next_ones_on() -> None:
    """A cell that spans two columns leaves the third to its neighbour."""
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("bred")}</w:tc>'
    blocks = read(docx(table((wide, "smal")))).blocks
    assert [block.cell and block.cell.column for block in blocks] == [0, 2]


def test_a_table_within_a_cell_is_read_in_that_cell() -> None:
    """Nested tables are flattened, no word is lost."""
    nested = f"<w:tc>{table(('inre',))}{p('yttre')}</w:tc>"
    assert [(block.text, block.cell) for block in read(docx(table((nested,)))).blocks] == [
        ("inre", Position(0, 0, 0)),
        ("yttre", Position(0, 0, 0)),
    ]


def test_page_headers_and_footers_are_kinds_of_their_own() -> None:
    """They stand first and last, told apart from the notes' own words."""
    blocks = read(docx(p("Möte"), header=p("Flens kommun"), footer=p("Sida 1"))).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PAGE_HEADER, "Flens kommun"),
        (BlockKind.PARAGRAPH, "Möte"),
        (BlockKind.PAGE_FOOTER, "Sida 1"),
    ]


def test_footnotes_stand_last_as_paragraphs() -> None:
    """Only notes that are referred to are read."""
    notes = f'<w:footnote w:id="1">{p("Se bilaga")}</w:footnote><w:footnote w:id="2">{p("löst")}</w:footnote>'
    body = p("Beslut", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert read(docx(body, p("Slut"), footnotes=notes)).text == "Beslut\nSlut\nSe bilaga"


def test_comments_are_kept_apart_with_their_place() -> None:
    """A remark in the margin is no word of the notes, but knows what it is about."""
    body = p("Vi ", '<w:commentRangeStart w:id="7"/>', "beslutar", '<w:commentRangeEnd w:id="7"/>', " om det")
    document = read(docx(body, comments=f'<w:comment w:id="7" w:author="Bo">{p("Gör vi?")}</w:comment>'))
    (comment,) = document.comments
    assert (document.text, document.cut(comment.at), comment.text, comment.author) == (
        "Vi beslutar om det",
        "beslutar",
        "Gör vi?",
        "Bo",
    )


def test_tracked_changes_are_noted_where_they_are() -> None:
    """The accepted view is read, and each change is observed."""
    changes = f"<w:del>{r('nej')}</w:del><w:ins>{r('ja')}</w:ins>"
    document = read(docx(p("Svar: ", changes)))
    (seen,) = document.observations
    assert (seen.remark, document.cut(seen.at)) == (Remark.TRACKED_CHANGES_ACCEPTED, "ja")


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    """In the accepted view the words go on in the next paragraph."""
    body = [p("Anna ", look="<w:rPr><w:del/></w:rPr>"), p("Ek")]
    assert read(docx(*body)).text == "Anna Ek"


def test_a_drawn_line_is_a_rule() -> None:
    """A line across the page parts the notes as it does in Markdown."""
    line = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
    assert [block.kind for block in read(docx(p("a"), p(line), p("b"))).blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.RULE,
        BlockKind.PARAGRAPH,
    ]


def test_strict_files_are_read_too() -> None:
    """Word can save with other names for the same things."""
    plain = docx(p("Möte"))
    strict = docx(
        extra={
            "word/document.xml": (
                b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
                b"<w:p><w:r><w:t>M\xc3\xb6te</w:t></w:r></w:p></w:body></w:document>"
            )
        }
    )
    assert read(strict).text == read(plain).text


TOC_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
TOC_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
PAGE_FIELD = TOC_BEGIN.replace("TOC", "PAGEREF")
GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param(
            p(TOC_BEGIN, "1 Läget ", PAGE_FIELD, "3", TOC_END) + p("2 Plan") + p(TOC_END), id="field"
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr>{GALLERY}</w:sdtPr><w:sdtContent>{p('1 Läget 3')}</w:sdtContent></w:sdt>",
            id="control",
        ),
    ],
)
def test_a_table_of_contents_is_left_out(contents: str) -> None:
    """It says again what stands below, and would make each item two."""
    assert read(docx(contents, p("1 Läget"))).text == "1 Läget"


def test_words_in_files_within_the_file_are_not_lost_silently() -> None:
    """Word takes them in when it saves; until then they are in no paragraph."""
    with pytest.raises(UnreadableFile, match="spara den på nytt"):
        read(docx(p("Möte"), '<w:altChunk r:id="x"/>'))


def test_strict_files_show_their_page_headers() -> None:
    """Pointers between parts have other names there too."""
    usual = docx(p("Möte"), header=p("Flens kommun"))
    assert read(in_strict_names(usual)).text == read(usual).text == "Flens kommun\nMöte"


def in_strict_names(content: bytes) -> bytes:
    """The file as Word's strict form spells it."""
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return archive(
        {
            name: part.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            for name, part in parts.items()
        }
    )


def test_macros_are_passed_over() -> None:
    """A file with macros is read for its words."""
    assert read(docx(p("Möte"), extra={"word/vbaProject.bin": b"x"})).text == "Möte"


def test_another_template_is_not_mistaken_for_an_earlier_one() -> None:
    """Readings of styles are shared between files only where the styles are the same bytes."""
    struck, plain = (style("Namn", content) for content in ("<w:rPr><w:strike/></w:rPr>", ""))
    runs = [only_run(docx(p("Anna", style="Namn"), styles=styles)) for styles in (struck, plain, struck)]
    assert [run.struck for run in runs] == [True, False, True]
