"""Make a PDF of pictures out of a PDF, as a scanner in an office does."""

from __future__ import annotations

import math
import random
import zlib
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path

DOTS = 250  # an inch
ASKEW = 0.4  # degrees that the paper lay askew
DARK = bytes(ord("0" if shade < 165 else "1") for shade in range(256))
SPECKS = 120  # dust on the glass


def picture(page: pypdfium2.PdfPage, *, dust: random.Random) -> tuple[int, int, bytes]:
    """Width, height and packed bits of a page, 0 for black."""
    turn = math.radians(ASKEW)
    matrix = pypdfium2.PdfMatrix(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 3, -3)
    for thing in page.get_objects(max_depth=1):
        thing.transform(matrix)
    bitmap = page.render(scale=DOTS / 72, grayscale=True)
    shades, width, height = bytearray(bitmap.buffer), bitmap.width, bitmap.height
    for _ in range(SPECKS):
        at = dust.randrange(height - 2) * bitmap.stride + dust.randrange(width - 2)
        shades[at : at + 2] = b"\0\0"
    rows = (shades[y * bitmap.stride :][:width].translate(DARK) for y in range(height))
    packed = (int(row + b"1" * (-width % 8), 2).to_bytes((width + 7) // 8) for row in rows)
    return width, height, b"".join(packed)


def stream(head: str, content: bytes) -> bytes:
    """A stream of a PDF, squeezed."""
    squeezed = zlib.compress(content, 9)
    return (
        f"<<{head}/Filter/FlateDecode/Length {len(squeezed)}>>stream\n".encode() + squeezed + b"\nendstream"
    )


def numbered(objects: list[bytes]) -> bytes:
    """A PDF file of objects; the first is the catalogue."""
    made, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (count, rows, count, len(made))
    )


def scan(source: Path, target: Path) -> None:
    """Write the scan of a PDF; the same file gives the same scan."""
    dust = random.Random(1)  # noqa: S311 - dust is no secret
    with pypdfium2.PdfDocument(source) as document:
        pictures = [picture(page, dust=dust) for page in document]
    pages = " ".join(f"{3 + 3 * n} 0 R" for n in range(len(pictures)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{pages}]/Count {len(pictures)}>>".encode(),
    ]
    for number, (width, height, bits) in enumerate(pictures):
        first, across, up = 3 + 3 * number, width * 72 / DOTS, height * 72 / DOTS
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {across:.2f} {up:.2f}]/Contents {first + 1} 0 R"
            f"/Resources<</XObject<</I {first + 2} 0 R>>>>>>".encode(),
            stream("", f"{across:.2f} 0 0 {up:.2f} 0 0 cm /I Do".encode()),
            stream(
                f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
                "/ColorSpace/DeviceGray/BitsPerComponent 1",
                bits,
            ),
        ]
    target.write_bytes(numbered(objects))
