"""How plain text is parted into blocks."""

from __future__ import annotations

import pytest

from samsyn.reading import read_bytes


def kinds(text: str) -> list[tuple[str, int, str]]:
    document = read_bytes(text.encode(), name="möte.txt")
    return [(block.kind.value, block.level, block.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\nb\n\nc", [("paragraph", 0, "a\nb"), ("paragraph", 0, "c")], id="paragraphs"),
        pytest.param("a\x0cb", [("paragraph", 0, "a"), ("paragraph", 0, "b")], id="page-break"),
        pytest.param("a\r\nb\rc", [("paragraph", 0, "a\nb\nc")], id="line-ends"),
        pytest.param("- a\n- b", [("list_entry", 0, "a"), ("list_entry", 0, "b")], id="bullets"),
        pytest.param(
            "Möte:\n– a\n– b",
            [("paragraph", 0, "Möte:"), ("list_entry", 0, "a"), ("list_entry", 0, "b")],
            id="dashes",
        ),
        pytest.param("a\n– fast b", [("paragraph", 0, "a\n– fast b")], id="dash-in-sentence"),
        pytest.param(
            "- a\n  - b\n- c",
            [("list_entry", 0, "a"), ("list_entry", 1, "b"), ("list_entry", 0, "c")],
            id="depth",
        ),
        pytest.param("- lång\n  rad", [("list_entry", 0, "lång\nrad")], id="wrapped-entry"),
        pytest.param(
            "1. Öppnande\nAnna öppnade.\n2. Val",
            [("paragraph", 0, "1. Öppnande\nAnna öppnade."), ("paragraph", 0, "2. Val")],
            id="numbers",
        ),
        pytest.param(
            "text\n§ 4 Budget",
            [("paragraph", 0, "text"), ("paragraph", 0, "§ 4 Budget")],
            id="paragraph-sign",
        ),
        pytest.param("Anna Ek         Flen", [("paragraph", 0, "Anna Ek         Flen")], id="columns-stay"),
        pytest.param("Möte\n====\ntext", [("heading", 1, "Möte"), ("paragraph", 0, "text")], id="underlined"),
        pytest.param(
            "ett stycke\n---\ntext",
            [("paragraph", 0, "ett stycke"), ("rule", 0, ""), ("paragraph", 0, "text")],
            id="rule",
        ),
        pytest.param(
            "den 10\n260410 var", [("paragraph", 0, "den 10\n260410 var")], id="digits-are-no-label"
        ),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, int, str]]) -> None:
    """Blank lines, bullets and number labels part blocks; nothing else is guessed."""
    assert kinds(text) == expected


LONG = "Anna berättar om läget. " * 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Möte\n{LONG}\nBo skriver.", ["Möte", LONG.strip(), "Bo skriver."], id="long-lines"),
        pytest.param(f"Möte\n\n{LONG}\nBo skriver.", ["Möte", f"{LONG.strip()}\nBo skriver."], id="blanks"),
        pytest.param("Möte\nAnna berättar.", ["Möte\nAnna berättar."], id="short-lines"),
    ],
)
def test_paragraphs_written_as_one_line_each_are_parted(text: str, expected: list[str]) -> None:
    """Lines too long to be broken by hand, and no blank ones: that is how office programs write text."""
    assert [words for _, _, words in kinds(text)] == expected


def test_indentation_is_seen_from_the_origin() -> None:
    """The blanks in front of a line are not in the text, but can be counted back."""
    document = read_bytes("Närvarande\n    Anna Ek".encode(), name="möte.txt")
    assert document.origin(document.text.index("Anna")) == ("", 1, 4)
