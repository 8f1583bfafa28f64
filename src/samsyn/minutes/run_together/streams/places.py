"""Where a stream is cut: pages, labels, items with their headings, points, and those who signed."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon, per_lexicon, words_pattern
from samsyn.minutes.run_together.crowd import crowd_places
from samsyn.minutes.run_together.flat import head_labels
from samsyn.minutes.run_together.streams.series import heading_end
from samsyn.minutes.run_together.streams.stream import SENTENCE_END, Cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.run_together.streams.stream import Number, Stream

_LABEL_BEFORE = re.compile(r"(?:^|[.!?:]\s|\s)(?P<label>[A-ZÅÄÖ][a-zåäö]+)\s*:?\s$")
_LONGEST_LABEL = 40
_LISTS = frozenset({"present", "absent", "called"})
_DATED = frozenset({"date", "time", "place", "place_and_time"})
_BULLET = re.compile(r"(?<=\s)[•·▪◦‣●○]\s+(?=\S)")
_TOLD = ("decision", "agreed_outcome", "proposal", "information")
_MIN_LABEL = 6
_SIGNERS = frozenset({"secretary", "adjuster"})
_SIGNER = re.compile(r"\s*:?\s*[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+")


@per_lexicon
def _statement_labels() -> re.Pattern[str]:
    """Labels of what was decided or told, in capital and before a capital ("Nämndens beslut Nämnden ...")."""
    tables = lexicon().lists("statement_labels")
    words = [word for name in _TOLD for word in tables[name] if len(word) >= _MIN_LABEL and word[0].isalpha()]
    first = sorted({f"{word[0].upper()}{word[1:]}" for word in words})
    return re.compile(rf"(?<!\S)(?:{words_pattern(first)})(?=\s+[A-ZÅÄÖ])")


def bounds_of(number: int, length: int, first: tuple[int, int], last: tuple[int, int]) -> tuple[int, int]:
    """Where the head ends and where the last item begins, within one stream."""
    head = length if number < first[0] else first[1] if number == first[0] else 0
    foot = 0 if number > last[0] else last[1] if number == last[0] else length
    return head, foot


def places_in(
    stream: Stream, items: Sequence[Number], pages: Sequence[tuple[int, int]], bounds: tuple[int, int]
) -> dict[int, Cut]:
    """Where a stream is cut, and what begins there."""
    text, (head, foot) = stream.text, bounds
    places = dict.fromkeys((place for span in pages for place in span), Cut.BLOCK)
    places |= dict.fromkeys((*_labels(text[:head]), *_signers(text, foot)), Cut.BLOCK)
    places |= dict.fromkeys(_lists_within(text, head), Cut.BLOCK)
    points, labelled, labels = _points(text, head, items)
    places |= dict.fromkeys((*points, *labelled), Cut.POINT) | dict.fromkeys(labels, Cut.BLOCK)
    starts = [*(item.at for item in items), *points]
    stops = sorted({*starts, *places, len(text)})
    free = set(points)
    for start in starts:
        end = heading_end(text, start, stops[bisect_right(stops, start)])
        if end:
            places[end] = Cut.BLOCK if start in free else Cut.LINE
    for match in _statement_labels().finditer(text, head):
        if match.start() in places or SENTENCE_END.search(text[max(0, match.start() - 3) : match.start()]):
            places[match.start()] = Cut.BLOCK
            places.setdefault(match.end(), Cut.LINE)
    places |= dict.fromkeys((match.start() for match in _BULLET.finditer(text, head)), Cut.BULLET)
    return places | dict.fromkeys((item.at for item in items), Cut.ITEM)


def _points(text: str, head: int, items: Sequence[Number]) -> tuple[list[int], list[int], list[int]]:
    """Where numbered points begin within items, each item's from 1.

    Returns:
        Points with headings of their own, points below labels, and those labels.
    """
    outer = {item.at for item in items}
    form = next((item.form for item in items), "")
    free: list[int] = []
    labelled: list[int] = []
    labels: list[int] = []
    last, found = -1 if head == 0 else 0, free  # points may go on from the page before
    for match in lexicon().pattern("stream_number").finditer(text, head):
        if match.start() in outer:
            last, found = 0, free
        elif match["sign"] and match["sign"] != form and last in {int(match["number"]) - 1, -1}:
            label = _LABEL_BEFORE.search(text, max(0, match.start() - _LONGEST_LABEL), match.start())
            if label and field_of(label["label"], "statement_labels"):
                labels.append(label.start("label"))
                found = labelled
            if last > 0 or label or SENTENCE_END.search(text[max(0, match.start() - 3) : match.start()]):
                last = int(match["number"])
                found.append(match.start())
    return free, labelled, labels


def _labels(text: str) -> Iterator[int]:
    """Where labels begin in the head: those with a colon, and those of lists without one."""
    found = {match.start() for match in head_labels(True).finditer(text)}
    bare = [match for match in head_labels(False).finditer(text) if match.start() not in found]
    fields = {field_of(text[at:].partition(":")[0]) for at in found}
    lists = [match for match in bare if field_of(match["label"]) in _LISTS]
    before = -1
    for match in lists if fields & _DATED else bare:
        if text[before : match.start()].strip() or before < 0:
            yield match.start()
        before = match.end()
    yield from found
    yield from crowd_places(text, [match.end() for match in bare if field_of(match["label"]) in _LISTS])


def _lists_within(text: str, head: int) -> Iterator[int]:
    """Where labels of lists with a colon begin below the head ("2 Upprop Närvarande ledamöter: …")."""
    for match in head_labels(True).finditer(text, head):
        if field_of(match["label"]) in _LISTS:
            yield match.start()


def _signers(text: str, foot: int) -> Iterator[int]:
    """Where the end of the meeting is told and where labels of those who signed begin, in the last item."""
    closing = lexicon().pattern("closes_meeting").search(text, foot)
    if closing:
        yield closing.start()
    for match in head_labels(False).finditer(text, foot):
        if field_of(match["label"]) in _SIGNERS and _SIGNER.match(text, match.end()):
            yield match.start()
