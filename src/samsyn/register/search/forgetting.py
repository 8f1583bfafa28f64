"""Let go of words that stand in no text any more, where they must not be known either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyroaring import BitMap

from samsyn.register.models import IndexedMeeting, Posting, Word
from samsyn.register.search.keeping import mark_meeting, take_in_marked
from samsyn.register.search.vocabulary import END
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

AT_ONCE = 2000


def forget_words(texts: Iterable[str], *, of_meetings: Iterable[int]) -> None:
    """Take in the meetings' texts as they are now, and forget the words of some texts that no text has."""
    for meeting in of_meetings:
        mark_meeting(meeting)
    take_in_marked(more_than=0)
    words = sorted({word for text in texts for word in words_of(text)})
    live = BitMap()
    for row in IndexedMeeting.objects.exclude(first=None).only("first", "n_texts"):
        live.add_range(row.first or 0, (row.first or 0) + row.n_texts)
    for at in range(0, len(words), AT_ONCE):
        known = Word.objects.filter(text__in=words[at : at + AT_ONCE])
        kept = {
            word
            for word, numbers in Posting.objects.filter(word__in=known).values_list("word", "numbers")
            if BitMap.deserialize(bytes(numbers)).intersect(live)
        }
        known.exclude(pk__in=kept).delete()
    _move_first()


def _move_first() -> None:
    """Give the first word a new id: processes that remember all words see by that to read them anew."""
    first = Word.objects.order_by("id").first()
    if first is None:
        return
    text, first.text = first.text, f"{END}{first.text}"[:100]  # which no word is
    first.save(update_fields=["text"])
    moved = Word.objects.create(text=text, root=first.root)
    Posting.objects.filter(word=first).update(word=moved)
    first.delete()
