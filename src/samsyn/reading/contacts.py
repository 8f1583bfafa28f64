"""E-mail addresses and telephone numbers in running text, to be left out of what all may read.

Telephone numbers are found as they are written in Sweden: an area code of two to four digits, or +46, and
five to eight digits more, with blanks, hyphens or a stroke between; or any digits after a word such as *tel*.
Times (`0830-1000`) and days (`08-03-2026`) are none. Foreign numbers are found only behind a plus sign.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from samsyn.reading.documents import Span

EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
GAP = r"[\s ]?[-–/]?[\s ]?"
DIGITS = rf"\d(?:{GAP}\d){{5,8}}"
TELEPHONE = re.compile(
    rf"""
    (?<![\d.,:/+-])
    (?:
      \+\d{{1,3}}{GAP}(?:\(0\){GAP})?{DIGITS}
      | (?!\d\d-\d\d-\d{{4}}\b) (?![0-2]\d[0-5]\d\s?[-–]\s?[0-2]\d[0-5]\d(?!\d))
        (?:08|0[1-9]\d{{1,2}}){GAP}\d(?:{GAP}\d){{4,7}}
    )
    (?!\d)
    | (?:(?<=\btel)|(?<=\btelefon)|(?<=\bmobil)|(?<=\btfn)|(?<=\bväxel)|(?<=\banknytning))
      (?:nr|nummer)?[\s:.]{{0,3}} (?P<own>\d(?:{GAP}\d){{3,}})
    """,
    re.VERBOSE | re.IGNORECASE,
)


class ContactKind(StrEnum):
    """What can be used to reach somebody."""

    EMAIL = "email"
    TELEPHONE = "telephone"


class Contact(NamedTuple):
    """A place in a text where it says how somebody is reached."""

    kind: ContactKind
    at: Span


def find_contacts(text: str) -> tuple[Contact, ...]:
    """Where e-mail addresses and telephone numbers stand in a text, in order.

    Args:
        text: Any text.

    Returns:
        A place for each, as written; they do not overlap.
    """
    emails = [Contact(ContactKind.EMAIL, Span(*match.span())) for match in EMAIL.finditer(text)]
    numbers = [
        Contact(ContactKind.TELEPHONE, Span(*match.span("own" if match["own"] else 0)))
        for match in TELEPHONE.finditer(text)
    ]
    apart = [
        one
        for one in numbers
        if not any(one.at.start < other.at.end and other.at.start < one.at.end for other in emails)
    ]
    return tuple(sorted([*emails, *apart], key=lambda one: one.at))
