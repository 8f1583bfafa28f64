"""How hand-written Markdown is read."""

from __future__ import annotations

import pytest

from samsyn.reading import BlockKind, Document, Position, read_bytes


def read(text: str) -> Document:
    return read_bytes(text.encode(), name="möte.md")


def kinds(text: str) -> list[tuple[str, int, str, str]]:
    return [(block.kind.value, block.level, block.marker, block.text) for block in read(text).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("## Läget", [("heading", 2, "", "Läget")], id="heading"),
        pytest.param("##Läget", [("heading", 2, "", "Läget")], id="glued-heading"),
        pytest.param("## Läget ##", [("heading", 2, "", "Läget")], id="closed-heading"),
        pytest.param("Möte\n====", [("heading", 1, "", "Möte")], id="underlined"),
        pytest.param(
            "Läget i dag\n-----------", [("heading", 2, "", "Läget i dag")], id="underlined-by-dashes"
        ),
        pytest.param(
            "Läget i dag\n---\nMer",
            [("paragraph", 0, "", "Läget i dag"), ("rule", 0, "", ""), ("paragraph", 0, "", "Mer")],
            id="rule-below-words",
        ),
        pytest.param("- a\n  - b", [("list_entry", 0, "-", "a"), ("list_entry", 1, "-", "b")], id="nested"),
        pytest.param(
            "7. a\n8. b", [("list_entry", 0, "7.", "a"), ("list_entry", 0, "8.", "b")], id="number-kept"
        ),
        pytest.param("1) a", [("list_entry", 0, "1)", "a")], id="bracket-kept"),
        pytest.param(
            "- a\n\n  b", [("list_entry", 0, "-", "a"), ("list_entry", 0, "", "b")], id="second-paragraph"
        ),
        pytest.param(
            "• a\n• b", [("list_entry", 0, "-", "a"), ("list_entry", 0, "-", "b")], id="odd-bullets"
        ),
        pytest.param("–\ta", [("list_entry", 0, "-", "a")], id="dash-and-tab"),
        pytest.param(
            "arbete\n– från fokus", [("paragraph", 0, "", "arbete\n– från fokus")], id="dash-in-sentence"
        ),
        pytest.param("    indraget", [("paragraph", 0, "", "indraget")], id="indented-is-no-code"),
        pytest.param(
            "a\n\u00a0\nb", [("paragraph", 0, "", "a"), ("paragraph", 0, "", "b")], id="hard-blank-line"
        ),
        pytest.param("[Anna]: kommer", [("paragraph", 0, "", "[Anna]: kommer")], id="no-definition"),
        pytest.param("> citat", [("paragraph", 0, "", "citat")], id="quote"),
        pytest.param("```\na\nb\n```", [("paragraph", 0, "", "a\nb")], id="fence"),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, int, str, str]]) -> None:
    """Blocks are what their writer meant."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[SKR](https://skr.example/a)", "SKR", id="link"),
        pytest.param("<https://skr.example>", "https://skr.example", id="bare-link"),
        pytest.param("a  \nb", "a\nb", id="hard-break"),
        pytest.param("a\\\nb", "a\nb", id="escaped-break"),
        pytest.param("a\nb", "a\nb", id="soft-break"),
        pytest.param("a<br>b", "a\nb", id="break-tag"),
        pytest.param("a <b>b</b>", "a b", id="bold-tag"),
        pytest.param("ring <namn>", "ring <namn>", id="words-in-brackets"),
        pytest.param(r"5 \* 3", "5 * 3", id="escape"),
        pytest.param("A &amp; B", "A & B", id="entity"),
        pytest.param("`kod` här", "kod här", id="code"),
        pytest.param("före ![bild](x.png) efter", "före  efter", id="picture"),
        pytest.param("2 * 3 * 4", "2 * 3 * 4", id="stray-stars"),
    ],
)
def test_words(text: str, expected: str) -> None:
    """The visible words are kept, the marks left out."""
    assert read(text).text == expected


@pytest.mark.parametrize(
    ("text", "bold", "italic", "struck"),
    [
        pytest.param("**Anna**", True, False, False, id="bold"),
        pytest.param("*Anna*", False, True, False, id="italic"),
        pytest.param("~~Anna~~", False, False, True, id="struck"),
        pytest.param("~~**Anna**~~", True, False, True, id="both"),
        pytest.param("<s>Anna</s>", False, False, True, id="tag"),
        pytest.param("<strong>Anna</strong>", True, False, False, id="bold-by-tag"),
    ],
)
def test_looks(text: str, *, bold: bool, italic: bool, struck: bool) -> None:
    """Runs know how they look."""
    (run,) = read(text).blocks[0].runs
    assert (run.text, run.bold, run.italic, run.struck) == ("Anna", bold, italic, struck)


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        pytest.param("**Tid: **9.30", ["Tid: "], id="blank-before-the-mark"),
        pytest.param("**Uppdrag:**Rut ringer.", ["Uppdrag:"], id="glued-to-the-next-word"),
        pytest.param("**Beslut ** - antas", ["Beslut "], id="blank-on-both-sides"),
        pytest.param("**Plats** Flen** / Teams**", ["Plats", " / Teams"], id="blank-behind-the-mark"),
        pytest.param("2 ** 3 och 4 ** 5", [], id="stray-marks"),
        pytest.param("**Obs och **Anna** kom", ["Anna"], id="one-mark-too-many"),
    ],
)
def test_bold_is_from_mark_to_mark(text: str, bold: list[str]) -> None:
    """Marks that come in pairs make bold what stands between them, with or without blanks beside them."""
    assert [run.text for run in read(text).blocks[0].runs if run.bold] == bold


def test_a_table_is_read_cell_by_cell() -> None:
    """The head is row 0; the line below it is no row."""
    document = read("| Vad | Vem |\n|---|---|\n| Brev \\| mejl | Anna |\n|  | Bo |\n\nSlut")
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("Vad", Position(0, 0, 0)),
        ("Vem", Position(0, 0, 1)),
        ("Brev | mejl", Position(0, 1, 0)),
        ("Anna", Position(0, 1, 1)),
        ("", Position(0, 2, 0)),
        ("Bo", Position(0, 2, 1)),
        ("Slut", None),
    ]


def test_each_character_is_traced_past_the_marks() -> None:
    """A word behind markers, links and escapes is found at its own place in its line."""
    document = read("# Möte\n\n- **Vem:** [Anna](x) \\* Bo Ek\n")
    position = document.text.index("Bo Ek")
    assert document.origin(position)[1:] == (2, 24)


def test_plain_text_with_marks_is_markdown() -> None:
    """Many files named .txt hold Markdown: the content decides."""
    assert read_bytes(b"# Rubrik\n\ntext", name="a.txt").format == "markdown"


def test_blocks_are_parted_by_one_line_feed() -> None:
    """The text of a document is that of its blocks."""
    document = read("# A\n\nb\n\n- c")
    assert (document.text, [block.kind for block in document.blocks]) == (
        "A\nb\nc",
        [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ENTRY],
    )
