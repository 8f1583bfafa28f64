"""Swedish identity numbers in running text, so that they can be stopped at every door.

Found are personnummer and samordningsnummer (day + 60) with a real date and a right check digit, as
people write them: `YYYYMMDD-NNNN`, `YYMMDD-NNNN`, both without the hyphen, with `+` for those over a
hundred, with spaces or a line break at or instead of the hyphen, with any dash, with hyphens within
the date, and with invisible characters in between.

A wrong check digit is not reported: that is what tells a number from a pair of dates. What is left
is a chance of one in ten that ten digits which begin with a real date (a case number, a time straight
after a day: `260410 1230`) are taken for a number. The file is then stopped for no reason and the
message says where; the other mistake would let a child's number into the register. Not reported,
though it would fit: digits after "tel", "telefon" or "mobil", and digits that go on after the number
(`250401-250630`, `260410 1000-1200`).
"""

from __future__ import annotations

import re
import unicodedata

from samsyn.reading.documents import Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
DASH = r"[-+_‐‑‒–—―−⁃﹣－]"
GAP = r"[^\S\n]{0,2}\n?[^\S\n]{0,2}"
CANDIDATE = re.compile(
    rf"""
    (?P<date>\d(?<!\d\d)(?<!\d[-–.,:/]\d)(?<!\+\d)  # looks back only where there is a digit
    (?:\d\d)?\d(?:\d\d\d\d|{DASH}\d\d{DASH}\d\d(?={DASH})))
    (?P<between>{GAP}{DASH}{GAP}|{GAP})
    (?P<number>\d{{4}})
    (?!\d|[-–.,:/]\d)
    """,
    re.VERBOSE,
)
TELEPHONE = re.compile(
    r"(?:\btel(?:efon|nr)?|\bmobil(?:nr|telefon)?|\bfax)[\w.]{0,6}[\s:.]{0,3}$", re.IGNORECASE
)
LOOK_BACK = 24
HIDDEN = "•"


def find_identity_numbers(text: str) -> tuple[Span, ...]:
    """Where identity numbers stand in a text, in order.

    Args:
        text: Any text: a note, a field of a form, a file name.

    Returns:
        A span for each number, as written, including what stands inside it.
    """
    if not any(character in text for character in INVISIBLE):
        return tuple(Span(*match.span()) for match in CANDIDATE.finditer(text) if _is_valid(match))
    kept = [place for place, character in enumerate(text) if character not in INVISIBLE]
    found = find_identity_numbers("".join(text[place] for place in kept))
    return tuple(Span(kept[span.start], kept[span.end - 1] + 1) for span in found)


def hide_identity_numbers(text: str) -> str:
    """The text with a dot for each character of an identity number, for messages and logs."""
    for span in find_identity_numbers(text):
        text = text[: span.start] + HIDDEN * (span.end - span.start) + text[span.end :]
    return text


def _is_valid(match: re.Match[str]) -> bool:
    from personnummer import personnummer  # noqa: PLC0415 - most texts hold no candidate at all

    before = match.string[max(0, match.start() - LOOK_BACK) : match.start()]
    if TELEPHONE.search(before):
        return False
    date = _digits(match["date"])
    sign = "+" if "+" in match["between"] else "-"
    return bool(personnummer.valid(f"{date}{sign}{_digits(match['number'])}"))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(character)) for character in text if character.isdecimal())
