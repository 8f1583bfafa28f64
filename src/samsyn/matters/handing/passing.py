"""What goes on to somebody: lifted, sent, taken along, asked of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.matters.handing.frames import frames
from samsyn.matters.handing.naming import is_office
from samsyn.matters.handing.records import Addressee, Handed
from samsyn.matters.handing.refusing import clause_before, is_denied, moves_people, says_nothing
from samsyn.matters.handing.spoken import first_day, is_decided, name_of
from samsyn.matters.handing.strangers import described, is_organisation, stranger
from samsyn.matters.handing.words import found, pattern
from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.matters.handing.spoken import Spoken

WAYS = {
    "goes": r"\b(?:{rows}):? (?=\S)",
    "done": r"\b(?:{rows}) (?=\S)",
    "nouns": r"^(?:{rows}) (?=\S)",
    "decided": r"\b(?:{rows}) (?=\S)",
}
CONTACT = r"\b(?:{rows}) (?=\S)"
ARENA = r"^(?:den |det )?(?:{rows})(?: om \w+(?: \w+)?)?"
POINTING = re.compile(r"(?:deras |dess |det )?(?:möte|sammanträde|träff)(?:t|et|en)?\b(?! med)")


def labelled(said: Spoken) -> Handed | None:
    """What stands behind the colon of "Medskick till styrgruppen: …"."""
    match = pattern("label", form=r"^(?:{rows}) (?P<to>[^:.]{3,80})(?:: | att )").match(said.lower)
    if match is None or says_nothing(said.text) or match["to"].startswith("från "):
        return None
    to = said.directory.addressee(said.text[slice(*match.span("to"))])
    asked = said.text[match.end() :].strip()
    if to is None or not asked or (to.bodies and {*to.bodies} <= {*said.directory.own}):
        return None
    return Handed(said.line.key, HandOverKind.MESSAGE, to, asked, first_day(said.line, to.words))


def passed(said: Spoken) -> Handed | None:
    """A question goes on: what a person takes along, to somebody who is known."""
    if said.line.kind == "comment" and not found("passes", "objects", said.lower, form=r"^(?:{rows})\b"):
        return None
    for start, end, at, of_anybody in _places(said):
        if said.holds(start, end) and not moves_people(said.lower, start):
            to = _receiver(said, said.text[at:], said.lower[:at], of_anybody=of_anybody)
            if to is not None:
                return said.hand(HandOverKind.PASSED_ON, to, to.words)
    return _contacted(said)


def _places(said: Spoken) -> Iterator[tuple[int, int, int, bool]]:
    """Where a verb begins and ends, where its receiver begins, and whether it may be anybody."""
    for frame in frames():
        for start, end, at in frame.places(said.lower):
            if frame.of_questions and not found("passes", "objects", said.lower[:at]):
                continue
            if frame.of_bodies and not said.directory.bodies_named(name_of(said.text[at:])):
                continue
            yield start, end, at, frame.of_anybody
    for name, form in WAYS.items():
        if name == "decided" and not is_decided(said):
            continue
        for match in pattern("passes", name, form=form).finditer(said.lower):
            if name == "goes" and found("retold", "preterites", clause_before(said.lower, match.end())):
                continue
            yield match.start(), match.end(), match.end(), name == "done"


def _receiver(said: Spoken, words: str, before: str, *, of_anybody: bool) -> Addressee | None:
    """Whom the words behind a verb and its role name, where they may be meant."""
    to = said.elsewhere(words) or _pointed(said, words, before)
    is_told = said.is_binding or found("passes", "objects", before)
    if to is None and is_told and not said.line.by_person:
        to = described(words) or said.directory.parties(words)
    if to is None and found("passes", "questions", before):
        to = said.directory.principal(words)
    if to is None and of_anybody and not said.line.by_person:
        to = described(words)
    if to is None and found("passes", "objects", before):
        match = pattern("passes", "arenas", form=ARENA).match(words)
        to = Addressee(match.group()) if match else None
    if to is None and not said.directory.bodies_named(name_of(words)):
        to = stranger(words)
        asks = of_anybody and found("passes", "objects", before) and before.endswith(" till ")
        to = to if to is not None and (asks or is_organisation(to.words)) else None
    if to is None or to.bodies or to.organisation or to.is_joint:
        return to
    if not said.line.by_person and said.line.kind != "comment" and is_office(to.words.split()[0]):
        return to
    if said.line.kind == "comment" and not found("passes", "objects", before):
        return None
    plain = not said.line.by_person and said.line.kind != "comment"
    return to if of_anybody and (plain or found("passes", "objects", before)) else None


def _pointed(said: Spoken, words: str, before: str) -> Addressee | None:
    """The body that was spoken of, where a question is sent to "mötet den 23 april"."""
    match = POINTING.match(words.lower())
    if match is None or not re.search(r"\b(?:skick|lämn|sänd|lyft)\w+\b.* till $", before):
        return None
    near = said.directory.near[-1:]
    return Addressee(match.group(), near) if near and set(near) != set(said.directory.own) else None


def _office(said: Spoken, words: str) -> Addressee | None:
    """The body that nobody knows, or the organisation, that words begin with."""
    first = words.split(maxsplit=1)[0].strip(",.")
    if said.directory.bodies_named(words):
        return None
    if (office := described(words)) is not None:
        return office
    if is_office(first):
        return Addressee(first)
    to = stranger(words)
    return to if to is not None and is_organisation(to.words) else None


def _contacted(said: Spoken) -> Handed | None:
    """Somebody is asked, who stands right behind the verb."""
    is_now = is_decided(said)
    places = [*pattern("passes", "contacts", form=CONTACT).finditer(said.lower)]
    places += [*pattern("passes", "asked", form=CONTACT).finditer(said.lower)] if is_now else []
    for match in places:
        words = " ".join(said.text[match.end() :].split()[:5])
        body, length = said.directory.leading(words)
        if not said.holds(match.start(), match.end()) or is_denied(said.text, match.start(), match.end()):
            continue
        to = Addressee(" ".join(words.split()[:length]), (body,)) if body is not None else None
        to = to or said.directory.outsider(" ".join(words.split()[:3])) or _office(said, words)
        if to is not None and not (to.bodies and set(to.bodies) <= set(said.directory.own)):
            return said.hand(HandOverKind.PASSED_ON, to)
    return None
