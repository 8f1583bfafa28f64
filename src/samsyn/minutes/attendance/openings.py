"""Lists of people opened by words that are no set label, or by names with marks (rule A23).

"Vilka kom? Rut, Tage", "Hört av sig att de inte kunde: Siv", "Rut Vifell X" above "Tage Wrangmark X".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import begins_with_name, behind_role, given_length, group_before
from samsyn.minutes.attendance.names import (
    initials_of,
    is_given_name,
    is_name,
    is_organisation_word,
    place_length,
)
from samsyn.minutes.attendance.pieces import bare_words, segments
from samsyn.minutes.labels import Label, find_label
from samsyn.minutes.lexicon import lexicon, remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_SIGN = re.compile(r"(?P<sign>[:?]|\s[–—-])(?:\s+|$)")
_LONGEST = 90  # letters before the sign
_MOST_WORDS = 11
_LEGEND = re.compile(r"(?P<letters>[A-ZÅÄÖ]{2,4})\s?=\s?(?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)+)")
_LONGEST_INITIALS = 6
_CROSSED = re.compile(r".+\s[Xx✓✔](?=\s*(?:$|,|\())")


def loose_label(lines: Sequence[Line], at: int) -> Label | None:
    """The words that open a list on a line, with names behind them or below."""
    line = lines[at]
    if line.cell is not None or line.marker:
        return None
    sign = _SIGN.search(line.text, 0, _LONGEST)
    head = line.text[: sign.start()] if sign else ""
    field = _field(head) if head and len(head.split()) <= _MOST_WORDS else None
    if field is None or sign is None:
        return None
    behind = line.text[sign.end() :]
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return Label(field, head, sign.end()) if gives_names(behind or below) else None


@remembered
def _field(head: str) -> str | None:
    """What the words before a sign tell of the people behind it."""
    if lexicon().search("opens_absent", head):
        return "absent"
    return "present" if lexicon().search("opens_present", head) else None


@remembered
def gives_names(text: str) -> bool:
    """Whether at least half of the pieces of a text are names, given names that are known among them."""
    pieces = [bare_words(piece.text) for piece in segments(text, 0)]
    names = sum(1 for words in pieces if words and is_named(words))
    return 0 < len(pieces) <= names * 2


@remembered
def is_named(words: str) -> bool:
    """Whether words name a person: in full, behind a role, or by a given name that is known."""
    if is_name(words) or behind_role(words) or begins_with_name(words):
        return True
    first = words.split(maxsplit=1)[0].casefold()
    known = first in lexicon().words("persons", "given_names")
    return known and (is_given_name(words) or given_length(words) > 0)


def begins_legend(line: Line) -> bool:
    """Whether a line tells whose initials some letters are ("RV = Rut Vifell, Trosa")."""
    match = _LEGEND.match(line.text) if "=" in line.text[:_LONGEST_INITIALS] else None
    return match is not None and match["letters"] in initials_of(match["name"]) and is_name(match["name"])


def begins_groups(lines: Sequence[Line], at: int) -> bool:
    """Whether this line and the next give people from an organisation each ("Trosa: Rut Vifell, Jon Ek")."""
    return len(lines) > at + 1 and all(_is_group(line) for line in lines[at : at + 2])


def _is_group(line: Line) -> bool:
    match = group_before(line.text) if line.cell is None and ":" in line.text else None
    if match is None or find_label(line) is not None:
        return False
    words = match["group"].split()
    known = place_length(words) >= len(words) or is_organisation_word(words[-1])
    return known and gives_names(line.text[match.end() :])


def begins_crosses(lines: Sequence[Line], at: int) -> bool:
    """Whether this line and the next give a person each, with a cross behind the name."""
    return all(
        line.cell is None and _CROSSED.match(line.text) is not None and begins_with_name(line.text[:-1])
        for line in lines[at : at + 2]
    )
