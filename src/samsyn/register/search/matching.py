"""The texts that a question finds, as numbers, and the meetings that the numbers belong to.

Sets of numbers are Roaring bitmaps: a million numbers are joined, met and counted within a millisecond, and
alike whatever the database.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import F
from pyroaring import BitMap

from samsyn.register.models import IndexedMeeting, Posting, SourceVersion, Statement
from samsyn.register.search.expanding import Vocabulary, expand
from samsyn.register.search.keeping import KIND
from samsyn.register.search.texts import read_texts
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samsyn.register.search.questions import Question
    from samsyn.register.search.texts import MeetingTexts
    from samsyn.register.sight import Sight

UNINDEXED = 1 << 31  # numbers of texts that have not been taken in begin here


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers of one meeting's texts; the first is that of its notes."""

    meeting: int
    first: int
    end: int
    start_on: date | None


@dataclass(slots=True)
class Matches:
    """What a question finds.

    Attributes:
        numbers: Of the texts.
        kinds: Numbers of all texts by their kind.
        spans: The meetings, in the order in which hits are shown: latest first, those without a day last.
        words: Every word that counts as found.
        missing: Words asked for that stand nowhere.
        statements: Ids of the statements of meetings that have not been taken in.
        unindexed: The words of those meetings.
    """

    numbers: BitMap
    kinds: dict[str, BitMap]
    spans: list[Span]
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
    fresh.add_kinds(postings)
    sets = [
        _joined(postings[word] for word in clause if word in postings) | fresh.holding(clause)
        for clause in clauses
    ]
    numbers = BitMap.intersection(*sets) if sets else BitMap()
    found = Matches(
        numbers,
        {word[1:]: numbers for word, numbers in postings.items() if word[0] == KIND},
        _spans(fresh, sees=sees),
        frozenset().union(*clauses),
        tuple(word for word, words in meant.items() if not words),
        fresh.statements,
        fresh.words,
    )
    if question.phrases:
        _keep_phrases(found, question.phrases)
    return found


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

    def add_kinds(self, postings: dict[str, BitMap]) -> None:
        for kind, numbers in self.kinds.items():
            postings[KIND + kind] = postings.get(KIND + kind, BitMap()) | BitMap(numbers)


def _postings(clauses: Iterable[set[str]], vocabulary: Vocabulary) -> dict[str, BitMap]:
    """The numbers of each word that is meant and of each kind of text; one question to the database."""
    wanted = {vocabulary.ids[word]: word for clause in clauses for word in clause if word in vocabulary.ids}
    wanted |= {id_: word for word, id_ in vocabulary.ids.items() if word[0] == KIND}
    stored: dict[str, list[BitMap]] = defaultdict(list)
    for word, numbers in Posting.objects.filter(word__in=wanted).values_list("word_id", "numbers"):
        stored[wanted[word]].append(BitMap.deserialize(bytes(numbers)))
    return {word: _joined(numbers) for word, numbers in stored.items()}


def _joined(sets: Iterable[BitMap]) -> BitMap:
    several = list(sets)
    return BitMap.union(*several) if several else BitMap()


def _spans(fresh: _Unindexed, *, sees: Sight) -> list[Span]:
    """The meetings whose texts may be shown, in order."""
    rows = IndexedMeeting.objects.filter(sees.seen())
    rows = rows.order_by(F("meeting__start_on").desc(nulls_last=True), "-meeting_id")
    spans = []
    for meeting, first, n_texts, start_on in rows.values_list(
        "meeting_id", "first", "n_texts", "meeting__start_on"
    ):
        if first is not None:
            spans.append(Span(meeting, first, first + n_texts, start_on))
        elif meeting in fresh.spans:
            spans.append(Span(meeting, *fresh.spans[meeting], start_on))
    return spans


def locate(numbers: Iterable[int], spans: Sequence[Span], known: dict[int, list[int]]) -> list[Place]:
    """The meeting and statement that each number belongs to, in the order of the spans."""
    wanted = BitMap(numbers)
    hit = [span for span in spans if wanted.range_cardinality(span.first, span.end)]
    rows = IndexedMeeting.objects.filter(meeting__in=[one.meeting for one in hit if one.meeting not in known])
    statements = dict(rows.values_list("meeting_id", "statements")) | known
    return [
        Place(
            number,
            span.meeting,
            statements[span.meeting][number - span.first - 1] if number > span.first else None,
        )
        for span in hit
        for number in _within(wanted, span)
    ]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text belongs: a meeting's notes, or one of its statements."""

    number: int
    meeting: int
    statement: int | None


def _within(numbers: BitMap, span: Span) -> list[int]:
    return list(numbers & BitMap(range(span.first, span.end)))


def _keep_phrases(found: Matches, phrases: Sequence[Sequence[str]]) -> None:
    """Keep the texts in which the words of the phrases follow each other."""
    places = locate(found.numbers, found.spans, found.statements)
    said = dict(
        Statement.objects.filter(pk__in=[one.statement for one in places if one.statement]).values_list(
            "pk", "search_text"
        )
    )
    notes = read_notes([one.meeting for one in places if one.statement is None])
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
