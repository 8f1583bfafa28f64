"""Keep the index: a change marks its meeting at once; its words are taken in a little later, many together.

A marked meeting is searched as it is, so that a search sees every change that it could see in the register.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from pyroaring import BitMap

from samsyn.register.intake.inserting import append_drafts, insert_columns, take_ids, update_columns
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.listening import changed
from samsyn.register.models import IndexedMeeting, Meeting, Posting, SourceVersion, Word
from samsyn.register.search.texts import read_texts
from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

FEW = 20  # so many marked meetings cost a search next to nothing
MANY = 200  # taken in together
OPEN = 0
FULL = 8192  # bytes
ASKED_AT_ONCE = 5000
# Plain, since an import says it once for each note; both databases understand it.
MARK = """
    INSERT INTO register_indexedmeeting (meeting_id, n_texts, statements) VALUES (%s, 0, '[]')
    ON CONFLICT (meeting_id) DO UPDATE SET first = NULL, n_texts = 0, statements = '[]'
"""
KIND = "="

Found = dict[str, list[int]]


def mark_meeting(meeting: int) -> None:
    """Say that a meeting's texts have changed or are new, in the transaction that changes them."""
    _mark(meeting)
    changed(meeting)
    transaction.on_commit(take_in_marked)


def mark_recorded(meeting: int, *, is_new: bool) -> None:
    """The same for notes that were just written; whoever takes in notes has their words taken in after it.

    Faster where no row can be there yet.
    """
    changed(meeting, is_new=is_new)
    if is_new:
        append_drafts(IndexedMeeting, [{"meeting_id": meeting}])
    else:
        _mark(meeting)


def _mark(meeting: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(MARK, [meeting])


def take_in_marked(*, more_than: int = FEW) -> None:
    """Take the words of marked meetings into the index, if they are more than so many."""
    marked = IndexedMeeting.objects.filter(first=None)
    if marked.count() <= more_than:
        return
    while True:
        with transaction.atomic():
            wait_for_turn()
            rows = list(marked.order_by("meeting_id")[:MANY])
            _take_in(rows)
        if len(rows) < MANY:
            return


def rebuild_index() -> int:
    """Empty the index and take in every meeting again; gives how many there are.

    Until it is done a search sees fewer hits, and takes longer.
    """
    with transaction.atomic():
        wait_for_turn()
        for model in (Posting, Word, IndexedMeeting):
            model._default_manager.all().delete()
        noted = SourceVersion.objects.filter(is_current=True).values_list("meeting_id", flat=True)
        titled = Meeting.objects.exclude(title="", place="").values_list("pk", flat=True)
        meetings = sorted({*noted, *titled})
        IndexedMeeting.objects.bulk_create([IndexedMeeting(meeting_id=one) for one in meetings], 1000)
    take_in_marked(more_than=0)
    return len(meetings)


def _take_in(rows: Sequence[IndexedMeeting]) -> None:
    """Give the texts of some meetings numbers, and write where each word stands."""
    if not rows:
        return
    texts = read_texts([row.meeting_id for row in rows])
    found: Found = defaultdict(list)
    number = _next_number()
    for row in rows:
        row.first = number
        row.statements = [pk for pk, _, _ in texts[row.meeting_id].said]
        for words, kind in texts[row.meeting_id]:
            found[KIND + kind].append(number)
            for word in set(words_of(words)):
                found[word].append(number)
            number += 1
        row.n_texts = number - row.first
        update_columns(row, "first", "n_texts", "statements")
    _write_postings(found, _word_ids(found))


def _next_number() -> int:
    """The first number that no text has had: every text has a kind."""
    kinds = Posting.objects.filter(word__text__startswith=KIND).values_list("numbers", flat=True)
    return 1 + max((BitMap.deserialize(bytes(numbers)).max() for numbers in kinds), default=-1)


def _word_ids(words: Collection[str]) -> dict[str, int]:
    """Ids of words; those that are new are written."""
    known: dict[str, int] = {}
    for some in _parts(list(words)):
        known.update(Word.objects.filter(text__in=some).values_list("text", "id"))
    new = [word for word in words if word not in known]
    ids = take_ids(Word, len(new))
    insert_columns(Word, ("id", "text", "root"), list(zip(ids, new, roots_of(new), strict=True)))
    return known | dict(zip(new, ids, strict=True))


def _write_postings(found: Found, ids: Mapping[str, int]) -> None:
    """Add the numbers of texts to what is known of each word."""
    added = {ids[word]: BitMap(numbers) for word, numbers in found.items()}
    known: list[int] = []
    for some in _parts(list(added)):
        rows = Posting.objects.filter(chunk=OPEN, word__in=some)
        for id_, word_id, stored in rows.values_list("id", "word_id", "numbers"):
            known.append(id_)
            added[word_id] |= BitMap.deserialize(bytes(stored))
    for gone in _parts(known):
        Posting.objects.filter(pk__in=gone).delete()
    insert_columns(
        Posting, ("word_id", "chunk", "numbers"), [_row(word, numbers) for word, numbers in added.items()]
    )


def _row(word: int, numbers: BitMap) -> tuple[int, int, bytes]:
    """A word's numbers as a row: more are added to it until it is full."""
    stored = numbers.serialize()
    return word, OPEN if len(stored) < FULL else 1 + numbers.min(), stored


def _parts(rows: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """So many at a time as a database takes in one question."""
    return (rows[at : at + ASKED_AT_ONCE] for at in range(0, len(rows), ASKED_AT_ONCE))
