"""What Tesseract writes of a page (hOCR): lines, and their words with a box each."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

LINE = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
WORD = "ocrx_word"
PROPERTY = re.compile(r"(\w+) ([^;]+)")


class SeenWord(NamedTuple):
    """A word in a picture; the box in pixels from its upper left corner.

    Attributes:
        sureness: From 0 to 100, as Tesseract puts it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sureness: float


class SeenLine(NamedTuple):
    """A line of words.

    Attributes:
        foot: Where its letters stand, in pixels from above.
        size: From the foot of the lowest to the top of the highest letters, in pixels.
    """

    words: list[SeenWord]
    foot: float
    size: float


def read_hocr(hocr: bytes) -> list[SeenLine]:
    """The lines of a page, in Tesseract's order."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(hocr, parser)
    lines = []
    for element in root.iter() if root is not None else ():
        if element.get("class") in LINE:
            properties = _properties(element)
            words = [word for each in element.iter() if (word := _find_word(each)) is not None]
            if words and "textangle" not in properties:
                lines.append(_line(words, properties))
    return lines


def _properties(element: etree._Element) -> dict[str, list[float]]:
    """What an element's title tells: "bbox 1 2 3 4; x_wconf 96"."""
    found = PROPERTY.findall(element.get("title", ""))
    return {name: [float(each) for each in values.split()] for name, values in found}


def _find_word(element: etree._Element) -> SeenWord | None:
    if element.get("class") != WORD:
        return None
    text = "".join(str(part) for part in element.itertext()).strip()
    properties = _properties(element)
    left, top, right, bottom = properties["bbox"]
    return SeenWord(text, left, top, right, bottom, properties["x_wconf"][0]) if text else None


def _line(words: list[SeenWord], properties: dict[str, list[float]]) -> SeenLine:
    left, _, right, bottom = properties["bbox"]
    slope, shift = properties.get("baseline", [0.0, 0.0])
    foot = bottom + shift + slope * (right - left) / 2
    return SeenLine(words, foot, properties.get("x_size", [bottom - foot])[0])
