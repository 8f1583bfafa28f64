"""Which bodies met: rules B1 (label), B2 (title), B3 (project name above), B4 (letterhead)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name, is_organisation_word
from samsyn.minutes.days import find_mentions
from samsyn.minutes.header.fields import fields_of
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon, words_pattern
from samsyn.minutes.records import Certainty, Found
from samsyn.minutes.texts import lower, normal, words_around
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.header.parts import Header
    from samsyn.minutes.lines import Line
    from samsyn.reading import Document


_GROUP_NAME = re.compile(r"(?:\s+[A-ZÅÄÖ][\wåäö]+){1,3}")
_MIN_MENTION = 7  # letters: a mere "grupp" or "råd" is too weak


def has_body_word(words: str) -> bool:
    """Whether the words name a body by their head word."""
    return bool(_body_words(lower(words)))


def body_mentions(text: str) -> list[Span]:
    """Places of words that name a body: the head word and, for named groups, what follows it.

    "beredningsgrupp hjälpmedel" and "Arbetsgrupp Norra Barn" take the words that name the group;
    "skolchefsnätverket" stands alone. A mere "grupp" or "råd" is too weak to be a mention.
    """
    found = []
    for word in _body_words(lower(text)):
        head = text[slice(*word)]
        if len(head) < _MIN_MENTION and not head.isupper():
            continue
        name = None if lexicon().pattern("definite").search(head) else _GROUP_NAME.match(text, word.end)
        found.append(Span(word.start, name.end() if name else word.end))
    return found


def _body_words(lowered: str) -> list[Span]:
    """The words that end like a body's name, in any form ("skolchefsnätverket", "länsstyrgrupp")."""
    return [
        word
        for word in words_around(lexicon().tables["bodies"]["stems"], lowered)
        if lexicon().pattern("body_word").fullmatch(lowered, *word)
    ]


@cache
def _title_words() -> re.Pattern[str]:
    words = [
        word for word in lexicon().words("title", "words") if word not in {"möte", "*möte", "träff", "*träff"}
    ]
    return re.compile(r"(?<!\w)(?:" + words_pattern(words) + r")(?!\w)", re.IGNORECASE)


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(
        r"^(?:(?:" + words_pattern(lexicon().words("title", "filler")) + r")(?!\w)[\s,:–-]*)+", re.IGNORECASE
    )


_MEETING = re.compile(r"^(?P<body>[\wåäöÅÄÖ-]+?)s?(?:möte|mötet|träff|sammanträde)$", re.IGNORECASE)
_PAIR = re.compile(r"\s+(?:och|samt|&)\s+|\s*/\s*")


def read_bodies(
    document: Document, front: Sequence[Line], aside: Sequence[Line], header: Header
) -> tuple[Found[str], ...]:
    """The bodies that met, in the order named; empty where the notes do not tell."""
    for each in fields_of(front):
        if each.name == "body":
            words = each.text.rstrip(" .")
            return (Found(normal(words), words, Span(each.start, each.start + len(words)), "B1"),)
    above = [line for line in front[: max(0, header.title_line)] if _may_be_body(line)]
    below = (
        [line for line in front[header.title_line + 1 : header.title_line + 4] if _may_be_body(line)]
        if header.title_line >= 0
        else []
    )
    titled = _from_title(front, header, above) or _held_with(front)
    if titled and any(has_body_word(found.value) for found in titled):
        return titled
    for line in (*above, *below, *aside):
        if has_body_word(line.text) and _may_be_body(line):
            return (_joined(document, line, front, "B4"),)
    if titled:
        return titled
    organisations = [
        line for line in (*above, *below) if line in above or is_organisation_word(line.text.split()[-1])
    ]
    organisations = organisations or (
        below[:1] if header.title and len(header.title.value.split()) == 1 else []
    )
    return (_joined(document, organisations[0], front, "B4"),) if organisations else ()


def _may_be_body(line: Line) -> bool:
    if (
        find_label(line)
        or line.marker
        or line.cell
        or re.search(r"\S\s{3,}\S", line.text)
        or len(line.text) > 90
        or line.text.endswith(".")
    ):
        return False
    if re.match(r"[\d§(]|dnr\b|sid|text\b|https?:", line.text, re.IGNORECASE) or (
        is_name(normal(line.text)) and not has_body_word(line.text)
    ):
        return False
    return not _title_words().match(line.text) and not any(
        mention.first for mention in find_mentions(line.text)
    )


def _whole(line: Line, rule: str) -> Found[str]:
    words = line.text.strip("*_ ")
    start = line.start + line.text.index(words)
    return Found(normal(words), words, Span(start, start + len(words)), rule, Certainty.LIKELY)


def _joined(document: Document, line: Line, lines: Sequence[Line], rule: str) -> Found[str]:
    """A letterhead whose last word is broken over two lines."""
    following = next(
        (other for other in lines if other.start > line.start and other.block == line.block), None
    )
    if not line.text.endswith("-") or following is None:
        return _whole(line, rule)
    words = document.text[line.start : following.end]
    return Found(
        re.sub(r"-\s*\n\s*", "", words), words, Span(line.start, following.end), rule, Certainty.LIKELY
    )


def _from_title(front: Sequence[Line], header: Header, above: Sequence[Line]) -> tuple[Found[str], ...]:
    """What is left of the title without words for notes, day and place (rule B2)."""
    if header.title is None:
        return ()
    line = front[header.title_line]
    start, end = _rest_of_title(line, header)
    words = line.text[start:end]
    meeting = _MEETING.match(words)
    if meeting and above and not has_body_word(above[-1].text):
        project = _whole(above[-1], "B3")
        return (
            Found(
                f"{meeting['body'].capitalize()} {project.value}",
                project.words,
                project.span,
                "B3",
                Certainty.LIKELY,
            ),
        )
    if meeting and has_body_word(meeting["body"]):
        end = start + meeting.end("body")
        words = line.text[start:end]
    if len(re.findall(r"[^\W\d_]", words)) < 3 or (not has_body_word(words) and above):
        return ()
    return tuple(_pair(words, line.start + start))


_HELD_WITH = re.compile(
    r"\b(?:fört|förda|hållet|möte) (?:vid|med|i|för) (?P<body>[A-ZÅÄÖ][^\d,\n]{3,60}?)(?=\s*(?:\d|,|den\b|$))"
)


def _held_with(front: Sequence[Line]) -> tuple[Found[str], ...]:
    """The body in words such as "Protokoll fört vid …" on one of the first lines."""
    for line in front[:6]:
        match = _HELD_WITH.search(line.text)
        if match:
            return (
                Found(
                    normal(match["body"]),
                    match["body"],
                    Span(line.start + match.start("body"), line.start + match.end("body")),
                    "B2",
                    Certainty.LIKELY,
                ),
            )
    return ()


def _rest_of_title(line: Line, header: Header) -> tuple[int, int]:
    """The stretch of the title that is neither a word for notes nor day, time or place."""
    text = line.text
    end = len(text)
    for mention in find_mentions(text):
        if mention.first and mention.start:
            end = min(end, mention.start)
    words = _title_words().search(text[:end])
    start = 0
    if words and (words.start() <= 2 or re.match(r"\s*(?:från|för|vid|i|med)\b", text[words.end() :])):
        start = words.end()
    elif words:
        end = words.start()
    filler = _filler().match(text[start:end].lstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    start += filler.end() if filler else 0
    while start < end and text[start] in " ,:–—-.":
        start += 1
    kept = re.sub(
        r"[\s,:(–—-]+(?:den|nr\s*\d*|på|i|kl|tisdag\w*|måndag\w*|onsdag\w*|torsdag\w*|fredag\w*)?[\s,:(–—-]*$",
        "",
        text[start:end],
        flags=re.IGNORECASE,
    )
    return start, start + len(kept)


def _pair(words: str, start: int) -> list[Found[str]]:
    """Two bodies where both sides of "och" name one ("skolchefsnätverket och Länsstyrgruppen")."""
    cut = _PAIR.search(words)
    if cut and all(has_body_word(side) for side in (words[: cut.start()], words[cut.end() :])):
        return [
            Found(normal(words[: cut.start()]), words[: cut.start()], Span(start, start + cut.start()), "B2"),
            *_pair(words[cut.end() :], start + cut.end()),
        ]
    certainty = Certainty.CLEAR if has_body_word(words) else Certainty.LIKELY
    return [Found(normal(words), words, Span(start, start + len(words)), "B2", certainty)]
