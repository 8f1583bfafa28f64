"""PDF: lines, columns, tables and headings from places alone."""

from __future__ import annotations

import pytest
from tests.reading.make_pdf import (
    BOLD,
    PICTURE,
    SLANTED,
    column,
    field,
    grid,
    paper,
    pdf,
    put,
    remark,
    stroke,
)
from tests.reading.make_scan import needs_tesseract

from samsyn.reading import (
    BlockKind,
    Comment,
    Document,
    EmptyFile,
    EncryptedFile,
    HostileFile,
    IdentityNumberFound,
    Limits,
    Observation,
    Origin,
    ReadingError,
    Remark,
    Span,
    TooLarge,
    UnreadableFile,
    read_bytes,
)

FULL = "Samverkansgruppen för barn och unga i länet går igenom läget i kommunerna, och sedan"
LOCKED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"
NUMBER = "19121212-1212"


def read(*marks: str, annotations: tuple[str, ...] = ()) -> Document:
    """The document of one page."""
    return read_bytes(pdf(paper(*marks, annotations=annotations)), name="möte.pdf")


def outline(document: Document) -> list[tuple[str, int, str, str]]:
    """What the blocks are and say."""
    return [(block.kind.value, block.level, block.marker, block.text) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_larger_letters_make_headings() -> None:
    """Each size above the text's own is a level."""
    document = read(
        put(72, 780, "Protokoll", 20),
        put(72, 740, "Beslut", 14),
        put(72, 720, FULL),
        put(72, 690, "Frågor", 14),
        put(72, 670, FULL),
    )
    assert [row[:2] for row in outline(document)] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


def test_a_slanted_line_of_its_own_is_a_lower_heading() -> None:
    """Lower headings often have the text's own size."""
    document = read(
        put(72, 740, "Hjälpmedel", 14), put(72, 716, "Stöd i skolan", font=SLANTED), put(72, 690, FULL)
    )
    assert outline(document)[1] == ("heading", 2, "", "Stöd i skolan")


def test_a_line_that_is_full_is_joined_to_the_next() -> None:
    """The next word found no room, so the break is not the writer's."""
    document = read(put(72, 700, FULL), put(72, 686, "skolorna."), put(72, 650, "Slut."))
    assert texts(document) == [f"{FULL} skolorna.", "Slut."]


def test_a_line_that_was_ended_on_purpose_keeps_its_break() -> None:
    """The next word would have found room."""
    document = read(put(72, 740, FULL), put(72, 700, "Anna Ek, Trosa"), put(72, 686, "Bo Ask, Flen"))
    assert texts(document)[1] == "Anna Ek, Trosa\nBo Ask, Flen"


def test_a_list_of_short_lines_is_no_running_text() -> None:
    """Where all lines are short, none of them is full."""
    document = read(column(72, 740, ["Anna Ek", "Bo Ask", "Cia Al"]))
    assert texts(document) == ["Anna Ek\nBo Ask\nCia Al"]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        pytest.param("talar om sam-", "verkan", "talar om sam-\nverkan", id="word"),
        pytest.param("under 250401-", "250630", "under 250401-250630", id="days"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_kept(first: str, second: str, text: str) -> None:
    """Whether it parts a word is for the reader of minutes to say."""
    filled = f"Samverkansgruppen för barn och unga i länet som möts i Eskilstuna {first}"
    document = read(put(72, 740, filled), put(72, 726, f"{second} i länet."))
    assert document.text.endswith(f"{text} i länet.")


def test_looks_are_kept() -> None:
    """Bold and slanted by the font, also within a word's end."""
    document = read(
        put(72, 700, "Anna Ek", font=BOLD), put(115, 700, ", Trosa"), put(160, 700, "rep.", font=SLANTED)
    )
    looks = [(run.text.strip(), run.bold, run.italic) for run in document.blocks[0].runs if run.text.strip()]
    assert looks == [("Anna Ek", True, False), (", Trosa", False, False), ("rep.", False, True)]


def test_a_stroke_through_the_letters_strikes_them_out() -> None:
    """And the name of who was not there is known as struck."""
    document = read(put(72, 700, "Anna Ek"), put(72, 680, "Bo Ask"), stroke(71, 683.5, 108, 683.5))
    assert [run.text for run in document.blocks[-1].runs if run.struck] == ["Bo Ask"]


def test_a_stroke_below_the_letters_only_underlines() -> None:
    """It is neither struck-out text nor a rule."""
    document = read(put(72, 700, FULL), stroke(72, 698, 480, 698), put(72, 650, "Slut."))
    assert [(block.kind, run.struck) for block in document.blocks for run in block.runs] == [
        (BlockKind.PARAGRAPH, False),
        (BlockKind.PARAGRAPH, False),
    ]


def test_a_mark_that_strikes_out_counts_too() -> None:
    """People also strike out in the program they read the PDF with."""
    document = read(
        put(72, 700, "Anna Ek, Bo Ask"), annotations=(remark("StrikeOut", "", (118, 696, 160, 710)),)
    )
    assert [run.text for run in document.blocks[0].runs if run.struck] == ["Bo Ask"]


def test_a_long_stroke_between_lines_is_a_rule() -> None:
    """It parts the notes."""
    document = read(put(72, 700, "Före"), stroke(72, 680, 520, 680), put(72, 660, "Efter"))
    assert [block.kind for block in document.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.RULE,
        BlockKind.PARAGRAPH,
    ]


def test_lists_by_glyph_label_and_indentation() -> None:
    """Bullets of any shape are "-"; what hangs below an entry belongs to it."""
    document = read(
        put(72, 720, FULL),
        *(put(90, 700, "•"), put(108, 700, "Första"), put(108, 660, "Eget stycke")),
        *(put(108, 640, "o"), put(126, 640, "Under")),
        *(put(72, 600, "2."), put(90, 600, "Två"), put(72, 570, "Slut.")),
    )
    assert outline(document)[1:] == [
        ("list_entry", 0, "-", "Första"),
        ("list_entry", 0, "", "Eget stycke"),
        ("list_entry", 1, "-", "Under"),
        ("list_entry", 0, "2.", "Två"),
        ("paragraph", 0, "", "Slut."),
    ]


def test_bullets_may_be_drawn() -> None:
    """Some programs draw a dot where others write a letter."""
    document = read(put(72, 700, "Punkter:"), "96 683 4 4 re f\n", put(108, 680, "Första"))
    assert outline(document)[1] == ("list_entry", 0, "-", "Första")


WEST = [
    "Mötet öppnades av Anna Ek som hälsade",
    "alla välkomna till årets första möte i",
    "gruppen för barn.",
] * 2
EAST = [
    "I högra spalten fortsätter samtalet om",
    "vägen mellan skola och socialtjänst som",
    "alla vill ha kort.",
] * 2


def test_columns_are_read_one_after_the_other() -> None:
    """Also below a heading that goes across both."""
    document = read(
        put(72, 780, "Minnesanteckningar från mötet i Eskilstuna", 20),
        column(72, 740, WEST),
        column(320, 740, EAST),
    )
    words = document.text
    assert words.index("Anna Ek") < words.index("gruppen för barn") < words.index("högra spalten")


def test_words_side_by_side_that_fill_no_column_are_rows() -> None:
    """A list of names and places is read line by line, the gap kept."""
    names, places = ["Anna Ek", "Bo Ask", "Cia Al", "Dan Alm"], ["Trosa", "Flen", "Gnesta", "Vingåker"]
    document = read(column(72, 740, names), column(320, 740, places))
    assert document.text == "Anna Ek   Trosa\nBo Ask   Flen\nCia Al   Gnesta\nDan Alm   Vingåker"


def cells(document: Document) -> list[tuple[int, int, int, str]]:
    found = [(block.cell, block.text) for block in document.blocks if block.cell]
    return [(cell.table, cell.row, cell.column, text) for cell, text in found]


def test_a_grid_of_strokes_is_a_table() -> None:
    """Cells that nothing stands in are there too, and one over two columns is one."""
    document = read(
        grid([72, 200, 300], [700, 680, 650]),
        *(stroke(72, 630, 300, 630), stroke(72, 630, 72, 650), stroke(300, 630, 300, 650)),
        *(put(76, 686, "Åtgärd"), put(204, 686, "Ansvarig")),
        put(76, 668, "Skriva brev"),
        put(76, 636, "Över två spalter som hör ihop"),
    )
    assert cells(document) == [
        (0, 0, 0, "Åtgärd"),
        (0, 0, 1, "Ansvarig"),
        (0, 1, 0, "Skriva brev"),
        (0, 1, 1, ""),
        (0, 2, 0, "Över två spalter som hör ihop"),
    ]


def test_a_grid_of_countless_cells_is_no_table() -> None:
    """A few strokes could else ask for any number of cells."""
    document = read(
        grid([72 + 4 * n for n in range(110)], [800 - 4 * n for n in range(110)]), put(76, 690, "Möte")
    )
    assert [block.kind for block in document.blocks if block.text] == [BlockKind.PARAGRAPH]


def test_a_table_goes_on_after_a_page_break() -> None:
    """The rows go on being counted."""
    first = paper(grid([72, 200, 300], [700, 680]), put(76, 686, "Ringa"), put(204, 686, "Anna Ek"))
    second = paper(grid([72, 200, 300], [700, 680]), put(76, 686, "Skriva"), put(204, 686, "Bo Ask"))
    document = read_bytes(pdf(first, second), name="möte.pdf")
    assert cells(document)[2:] == [(0, 1, 0, "Skriva"), (0, 1, 1, "Bo Ask")]


def test_page_headers_footers_and_numbers_are_told_from_the_text() -> None:
    """They come back at their place, only the number changes; each is shown once."""
    pages = [
        paper(
            *(put(72, 810, "Samverkan i länet"), put(72, 700, f"Stycke {words}."), put(280, 30, f"Sida {n}"))
        )
        for n, words in enumerate(("ett", "två", "tre"), start=1)
    ]
    assert outline(read_bytes(pdf(*pages), name="möte.pdf")) == [
        ("page_header", 0, "", "Samverkan i länet"),
        ("paragraph", 0, "", "Stycke ett."),
        ("paragraph", 0, "", "Stycke två."),
        ("paragraph", 0, "", "Stycke tre."),
        ("page_footer", 0, "", "Sida 1"),
    ]


def test_a_sentence_goes_on_over_a_page_break() -> None:
    """It is one paragraph, and each word knows its page."""
    document = read_bytes(pdf(paper(put(72, 100, FULL)), paper(put(72, 780, "skolorna."))), name="möte.pdf")
    assert texts(document) == [f"{FULL} skolorna."]
    assert document.origin(document.text.index("skolorna")) == Origin("page", 1, 0)


def test_turned_pages_are_read() -> None:
    """A landscape page is often an upright one that is turned, its words with it."""
    turned = "q 0 1 -1 0 400 100 cm " + put(0, 0, "Liggande rad") + put(0, -14, "och en till") + "Q\n"
    document = read_bytes(pdf(paper(turned, more="/Rotate 90")), name="möte.pdf")
    assert document.text == "Liggande rad\noch en till"


def test_values_of_form_fields_stand_in_their_places() -> None:
    """A form that was filled in is read as it looks."""
    page = paper(put(72, 700, "Datum:"), annotations=(field(108, 696, "datum", "10 april 2026"),))
    assert read_bytes(pdf(page, form=True), name="möte.pdf").text == "Datum: 10 april 2026"


def test_remarks_are_kept_apart_with_the_words_they_are_about() -> None:
    """They are no words of the notes."""
    document = read(
        put(72, 700, "Anna Ek, Bo Ask"),
        annotations=(remark("Text", "Var hon med?", (72, 698, 95, 712), "Cia"),),
    )
    assert document.comments == (Comment("Var hon med?", "Cia", Span(0, 4)),)


@needs_tesseract
def test_a_page_of_pictures_among_others_is_a_doubt() -> None:
    """The rest is read."""
    document = read_bytes(pdf(paper(put(72, 700, "Möte")), paper(PICTURE)), name="möte.pdf")
    assert document.observations == (Observation(Remark.PAGES_WITHOUT_TEXT, page=1),)


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        pytest.param(pdf(paper(PICTURE)), UnreadableFile, "bara bilder", id="pictures"),
        pytest.param(pdf(paper()), EmptyFile, "ingen text", id="empty"),
        pytest.param(pdf(paper(put(72, 700, "x")), trailer=LOCKED), EncryptedFile, "lösenord", id="password"),
    ],
)
def test_what_cannot_be_read_is_told(content: bytes, error: type[ReadingError], words: str) -> None:
    """One sentence for each trouble."""
    with pytest.raises(error, match=words):
        read_bytes(content, name="möte.pdf")


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        pytest.param(Limits(n_pages=1), HostileFile, id="pages"),
        pytest.param(Limits(text=10), TooLarge, id="text"),
    ],
)
def test_limits_are_kept(limits: Limits, error: type[ReadingError]) -> None:
    """A PDF may ask for no more than other files."""
    content = pdf(paper(put(72, 700, "Mötet öppnas")), paper(put(72, 700, "Mötet avslutas")))
    with pytest.raises(error):
        read_bytes(content, name="möte.pdf", limits=limits)


@pytest.mark.parametrize(
    ("content", "where"),
    [
        pytest.param(pdf(paper(), paper(put(72, 700, NUMBER))), "på sida 2", id="text"),
        pytest.param(pdf(paper(put(72, 700, "19121212-"), put(72, 686, "1212"))), "på sida 1", id="broken"),
        pytest.param(
            pdf(paper(put(72, 700, "Möte")), info=f"/Title ({NUMBER})"),
            "i dokumentets egenskaper",
            id="title",
        ),
        pytest.param(
            pdf(paper(put(72, 700, "Möte"), annotations=(remark("Text", NUMBER, (72, 690, 90, 710)),))),
            "i kommentar 1",
            id="remark",
        ),
        pytest.param(
            pdf(paper(put(72, 700, "Möte"), annotations=(remark("Popup", NUMBER, (72, 690, 90, 710)),))),
            "på sida 1",
            id="hidden-remark",
        ),
        pytest.param(
            pdf(*(paper(put(72, 810, f"Nr {NUMBER}"), put(72, 700, "Möte")) for _ in "ab")),
            "i sidhuvudet",
            id="header",
        ),
    ],
)
def test_identity_numbers_are_found_anywhere(content: bytes, where: str) -> None:
    """The message says where, and not the number."""
    with pytest.raises(IdentityNumberFound, match=where) as found:
        read_bytes(content, name="möte.pdf")
    assert "1212" not in found.value.message
