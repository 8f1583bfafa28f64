"""Labels: words that stand before a value and name it ("Datum:", "Närvarande", "Beslut:").

Rule H1: a label is followed by a colon or a gap, is bold, stands in square brackets, has a line or a cell of
its own, or is glued to a value that begins with a capital or, for times, a figure. Rule H17: letters that
text recognition takes for one another count as the same in labels ("Narvarande", "Beslul").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon, per_lexicon, words_pattern
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from samsyn.minutes.lines import Line

_MAX_LABEL = 60
_HEAD = 3
_MARKS = " .,:;\t*_~`"
_LISTS = frozenset({"present", "absent", "called"})
_DASHED = frozenset({"present", "absent"})
_TIMED = frozenset({"date", "time", "place_and_time", "next_meeting"})
_MIN_NOISY = 5
# Letters that text recognition takes for one another (rule H17).
_NOISE = str.maketrans(
    {
        **dict.fromkeys("0öô", "o"),
        **dict.fromkeys("1it!|j", "l"),
        **dict.fromkeys("åäàá", "a"),
        **dict.fromkeys("éc", "e"),
    }
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label on a line.

    Attributes:
        field: Which value it names: a list of `labels` in the lexicon.
        words: The label as written.
        value_at: Where the value begins in the line's text (its length where there is none).
    """

    field: str
    words: str
    value_at: int


class _Table:
    """The labels of one table of the lexicon, by word."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.fields: dict[str, str] = {}
        for field, words in lexicon().lists(name).items():
            for word in words:
                self.fields.setdefault(word, field)
        plain = [word for word in self.fields if "*" not in word]
        wild = [word for word in self.fields if "*" in word]
        self.heads = frozenset(noise_key(word[:_HEAD]) for word in plain)
        telling = (word.split()[0] for word in plain if self.fields[word] in _TELLING)
        self.telling = frozenset(word.capitalize() for word in telling)
        self.wild = [(re.compile(words_pattern([word])), self.fields[word]) for word in wild]
        self.tails = tuple(word.rsplit("*", 1)[1] for word in wild)
        self.plain = plain
        self.noisy = {
            noise_key(word): field for word, field in self.fields.items() if len(word) >= _MIN_NOISY
        }

    @cached_property
    def glued(self) -> re.Pattern[str]:
        """A label that runs into its value; made where a line may hold one."""
        glued = words_pattern(word for word in self.plain if len(word) > 5)
        short = words_pattern(
            word.capitalize() for word in self.plain if 3 <= len(word) <= 5 and word.isalpha()
        )
        timed = words_pattern(word.capitalize() for word in self.plain if self.fields[word] in _TIMED)
        return re.compile(
            rf"(?P<label>(?:(?i:{glued})|{short})(?=[A-ZÅÄÖ][a-zåäö])|(?:{timed or '(?!)'})(?=\d))"
        )

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """A label with a few words more before its colon; made where a line may hold one."""
        long = words_pattern(word for word in self.plain if len(word) > 6)
        return re.compile(rf"(?P<label>{long})(?:\s+\(?[\w&-]+\)?){{1,6}}\s*:", re.IGNORECASE)

    def may_begin(self, text: str) -> bool:
        """Whether the first letters of a text are those of a label: a quick look."""
        begin = text.lstrip(_MARKS)[:_MAX_LABEL].lower()
        head = _head_key(begin[:_HEAD])
        if head in self.heads or head[:2] in self.heads:
            return True
        for tail in self.tails:  # noqa: SIM110  three times as fast as any()
            if tail in begin:
                return True
        return False

    def field(self, key: str) -> str | None:
        """The field of a label in normal form."""
        found = self.fields.get(key)
        if found is None and self.tails and key.endswith(self.tails):
            found = next((field for pattern, field in self.wild if pattern.fullmatch(key)), None)
        if found is None and len(key) >= _MIN_NOISY:
            found = self.noisy.get(noise_key(key))
        return found


def noise_key(words: str) -> str:
    """Words in small letters, with one letter for those that text recognition mixes up (rule H17)."""
    return words.translate(_NOISE)


_head_key = lru_cache(maxsize=2048)(noise_key)  # of three letters: there are few


@per_lexicon
def _table(name: str) -> _Table:
    return _Table(name)


def field_of(words: str, table: str = "labels") -> str | None:
    """The field that a label names, None where the words are no label."""
    if len(words) > _MAX_LABEL + 10:
        return None
    key = folded(words)
    return _table(table).field(key) if 0 < len(key) <= _MAX_LABEL else None


_SIGN = re.compile(r"[:\s](?:(?<=[:\t])|\s)")
_BEFORE_VALUE = re.compile(
    r"^(?P<label>[^\n:.]{1,60}?\.?)\s*(?::\s*(?:\*\*\s*)?|\t\s*|\s{2,})(?P<value>.*)$", re.DOTALL
)


def find_label(line: Line, table: str = "labels") -> Label | None:
    """The label that a line begins with, None where there is none; a line keeps what was found."""
    if table not in line.labels:
        line.labels[table] = _find(line.text, line.bold_end, _table(table))
    return line.labels[table]


def label_in(text: str) -> Label | None:
    """The label of the head that some words begin with."""
    return _find(text, 0, _table("labels"))


def _find(text: str, bold_end: int, table: _Table) -> Label | None:
    if text.startswith("["):
        return _tagged(text, table.name)
    if not table.may_begin(text):
        return None
    return (
        _in_bold(text, bold_end, table.name)
        or _before_sign(text, table.name)
        or _alone(text, table.name)
        or _before_dash(text, table)
        or _extended(text, table)
        or _before_telling_value(text, table)
    )


_TELLING = {
    "date": re.compile(r"\d|(?:mån|tis|ons|tors|fre|lör|sön)dag|den \d", re.IGNORECASE),
    "time": re.compile(r"\d|kl\b|klockan\b|(?:mån|tis|ons|tors|fre|lör|sön)dag", re.IGNORECASE),
    "place_and_time": re.compile(r"[A-ZÅÄÖ\d]|(?:mån|tis|ons|tors|fre|lör|sön)dag|den \d|kl\b"),
    "place": re.compile(r"[A-ZÅÄÖ][^.!?]{2,60}$"),
    "chair": re.compile(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?(?: \([^)]*\))?$"),
    "secretary": re.compile(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?(?: \([^)]*\))?$"),
    "adjuster": re.compile(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?(?: \([^)]*\))?$"),
    "present": re.compile(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+(?:,| \(| och |$)"),
    "absent": re.compile(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+(?:,| \(| och |$)"),
}
_MOST_LABEL_WORDS = 4


def _before_telling_value(text: str, table: _Table) -> Label | None:
    """A label with nothing but a space before a value that can be no other ("Datum 2025-05-13")."""
    if table.name != "labels" or text.partition(" ")[0] not in table.telling:
        return None
    words = text.split(" ", _MOST_LABEL_WORDS)
    for count in range(min(_MOST_LABEL_WORDS, len(words) - 1), 0, -1):
        label = " ".join(words[:count])
        field = field_of(label) if label[:1].isupper() else None
        if field in _TELLING:
            at = len(label) + 1
            return Label(field, label, at) if _TELLING[field].match(text[at:]) else None
    return None


_TAG = re.compile(r"(?P<tag>\[(?P<label>[^\]\n]{2,40})\])\s*:?\s*")


def _tagged(text: str, table: str) -> Label | None:
    match = _TAG.match(text)
    field = field_of(match["label"], table) if match else None
    return Label(field, match["tag"], match.end()) if match and field else None


def _in_bold(text: str, bold_end: int, table: str) -> Label | None:
    if not 0 < bold_end < len(text):
        return None
    words = text[:bold_end]
    field = field_of(words, table)
    return Label(field, words.strip(), bold_end + _lead(text[bold_end:])) if field else None


_LEAD = re.compile(r"[ :\t\n]*(?:[–—-]\s+)?")


def _lead(rest: str) -> int:
    match = _LEAD.match(rest)
    return match.end() if match else 0


def _before_sign(text: str, table: str) -> Label | None:
    match = _BEFORE_VALUE.match(text) if _SIGN.search(text) else None
    field = field_of(match["label"], table) if match else None
    return Label(field, match["label"], match.start("value")) if match and field else None


_BEFORE_DASH = re.compile(r"(?P<label>[A-ZÅÄÖ][^\n:.–—]{1,40}?)\s+[–—-]\s+(?P<value>\S.*)$", re.DOTALL)


def _before_dash(text: str, table: _Table) -> Label | None:
    """A label of a list or of the head before a dash ("Deltagare – Rut Vifell")."""
    match = _BEFORE_DASH.match(text) if table.name == "labels" else None
    field = field_of(match["label"], table.name) if match else None
    return Label(field, match["label"], match.start("value")) if match and field in _DASHED else None


def _alone(text: str, table: str) -> Label | None:
    field = field_of(text, table)
    return Label(field, text.rstrip(": "), len(text)) if field else None


_GLUED = re.compile(r"[^\s\d/(–-](?=\d|[A-ZÅÄÖ][a-zåäö])")  # no label ends in the signs of days and brackets


def _extended(text: str, table: _Table) -> Label | None:
    """A label glued to its value, or with a few words more before its colon."""
    glued = table.glued.match(text) if _GLUED.search(text, 0, 2 * _MAX_LABEL) else None
    if glued:
        return Label(field_of(glued["label"], table.name) or "other", glued["label"], glued.end())
    match = table.opening.match(text) if table.name == "labels" and ":" in text[:90] else None
    if match is None:
        return None
    field = field_of(match["label"], table.name)
    if field not in _LISTS:
        return None
    return Label(field, text[: match.end()].rstrip(": "), match.end() + _lead(text[match.end() :]))
