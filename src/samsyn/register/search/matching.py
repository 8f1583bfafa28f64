"""The texts that a question finds, as numbers, and the meetings that the numbers belong to.

Sets of numbers are Roaring bitmaps: a million numbers are joined, met and counted within a millisecond, and
alike whatever the database.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import connection
from pyroaring import BitMap

from samsyn.register.models import IndexedMeeting, Meeting, SourceVersion, Statement
from samsyn.register.protection import hidden_from_all
from samsyn.register.search.expanding import Vocabulary, expand
from samsyn.register.search.layout import Span, bodies_of, read_layout, with_hits
from samsyn.register.search.texts import read_texts
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.register.search.layout import Layout
    from samsyn.register.search.questions import Question
    from samsyn.register.search.texts import MeetingTexts
    from samsyn.register.sight import Sight

ON_SERVER = "SELECT word_id, numbers FROM register_posting WHERE word_id = ANY(%s)"
IN_FILE = """
    SELECT word_id, numbers FROM register_posting WHERE word_id IN (SELECT value FROM json_each(%s))
"""
UNINDEXED = 1 << 31  # numbers of texts that have not been taken in begin here


@dataclass(slots=True)
class Matches:
    """What a question finds.

    Attributes:
        numbers: Of the texts.
        layout: Where the texts of the register stand, those that have not been taken in as well.
        words: Every word that counts as found.
        missing: Words asked for that stand nowhere.
        statements: Ids of the statements of meetings that have not been taken in.
        unindexed: The words of those meetings.
    """

    numbers: BitMap
    layout: Layout
    words: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    statements: dict[int, list[int]] = field(default_factory=dict)
    unindexed: set[str] = field(default_factory=set)


def find_matches(question: Question, *, sees: Sight) -> Matches:
    """Everything that holds all that is asked for.

    Args:
        question: What is asked.
        sees: Which unfinished notes may be found.
    """
    fresh = _Unindexed.read()
    meant, vocabulary = expand(question, unindexed=fresh.words)
    clauses = [*meant.values(), *({word} for phrase in question.phrases for word in phrase)]
    postings = _postings(clauses, vocabulary)
    sets = [
        _joined(postings[word] for word in clause if word in postings) | fresh.holding(clause)
        for clause in clauses
    ]
    layout = fresh.placed_in(read_layout())
    found = Matches(
        _seen(BitMap.intersection(*sets), layout, sees),
        layout,
        frozenset().union(*clauses),
        tuple(word for word, words in meant.items() if not words),
        fresh.statements,
        fresh.words,
    )
    if question.phrases:
        _keep_phrases(found, question.phrases)
    return found


def _seen(numbers: BitMap, layout: Layout, sees: Sight) -> BitMap:
    """The numbers of texts as they are now that may be shown."""
    shown = numbers & layout.live
    hidden = sees.hidden_ids()
    for span in layout.spans if hidden else ():
        if span.meeting in hidden:
            shown.remove_range(span.first, span.end)
    return shown


@dataclass(slots=True)
class _Unindexed:
    """Texts of meetings that have not been taken in, with numbers for this one question."""

    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    texts: dict[int, set[str]] = field(default_factory=dict)
    kinds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    statements: dict[int, list[int]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    @classmethod
    def read(cls) -> _Unindexed:
        marked = IndexedMeeting.objects.filter(first=None).order_by("meeting_id")
        read, number = cls(), UNINDEXED
        for meeting, texts in sorted(read_texts(list(marked.values_list("meeting_id", flat=True))).items()):
            number = read._add(meeting, texts, number)
        return read

    def _add(self, meeting: int, texts: MeetingTexts, first: int) -> int:
        number = first
        for number, (text, kind) in enumerate(texts, first):
            self.texts[number] = set(words_of(text))
            self.words |= self.texts[number]
            self.kinds[kind].append(number)
        self.spans[meeting] = first, number + 1
        self.statements[meeting] = [pk for pk, _, _ in texts.said]
        return number + 1

    def holding(self, words: set[str]) -> BitMap:
        return BitMap([number for number, held in self.texts.items() if not held.isdisjoint(words)])

    def placed_in(self, layout: Layout) -> Layout:
        """A layout with these meetings in it."""
        if not self.spans:
            return layout
        placed, bodies = layout.copy(), bodies_of(list(self.spans))
        days = dict(Meeting.objects.filter(pk__in=self.spans).order_by().values_list("pk", "start_on"))
        for meeting, (first, end) in self.spans.items():
            placed.insert(Span(meeting, first, end, days[meeting]), bodies.get(meeting, ()))
        for kind, numbers in self.kinds.items():
            placed.kinds[kind].update(numbers)
        return placed


def _postings(clauses: Iterable[set[str]], vocabulary: Vocabulary) -> dict[str, BitMap]:
    """The numbers of each word that is meant; one question to the database."""
    wanted = {vocabulary.ids[word]: word for clause in clauses for word in clause if word in vocabulary.ids}
    stored: dict[str, list[BitMap]] = defaultdict(list)
    for word, numbers in _stored(list(wanted)):
        stored[wanted[word]].append(BitMap.deserialize(bytes(numbers)))
    return {word: _joined(numbers) for word, numbers in stored.items()}


def _stored(words: list[int]) -> list[tuple[int, bytes]]:
    """The rows of some words, asked for plainly: a common word stands for thousands."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(ON_SERVER, [words])
        else:
            cursor.execute(IN_FILE, [json.dumps(words)])
        return list(cursor.fetchall())


def _joined(sets: Iterable[BitMap]) -> BitMap:
    several = list(sets)
    return BitMap.union(*several) if several else BitMap()


def locate(hit: Iterable[tuple[Span, list[int]]], known: dict[int, list[int]]) -> list[Place]:
    """The meeting and statement that each number belongs to.

    Args:
        hit: Meetings with some of their numbers.
        known: Ids of the statements of meetings that have not been taken in.
    """
    found = list(hit)
    asked = [span.meeting for span, _ in found if span.meeting not in known]
    rows = IndexedMeeting.objects.filter(meeting__in=asked)
    statements = dict(rows.values_list("meeting_id", "statements")) | known
    return [
        Place(
            number,
            span.meeting,
            statements[span.meeting][number - span.first - 1] if number > span.first else None,
        )
        for span, numbers in found
        for number in numbers
    ]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text belongs: a meeting's notes, or one of its statements."""

    number: int
    meeting: int
    statement: int | None


def _keep_phrases(found: Matches, phrases: Sequence[Sequence[str]]) -> None:
    """Keep the texts in which the words of the phrases follow each other."""
    places = locate(with_hits(found.numbers, found.layout.spans), found.statements)
    mask = hidden_from_all().mask
    rows = Statement.objects.filter(pk__in=[one.statement for one in places if one.statement])
    columns = rows.values_list("pk", "text", "owner_name")
    said = {pk: mask.blot(f"{text} {owner}") for pk, text, owner in columns}
    read = read_notes([one.meeting for one in places if one.statement is None])
    notes = {meeting: mask.blot(text) for meeting, text in read.items()}
    found.numbers = BitMap([
        one.number
        for one in places
        if _follows(said.get(one.statement, "") if one.statement else notes.get(one.meeting, ""), phrases)
    ])  # fmt: skip


def read_notes(meetings: Sequence[int]) -> dict[int, str]:
    """The notes of some meetings, by id."""
    versions = SourceVersion.objects.filter(is_current=True, meeting__in=meetings)
    return dict(versions.values_list("meeting_id", "text"))


def _follows(text: str, phrases: Sequence[Sequence[str]]) -> bool:
    joined = f" {' '.join(words_of(text))} "
    return all(f" {' '.join(phrase)} " in joined for phrase in phrases)
