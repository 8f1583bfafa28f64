"""What is fuzzed: a reader, its seeds, and how its inputs are changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fuzz.notes import change_notes
from fuzz.oracle import check, check_document, put_to_minutes, put_to_reader
from fuzz.packages import change_package
from fuzz.seeds import MADE
from tests.reading import make_pdf

from samsyn.reading import FORMATS, Limits, ReadingError
from samsyn.reading.encodings import decode
from samsyn.reading.formats.pdf.taking import read_here
from samsyn.reading.sniffing import find_binary_format, find_text_format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Protocol

    class Change(Protocol):
        """Changes an input."""

        def __call__(
            self, content: bytes, max_size: int, seed: int, *, mutate: Callable[[bytes, int], bytes]
        ) -> bytes: ...


ROOT = Path(__file__).parents[1]
SHELVES = (ROOT / "tests" / "specimens", ROOT / "src" / "samsyn" / "example")
TEXTS = (".md", ".txt")
WORDS = (
    *("Datum:", "1.", "-", "\u2022", "a)", "Möte-", "och", "Flens kommun", "BESLUT", "3", "Sida 1 av 2"),
    *(" ", "x"),
)


class Target(NamedTuple):
    """Something to fuzz.

    Attributes:
        run: Puts one input to it and raises where a promise is broken.
        endings: Files of the specimens and the example that begin the corpus.
        change: Changes an input by its structure; None for bytes alone.
        longest: The longest input, in bytes.
    """

    run: Callable[[bytes], object]
    endings: tuple[str, ...]
    change: Change | None = None
    longest: int = 20_000


def read_as(name: str) -> Callable[[bytes], object]:
    """Put the input to the reader as a file of a name."""
    return lambda content: put_to_reader(content, name=name)


def sniff(content: bytes) -> None:
    """Tell formats apart, and decode what is text."""
    try:
        format_name = find_binary_format(content, name="fil")
        if not format_name:
            text, _ = decode(content, name="fil")
            format_name = find_text_format(text, name="fil")
    except ReadingError:
        return
    check(format_name in FORMATS, "an unknown format")


def lay_out(content: bytes) -> None:
    """Read a well-formed PDF of words and strokes at any places, in this process."""
    try:
        reading = read_here(draw(content), name="fil.pdf", limits=Limits())
    except ReadingError:
        return
    check_document(reading.document)


def draw(content: bytes) -> bytes:
    """A PDF whose words, strokes and pages lie where the bytes say."""
    pages: list[list[str]] = [[]]
    for at in range(0, min(len(content), 2_400) - 7, 8):
        kind, *places = content[at : at + 8]
        if kind < 8:
            pages.append([])
        else:
            pages[-1].append(_stroke(*places) if kind < 60 else _words(*places))
    turned = "/Rotate 90" if len(content) % 5 == 4 else ""
    return make_pdf.pdf(*(make_pdf.paper(*page, more=turned) for page in pages[:6]))


def _stroke(x: int, y: int, a: int, b: int, c: int, d: int, _: int) -> str:
    x0, y0 = x * 2.4, y * 3.4
    return make_pdf.stroke(x0, y0, x0 + (a - 128) * (b % 4), y0 + (c - 128) * (d % 4))


def _words(*numbers: int) -> str:
    x, y, a, b, c, d, size = numbers
    shown = "".join(WORDS[(b + n * c) % len(WORDS)] for n in range(1 + d % 5))
    return make_pdf.put(x * 2.4, y * 3.4, shown, 4 + size % 24, tuple(make_pdf.FONTS)[a % 3])


def seeds_of(target: Target, name: str) -> Iterator[bytes]:
    """What the corpus begins with."""
    for shelf in SHELVES:
        for path in sorted(shelf.rglob("*")):
            if path.suffix in target.endings:
                yield path.read_bytes()
    yield from MADE.get(name, ())


TARGETS = {
    "plain": Target(read_as("fil.txt"), (".txt",), change_notes),
    "markdown": Target(read_as("fil.md"), TEXTS, change_notes),
    "html": Target(read_as("fil.html"), (".html", ".htm")),
    "eml": Target(read_as("fil.eml"), (".eml",)),
    "mhtml": Target(read_as("fil.mht"), (".mht", ".mhtml")),
    "docx": Target(read_as("fil.docx"), (".docx",), change_package),
    "odt": Target(read_as("fil.odt"), (".odt",), change_package, 40_000),
    "pdf": Target(read_as("fil.pdf"), (".pdf",), None, 30_000),
    "pdf_layout": Target(lay_out, (), None, 2_400),
    "sniffing": Target(sniff, (".txt", ".docx", ".html", ".eml")),
    "minutes": Target(lambda content: put_to_minutes(content, name="fil.md"), TEXTS, change_notes, 8_000),
}
