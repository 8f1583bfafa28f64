"""The title of the notes: rule H2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.body_words import has_body_word
from samsyn.minutes.days import find_mentions
from samsyn.minutes.header.blanks import blanked
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.labels import Label
    from samsyn.minutes.lines import Line


_SUBJECT = re.compile(r"^(?:ämne|subject)\s*:\s*|(?<=:\s)(?:sv|vb|re|fw|fwd)\s*:\s*", re.IGNORECASE)
MENU = re.compile(r"(?:\[[^\]\n]{2,20}\]\s*){2,}")  # links of a page
_BEGUN = re.compile(r"§|\d+[.:)]\s")
_WORD = re.compile(r"\w{3,}")
_HEAD_FIELDS = frozenset({"present", "absent", "date", "time", "place", "place_and_time"})
_MISREAD = re.compile(r"(?<=[a-zåäö])[01](?=[a-zåäö])")
_TOP = 8
_LONGEST_TITLE = 140
_LONGEST_NAME = 70
PAGE_TAIL = re.compile(r"\s+\d{1,3}\s*\(\d{1,3}\)\s*$")
_COLUMN = re.compile(r"\S+(?:\s{1,2}\S+)*")


def has_title_word(words: str) -> bool:
    """Whether a word for notes or meetings is among the words."""
    return lexicon().whole_words("title", "words").search(words) is not None


def title_words(text: str) -> tuple[int, int]:
    """Where the title stands on its line: the column with a word for notes, without the page."""
    end = len(PAGE_TAIL.sub("", text))
    columns = [match.span() for match in _COLUMN.finditer(text, 0, end)]
    titled = [span for span in columns if has_title_word(text[slice(*span)])]
    return titled[0] if len(columns) > 1 and len(titled) == 1 else (0, end)


def is_notice(line: Line) -> bool:
    """Whether a line begins like the title of a notice of meeting."""
    return lexicon().whole_words("title", "notice").match(line.text) is not None


def subject_words(words: str) -> str:
    """The words of a mail's subject without its label and the signs of answers ("Ämne: SV: Möte")."""
    return _SUBJECT.sub("", words)


def find_title_line(lines: Sequence[Line]) -> int:
    """The position of the title among the lines; -1 where the notes have none.

    Rule H2: among the first lines the first that holds a word for notes or meetings and is no
    label; else the first, where it is a heading or names a body and a day.
    """
    page = lexicon().pattern("page_number")
    top = [at for at in range(min(_TOP, len(lines))) if not page.fullmatch(lines[at].text)]
    begun = False
    for at in top:
        label = find_label(lines[at])
        if label and label.field in _HEAD_FIELDS:
            break
        if label and label.field == "title" and _is_subject(lines[at], label):
            return at
        if lines[at].marker or _BEGUN.match(lines[at].text):
            begun = True
        elif _is_title(lines[at], begun=begun):
            return at
    if not top:
        return -1
    first = lines[top[0]]
    if begun:
        return top[0] if first.heading and _names_body_and_day(first) else -1
    return top[0] if first.heading or is_notice(first) or _names_body(first) else -1


def _names_body(line: Line) -> bool:
    """Whether a line tells who met, with a day or alone ("Föräldragruppen, torsdag 14 mars 2019")."""
    if len(line.text) > _LONGEST_TITLE or line.text.endswith((".", ",", ":")) or not has_body_word(line.text):
        return False
    if line.first and line.last and len(line.text) <= _LONGEST_NAME and find_label(line) is None:
        return True
    return _names_body_and_day(line)


def _names_body_and_day(line: Line) -> bool:
    """Whether a line tells a body and a day with its year ("Agenda arbetsgruppen 14 oktober 2026")."""
    return has_body_word(line.text) and any(
        mention.first and mention.year for mention in find_mentions(line.text)
    )


def _is_subject(line: Line, label: Label) -> bool:
    """Whether a label gives a mail's subject, with a meeting in it ("Ämne: Det vi sa på styrelsemötet")."""
    words = line.text[label.value_at :]
    return lexicon().search("meeting_told", words) is not None or has_title_word(words)


def read_letters(text: str) -> str:
    """The text with figures that text recognition took for letters within words put right (rule H17)."""
    return _MISREAD.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    """The letter that text recognition took for a figure (rule H17)."""
    return "i" if match[0] == "1" else "o"


def _is_title(line: Line, *, begun: bool) -> bool:
    """Whether a line holds a word for notes; where items have begun it must open the line."""
    if len(line.text) > _LONGEST_TITLE or (begun and line.text.endswith(".")) or MENU.search(line.text):
        return False
    words, text = lexicon().whole_words("title", "words"), read_letters(line.text)
    if not (words.match(text) if begun else words.search(text)):
        return False
    label = find_label(line)
    return label is None or line.heading or label.value_at < len(line.text)


def is_front_text(line: Line) -> bool:
    """Whether a heading only tells day, page or title, and so heads no item."""
    return (
        folded(line.text) in lexicon().words("title", "notice")
        or lexicon().pattern("page_number").fullmatch(line.text) is not None
        or _WORD.search(blanked(line.text)) is None
    )
