"""Swedish identity numbers in running text, so that they can be stopped at every door.

Found are personnummer and samordningsnummer (day + 60) with a real date and a right check digit, as
people write them: `YYYYMMDD-NNNN`, `YYMMDD-NNNN`, both without the hyphen, with `+` for those over a
hundred, with spaces or a line break at or instead of the hyphen, with any dash, a stroke or a point for
it, with hyphens, points, strokes or spaces within the date, in rows with nothing but a comma or stroke
between, and with invisible characters anywhere.

A wrong check digit is not reported: that is what tells a number from a pair of dates. What is left
is a chance of one in ten that ten digits which begin with a real date (a case number, a time straight
after a day: `260410 1230`) are taken for a number. The file is then stopped for no reason and the
message says where; the other mistake would let a child's number into the register. Not reported,
though it would fit: digits straight after "tel", "telefon" or "mobil", unless six digits and a hyphen
stand there and the first is no nought, and digits that go on after the number (`250401-250630`,
`260410 1000-1200`).
"""

from __future__ import annotations

import re
import unicodedata

from samsyn.reading.documents import Span

# Marks of direction, joiners, fillers, selectors and controls: they show nothing between two digits.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
DASH = r"[-+_~‐‑‒–—―−⁃﹣－֊־⁻─⸺⸻ー﹘]"
GAP = r"[^\S\n]{0,2}\n?[^\S\n]{0,2}"
WITHIN = rf"(?:{DASH}|[./]|[^\S\n])"
CANDIDATE = re.compile(
    rf"""
    (?P<date>\d(?<!\d\d)  # looks back only where there is a digit
    (?:\d\d)?\d(?:\d\d\d\d|{WITHIN}\d\d{WITHIN}\d\d(?=[^\S\n]?{DASH})))
    (?P<between>{GAP}{DASH}{{1,2}}{GAP}|{GAP}|[/.·])
    (?P<number>\d{{4}})
    (?!\d)
    """,
    re.VERBOSE,
)
TELEPHONE = re.compile(
    r"(?:\btel(?:efon)?|\bmobil(?:telefon)?|\bfax)(?:nr|nummer)?[\s:.]{0,3}$", re.IGNORECASE
)
# What digits may be joined to: they are then part of a stretch of time, a sum, a case number.
BEFORE, AFTER = re.compile(r"(\d+)([-–.,:/])$"), re.compile(r"([-–.,:/])(\d+)")
SHORTEST = 6  # as many digits as the next number of a row begins with
LOOK_BACK = 24
HIDDEN = "•"


def find_identity_numbers(text: str) -> tuple[Span, ...]:
    """Where identity numbers stand in a text, in order.

    Args:
        text: Any text: a note, a field of a form, a file name.

    Returns:
        A span for each number, as written, including what stands inside it.
    """
    if not INVISIBLE.search(text):
        return tuple(Span(*match.span()) for match in CANDIDATE.finditer(text) if _is_valid(match))
    kept = [place for place, character in enumerate(text) if not INVISIBLE.match(character)]
    found = find_identity_numbers("".join(text[place] for place in kept))
    return tuple(Span(kept[span.start], kept[span.end - 1] + 1) for span in found)


def hide_identity_numbers(text: str) -> str:
    """The text with a dot for each character of an identity number, for messages and logs."""
    for span in find_identity_numbers(text):
        text = text[: span.start] + HIDDEN * (span.end - span.start) + text[span.end :]
    return text


def _is_valid(match: re.Match[str]) -> bool:
    from personnummer import personnummer  # noqa: PLC0415 - most texts hold no candidate at all

    date, between = _digits(match["date"]), match["between"]
    if not _stands_alone(match) or _is_telephone(match):
        return False
    sign = "+" if "+" in between else "-"
    return bool(personnummer.valid(f"{date}{sign}{_digits(match['number'])}"))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether the digits are a number of their own, and no part of a longer one."""
    before = match.string[max(0, match.start() - LOOK_BACK) : match.start()]
    is_parted = bool(match["between"].strip())
    if not is_parted and before.endswith("+"):
        return False
    joined, after = BEFORE.search(before), AFTER.match(match.string, match.end())
    bare = bool(match["between"]) and not is_parted
    return not (
        (joined and _is_part(joined[2], joined[1], bare=bare, least=4))
        or (after and _is_part(after[1], after[2], bare=bare, least=SHORTEST))
    )


def _is_part(sign: str, digits: str, *, bare: bool, least: int) -> bool:
    """Whether digits joined by a sign make a number part of something longer (`260410 1000-1200`)."""
    return len(digits) < least and (bare or sign in "-–")


def _is_telephone(match: re.Match[str]) -> bool:
    """Telephones begin with a nought where a hyphen follows the sixth digit."""
    before = match.string[max(0, match.start() - LOOK_BACK) : match.start()]
    is_parted = bool(match["between"].strip())
    return bool(TELEPHONE.search(before)) and (not is_parted or match["date"].startswith("0"))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(character)) for character in text if character.isdecimal())
