"""What the reader of web pages sees in the source."""

from __future__ import annotations

import pytest

from samsyn.reading import (
    BlockKind,
    Document,
    HostileFile,
    IdentityNumberFound,
    Limits,
    Position,
    Remark,
    TooLarge,
    read_bytes,
)

NUMBER = "811218-9876"  # from the authority's own examples of numbers that nobody bears
HEAD = "<!DOCTYPE html><html><head><title>Möte</title></head><body>"
LONG = "Gruppen gick igenom läget i länet och enades om nästa steg. " * 3


def read(body: str) -> Document:
    return read_bytes(f"{HEAD}{body}".encode(), name="möte.html")


def plain(words: str) -> tuple[str, int, str, str]:
    """A paragraph as the tests write it: kind, level, label and words."""
    return "paragraph", 0, "", words


@pytest.mark.parametrize(
    ("body", "looks"),
    [
        pytest.param("<b>Anna</b>", (True, False, False), id="b"),
        pytest.param("<STRONG>Anna</STRONG>", (True, False, False), id="capitals"),
        pytest.param("<em>Anna</em>", (False, True, False), id="em"),
        pytest.param("<s>Anna</s>", (False, False, True), id="s"),
        pytest.param("<strike>Anna</strike>", (False, False, True), id="strike"),
        pytest.param("<del>Anna</del>", (False, False, True), id="del"),
        pytest.param('<span style="font-weight:700">Anna</span>', (True, False, False), id="weight"),
        pytest.param('<b style="font-weight:normal">Anna</b>', (False, False, False), id="weight-taken-back"),
        pytest.param(
            "<span style='text-decoration: underline line-through'>Anna</span>",
            (False, False, True),
            id="line",
        ),
        pytest.param(
            "<style>.c3 { font-weight:bold } p.x, span.c4{text-decoration:line-through}</style>"
            "<p><span class='c3 c4'>Anna</span>",
            (True, False, True),
            id="style-sheet",
        ),
        pytest.param("<s><p>Anna</p></s>", (False, False, True), id="around-a-paragraph"),
        pytest.param("<p><b>x</p><p>Anna</p>", (True, False, False), id="left-open"),
        pytest.param("<p><b>x<span>y</b></span>Anna", (False, False, False), id="closed-within"),
        pytest.param("<b><i>x</b>Anna</i>", (False, True, False), id="crossed"),
    ],
)
def test_tags_and_styles_tell_how_words_look(body: str, looks: tuple[bool, bool, bool]) -> None:
    """Looks are read as a browser shows them, also where tags are closed in the wrong order."""
    run = next(run for block in read(body).blocks for run in block.runs if run.text == "Anna")
    assert (run.bold, run.italic, run.struck) == looks


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param("<p>a\n   b</p>", [plain("a b")], id="blanks-are-one"),
        pytest.param("<p>a <span>b</span> c</p>", [plain("a b c")], id="span"),
        pytest.param("<p>a<br>b</p>", [plain("a\nb")], id="break"),
        pytest.param("a<br><br>b", [plain("a"), plain("b")], id="two-breaks"),
        pytest.param("<h2>a</h2>b", [("heading", 2, "", "a"), plain("b")], id="heading"),
        pytest.param("<p class=MsoTitle>a", [("heading", 1, "", "a")], id="title"),
        pytest.param("G&ouml;ran&nbsp;&#197; &amp; &okänd;", [plain("Göran\u00a0Å & &okänd;")], id="signs"),
        pytest.param("a < b <3 <", [plain("a < b <3 <")], id="brackets"),
        pytest.param("a<!-- b --><script>if (1<2) c</script>d", [plain("ad")], id="no-words"),
        pytest.param("<p style='display:none'>a</p>b", [plain("b")], id="hidden"),
        pytest.param("<div>a<div>b</div>c</div>", [plain(one) for one in "abc"], id="divisions"),
        pytest.param("a<hr>b", [plain("a"), ("rule", 0, "", ""), plain("b")], id="rule"),
        pytest.param(
            "<ul><li>a<li><p>b</p><p>c</p><ul><li>d</ul></ul>e",
            [
                ("list_entry", 0, "-", "a"),
                ("list_entry", 0, "-", "b"),
                ("list_entry", 0, "", "c"),
                ("list_entry", 1, "-", "d"),
                plain("e"),
            ],
            id="list",
        ),
        pytest.param(
            "<ol start=3><li>a</li><li value=7>b</li></ol><ol type=a><li>c</ol>",
            [("list_entry", 0, "3.", "a"), ("list_entry", 0, "7.", "b"), ("list_entry", 0, "a.", "c")],
            id="numbers",
        ),
        pytest.param(
            "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
            "<span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>a</p>",
            [("list_entry", 1, "-", "a")],
            id="list-of-word",
        ),
        pytest.param(
            "<p class=MsoListParagraph><span>2.<span>&nbsp;&nbsp; </span></span>a</p>",
            [("list_entry", 0, "2.", "a")],
            id="list-of-word-filtered",
        ),
        pytest.param(
            "<ul class='lst-kix_ab1-0 start'><li>a</li></ul><ul class='lst-kix_ab1-1'><li>b</li></ul>",
            [("list_entry", 0, "-", "a"), ("list_entry", 1, "-", "b")],
            id="list-of-google-docs",
        ),
        pytest.param(
            "<figure class=table><p class=MsoNormal>a<o:p></o:p></p><p><o:p>&nbsp;</o:p></p></figure>",
            [("paragraph", 0, "", "a")],
            id="empty-paragraphs-of-outlook",
        ),
        pytest.param(
            "<div title=header><p>a</p></div><p>b</p>",
            [("page_header", 0, "", "a"), plain("b")],
            id="page-header",
        ),
        pytest.param("<pre>a  b\nc\n\nd</pre>", [plain("a  b\nc"), plain("d")], id="as-typed"),
        pytest.param("<p>a</body></html><p>b", [plain("a"), plain("b")], id="behind"),
    ],
)
def test_blocks_are_what_a_browser_shows(body: str, blocks: list[tuple[str, int, str, str]]) -> None:
    """Kind, level, label and words of each block."""
    found = [(block.kind.value, block.level, block.marker, block.text) for block in read(body).blocks]
    assert found == blocks


def test_cells_know_their_place() -> None:
    """Tall and wide cells push the others on."""
    rows = "<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>"
    found = [(block.text, block.cell) for block in read(f"<table border=1>{rows}</table>").blocks]
    cells = [("a", 0, 0), ("b", 0, 1), ("c", 1, 1), ("", 1, 2)]
    assert found == [(words, Position(0, row, column)) for words, row, column in cells]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<table><tr><td>a<h2>b</h2></td><td>c</td></tr></table>", id="headings"),
        pytest.param("<table><tr><td>a</td></tr></table>", id="one-cell"),
        pytest.param("<table role=presentation><tr><td>a<td>b</table>", id="says-so"),
    ],
)
def test_a_table_that_arranges_the_page_is_no_table(body: str) -> None:
    """What stands in it is read as if it were not there."""
    assert BlockKind.CELL not in [block.kind for block in read(body).blocks]


def test_a_table_within_one_that_arranges_the_page_is_a_table() -> None:
    """Pages of the past put everything in one large cell."""
    inner = "<table border=1><tr><th>Namn<th>Ort<tr><td>Rut Vifell<td>Flen</table>"
    document = read(f"<table><tr><td>meny<td>{inner}</table>")
    assert [block.text for block in document.blocks if block.cell] == ["Namn", "Ort", "Rut Vifell", "Flen"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            f"<header>Kommunen</header><main>{LONG}</main><footer>Kontakt</footer>", LONG, id="main"
        ),
        pytest.param(f"<nav>Start</nav><article>{LONG}<aside>Läs mer</aside></article>", LONG, id="article"),
        pytest.param(f"<nav>Start</nav><div>{LONG}</div>", LONG, id="menu"),
        pytest.param(f"<main>Välkommen</main><div>{LONG}</div>", f"Välkommen\n{LONG}", id="unsure"),
    ],
)
def test_what_stands_around_the_notes_is_left_out(body: str, text: str) -> None:
    """Only where the page itself says where its main part is, and most words stand there."""
    assert read(body).text == text.strip()


def test_words_know_their_line() -> None:
    """A run says on which line of the source it stands, and at which character."""
    document = read_bytes(b"<html>\n<p>a</p>\n <p>&auml;r <b>Bo</b>", name="möte.html")
    place = document.origin(document.text.index("Bo"))
    assert (place.index, place.offset) == (2, 15)


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        pytest.param("<html><p>Mål å ä ö".encode(), [], id="utf-8"),
        pytest.param("<html><meta charset=iso-8859-1><p>Mål å ä ö".encode(), [], id="utf-8-against-its-head"),
        pytest.param("<html><meta charset=windows-1252><p>Mål å ä ö".encode("cp1252"), [], id="as-it-says"),
        pytest.param("<html><p>Mål å ä ö".encode("cp1252"), [Remark.OLD_ENCODING], id="says-nothing"),
        pytest.param("\ufeff<html><p>Mål å ä ö".encode("utf-16-le"), [], id="utf-16"),
    ],
)
def test_the_encoding_is_found(content: bytes, remark: list[Remark]) -> None:
    """UTF-8 counts where it fits, then what the page says."""
    document = read_bytes(content, name="möte.html")
    assert (document.text, [one.remark for one in document.observations]) == ("Mål å ä ö", remark)


@pytest.mark.parametrize(
    ("source", "name", "format_name"),
    [
        pytest.param("<p>Anna kom", "a.txt", "html", id="piece-of-a-page"),
        pytest.param("<p>Anna **kom**", "a.md", "markdown", id="markdown-with-tags"),
        pytest.param("Möte <p>Anna</p>", "a.html", "html", id="by-name"),
        pytest.param("# Möte\n\nAnna", "a.html", "markdown", id="no-page-at-all"),
        pytest.param("<?xml version='1.0'?><html><p>a", "a", "html", id="xhtml"),
    ],
)
def test_the_content_decides(source: str, name: str, format_name: str) -> None:
    """A name only helps with a page without a head."""
    assert read_bytes(source.encode(), name=name).format == format_name


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(NUMBER, id="shown"),
        pytest.param("<p>811218<b>-98</b>76", id="over-tags"),
        pytest.param(f"<nav>{NUMBER}</nav>{LONG}", id="menu"),
        pytest.param(f"<!-- {NUMBER} -->a", id="remark"),
        pytest.param(f"<img alt='{NUMBER}'>a", id="picture"),
        pytest.param("<p hidden>811218&#45;9876</p>a", id="hidden-and-written-by-name"),
        pytest.param(f"<a href='https://x.example/{NUMBER.replace('-', '%2D')}'>a</a>", id="address"),
        pytest.param(f"<script>var x = '{NUMBER}'</script>a", id="script"),
    ],
)
def test_identity_numbers_are_found_anywhere(body: str) -> None:
    """What is not shown stays in the original."""
    with pytest.raises(IdentityNumberFound):
        read(body)


def test_pictures_within_a_page_do_not_count() -> None:
    """A page saved in one file holds its pictures as text."""
    page = f"{HEAD}a<img src='data:image/png;base64,{'QUJD' * 1000}'>".encode()
    assert read_bytes(page, name="a.html", limits=Limits(text=200)).text == "a"


def test_a_page_has_a_limit() -> None:
    """It is that of text."""
    with pytest.raises(TooLarge):
        read_bytes(f"{HEAD}{LONG}".encode(), name="a.html", limits=Limits(text=200))


def test_elements_without_end_are_refused() -> None:
    """Elements within elements, by the thousand, are a trap."""
    with pytest.raises(HostileFile, match="nivåer"):
        read("<div>" * 1000 + "a")


def test_what_is_left_open_is_not_copied_into_each_paragraph() -> None:
    """A browser opens again in each paragraph what was left open, a thousand times the page."""
    looks = "".join(f"<b id={number}>" for number in range(400))
    assert len(read(f"<p>{looks}{'</p><p>x' * 400}").blocks) == 400


def test_looks_that_are_never_closed_do_not_pile_up() -> None:
    """Old programs opened a font in each paragraph and closed none: such a page is read."""
    blocks = read("<p><font>" + "x<p><font>" * 1000 + "y").blocks
    assert (len(blocks), blocks[-1].text) == (1001, "y")


def test_paragraphs_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of many more than anybody writes would take minutes to look through."""
    monkeypatch.setattr("samsyn.reading.formats.html.pages.MOST_BLOCKS", 100)
    with pytest.raises(HostileFile, match="stycken"):
        read("<li>a" * 101)
