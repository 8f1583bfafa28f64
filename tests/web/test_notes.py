"""The notes as they look: every character once, marks where the values stand."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.make_docx import docx, p
from tests.web.specimens import JOINT_TEXT, STEERING_TEXT

from samsyn.reading import read_bytes
from samsyn.web.marks import Cutter, Mark
from samsyn.web.notes import Node, write_notes

JOINT = read_bytes(JOINT_TEXT.encode(), name="a.md")
STEERING = read_bytes(STEERING_TEXT.encode(), name="b.md")
STATES = st.sampled_from(["proposed", "confirmed", "doubtful"])
PLACES = st.integers(0, len(JOINT.text))


def mark(start: int, end: int, row: str = "statement-1", state: str = "proposed") -> Mark:
    """A mark on the joint meeting's notes."""
    return Mark(start, end, row, 1, state)


def of_words(words: str, row: str = "statement-1", state: str = "proposed") -> Mark:
    """A mark on some words of the joint meeting's notes."""
    start = JOINT.text.index(words)
    return mark(start, start + len(words), row, state)


def pieces_of(nodes: list[Node], kind: str) -> list[Node]:
    """All nodes of a kind, at any depth."""
    below = [found for node in nodes for found in pieces_of(node.children, kind)]
    return [node for node in nodes if node.tag == kind] + below


def lit(marks: list[Mark]) -> str:
    """The words in the notes that have a mark."""
    cutter = Cutter(marks)
    return "".join(piece.text for block in JOINT.blocks for piece in cutter.cut(block) if piece.rows)


@given(st.lists(st.builds(mark, PLACES, PLACES, st.sampled_from("abc"), STATES), max_size=8))
def test_cutting_changes_no_character(marks: list[Mark]) -> None:
    """However marks overlap, the pieces of a block are its text."""
    cutter = Cutter(marks)
    assert ["".join(p.text for p in cutter.cut(block)) for block in JOINT.blocks] == [
        b.text for b in JOINT.blocks
    ]


def test_a_mark_lights_exactly_its_words() -> None:
    """Also where bold ends in the middle of it."""
    assert lit([of_words("Beslut: Den nya")]) == "Beslut: Den nya"


def test_a_mark_goes_on_into_the_next_block() -> None:
    """A value over two paragraphs is lit in both."""
    start, end = JOINT.text.index("10.00"), JOINT.text.index("Hotell")
    assert lit([mark(start, end)]).replace("\n", "") == JOINT.text[start:end].replace("\n", "")


def test_the_shortest_value_decides_what_a_click_opens() -> None:
    """An owner within a statement opens at the owner."""
    cutter = Cutter([of_words("Berit Alm tar fram ett förslag", "long"), of_words("tar fram", "short")])
    rows = {p.text: p.row for block in JOINT.blocks for p in cutter.cut(block) if p.rows}
    assert rows == {"Berit Alm ": "long", "tar fram": "short", " ett förslag": "long"}


def test_a_doubt_is_seen_through_what_is_confirmed() -> None:
    """Words that are confirmed for one value and doubtful for another are shown as doubtful."""
    cutter = Cutter([of_words("ett kommande möte", "a", "doubtful"), of_words("kommande", "b", "confirmed")])
    states = {p.text: p.state for block in JOINT.blocks for p in cutter.cut(block) if p.rows}
    assert states["kommande"] == "doubtful"


def test_each_row_has_one_anchor() -> None:
    """However many pieces a value has, one of them is the place to jump to."""
    cutter = Cutter([of_words("Beslut: Den nya överenskommelsen godkänns.")])
    pieces = [p for block in JOINT.blocks for p in cutter.cut(block) if p.rows]
    assert [p.opens for p in pieces] == [True] + [False] * (len(pieces) - 1)


@pytest.mark.parametrize("document", [JOINT, STEERING], ids=["joint", "steering"])
def test_headings_skip_no_level(document: object) -> None:
    """Notes that go from level 2 to 4 still make a page that goes step by step, below the page's own."""
    levels = [node.level for node in write_notes(document, []) if node.tag == "heading"]  # type: ignore[arg-type]
    steps = [after - before for before, after in pairwise(levels)]
    assert (levels[0], max(steps, default=0) <= 1) == (3, True)


def test_headings_side_by_side_have_one_level() -> None:
    """Items of the same level in the notes are of the same level on the page."""
    headings = [n for n in write_notes(JOINT, []) if n.tag == "heading"]
    assert [n.level for n in headings] == [3, 4, 4, 5]


def test_struck_words_stay_struck() -> None:
    """A name that the notes strike out is struck out here."""
    struck = [p.text for node in write_notes(JOINT, []) for p in node.pieces if p.struck]
    assert "".join(struck) == "Egon Falk, Gnesta kommun"


def test_entries_lie_in_their_list() -> None:
    """A deeper entry belongs to the one before it."""
    (first, *_) = pieces_of(write_notes(JOINT, []), "list")
    assert [[len(entry.children) for entry in first.children]] == [[1, 0, 0, 0]]


def test_a_table_keeps_rows_and_columns() -> None:
    """Cells stand where they stood."""
    (table,) = pieces_of(write_notes(JOINT, []), "table")
    words = [
        [re.sub(r"\s", "", "".join(p.text for node in cell for p in node.pieces)) for cell in row]
        for row in table.rows
    ]
    assert words == [["Vad", "Vem", "Klart"], ["Listaöverkontakter", "Processledarna", "maj"]]


def test_the_margin_shows_what_most_needs_somebody() -> None:
    """One doubt among many confirmed values is what the margin says."""
    nodes = write_notes(
        JOINT, [of_words("Berit Alm,", "a", "confirmed"), of_words("Trosa Disa", "b", "doubtful")]
    )
    assert [node.state for node in nodes if node.state] == ["doubtful"]


WIDE_CELL = f'<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr>{p("a")}</w:tc>'
STEPS = "".join(
    f'<w:tr><w:trPr><w:gridBefore w:val="{at}"/></w:trPr><w:tc>{p("a")}</w:tc></w:tr>' for at in range(200)
)


@pytest.mark.parametrize(
    ("table", "n_cells"),
    [
        pytest.param(f"<w:tr>{WIDE_CELL * 20}</w:tr>" * 2, 40, id="wide-cells"),
        pytest.param(STEPS, 200, id="steps"),
    ],
)
def test_a_table_of_nearly_nothing_stays_small(table: str, n_cells: int) -> None:
    """A small file cannot ask for millions of empty cells."""
    document = read_bytes(docx(f"<w:tbl>{table}</w:tbl>"), name="a.docx")
    (node,) = pieces_of(write_notes(document, []), "table")
    assert sum(map(len, node.rows)) == n_cells
