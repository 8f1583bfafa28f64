"""What comes back to those who asked: a later meeting of theirs tells what the receiver did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.matters.handing.answering import OPEN, Answer, answering_words
from samsyn.matters.handing.taking_up import ENOUGH, Taking, links_between, statements_of, topmost
from samsyn.matters.handing.words import found
from samsyn.matters.models import HandOver, HandOverKind, Standing
from samsyn.register.models import Meeting
from samsyn.register.sight import UNFINISHED

if TYPE_CHECKING:
    from samsyn.matters.handing.county import County
    from samsyn.register.models import Statement

OWN_KINDS = (HandOverKind.MORE_TIME, HandOverKind.REPORT_BACK)  # they come back anyhow, or go to others alone
NAME = re.compile(r"[A-ZÅÄÖa-zåäö][\w-]{5,}")
FROM = re.compile(r"\b(?:från|av|via|att|och|men) (?:den |det |de )?")
ENDING = re.compile(r"(?:erna|arna|orna|en|et|na|s)$")
SHORTEST = 5  # letters of a stem by which a receiver without notes is known again


@dataclass(frozen=True, slots=True)
class Return:
    """A later meeting of the senders whose item tells what became of it."""

    meeting: Meeting
    taking: Taking
    answer: Answer | None = None


def find_return(hand_over: HandOver, county: County, latest: int) -> Return | None:
    """Where those who asked tell at a later meeting of theirs what the receiver answered or did.

    Args:
        hand_over: One that no meeting of the receiver's is known to have taken up.
        county: Who there is.
        latest: How many of their later meetings are looked through.
    """
    if hand_over.kind in OWN_KINDS or hand_over.item_id is None or hand_over.meeting.start_on is None:
        return None
    if not county.known.linked(hand_over.meeting_id):
        return None
    rows = Meeting.objects.filter(bodies__in=_told(hand_over, county))
    rows = rows.filter(start_on__gt=hand_over.meeting.start_on).exclude(notes_state__in=UNFINISHED)
    rows = rows.filter(links_back__left_meeting=hand_over.meeting_id)
    for meeting in rows.distinct().prefetch_related("bodies", "items").order_by("start_on", "pk")[:latest]:
        back = _at(hand_over, meeting, county)
        if back is not None:
            return back
    return None


def _told(hand_over: HandOver, county: County) -> set[int]:
    """The bodies at whose meetings it is told: those who asked, and whom the same item goes to."""
    beside = HandOver.objects.filter(item=hand_over.item_id, lost=False).exclude(pk=hand_over.pk)
    receivers = beside.exclude(standing=Standing.REFUSED).values_list("recipients__body", flat=True)
    asking = [body.pk for body in hand_over.meeting.bodies.all()]
    return {same for body in (*asking, *receivers) if body for same in county.same(body)}


def _at(hand_over: HandOver, meeting: Meeting, county: County) -> Return | None:
    items = {item.pk: item for item in meeting.items.all()}
    links = links_between(hand_over, meeting, county)
    likely = [(pk, link) for pk, link in links if pk is not None and link.score >= ENOUGH]
    for pk, link in sorted(likely, key=lambda row: -row[1].score):
        item = topmost(items.get(pk), items)
        taking = Taking(item, link.score, list(link.reasons))
        told = [row for row in statements_of(item, meeting) if _is_of(hand_over, row, meeting, county)]
        if not told:
            continue
        taking.add(link.score, "came_back", [told[0].text[:80]])
        answer = None if _is_to_all(hand_over) else next(filter(None, map(_answer, told)), None)
        if answer is not None or _is_to_all(hand_over):
            return Return(meeting, taking, answer)
    return None


def _is_to_all(hand_over: HandOver) -> bool:
    """Whether each party by itself is asked: what some of them did is no answer of all."""
    return found("asks_plainly", "parties", hand_over.to_words.lower())


def _is_of(hand_over: HandOver, said: Statement, meeting: Meeting, county: County) -> bool:
    """Whether a statement tells of the receiver."""
    if said.kind == "question" or said.is_action:
        return False
    if _is_to_all(hand_over):
        return found("answers", "parties", said.text.lower())
    receivers = {row.body_id for row in hand_over.recipients.all()}
    if receivers:
        directory = county.directory(tuple(body.pk for body in meeting.bodies.all()))
        parts = [said.text, *FROM.split(said.text)[1:]]
        return any(directory.leading(part)[0] in receivers for part in parts)
    return _names(hand_over.organisation.name if hand_over.organisation else hand_over.to_words, said.text)


def _names(receiver: str, text: str) -> bool:
    """Whether a text begins with somebody's name or a part of it, or tells what is from them."""
    words = [word.lower() for word in NAME.findall(receiver)]
    names = [word for word in words if not word.endswith("s") or word == words[-1]]  # not whose it is
    firsts = [word.group().lower() for part in (text, *FROM.split(text)[1:]) if (word := NAME.match(part))]
    stems = [stem for name in names if len(stem := ENDING.sub("", name)) >= SHORTEST]
    is_named = any(first.startswith(stem) for first in firsts for stem in stems)
    return is_named or any(name.endswith(first) for first in firsts for name in names)


def _answer(said: Statement) -> Answer | None:
    """What a statement that tells of the receiver answers."""
    is_told = found("answers", "came", said.text.lower()) or bool(answering_words(said.text))
    if said.kind == "decision" or (is_told and (said.kind not in OPEN or said.kind == "proposal")):
        return Answer(said.pk, {"code": "answers", "words": [said.text[:80]]})
    return None
