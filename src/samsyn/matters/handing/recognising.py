"""Find what a meeting hands over: to a body, to its own next meeting, to an organisation outside. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.matters.handing.asking import asked, assigned, ordered, owned, requested
from samsyn.matters.handing.directing import directed
from samsyn.matters.handing.inviting import invited
from samsyn.matters.handing.joining import joined
from samsyn.matters.handing.leaning import implied, leaning
from samsyn.matters.handing.mentions import last_named, mentions
from samsyn.matters.handing.passing import labelled, passed
from samsyn.matters.handing.records import Addressee, Handed
from samsyn.matters.handing.refusing import is_past, says_nothing
from samsyn.matters.handing.returning import comes_back, needs_time, reported, tells_us
from samsyn.matters.handing.spoken import SENTENCE, Spoken, first_day
from samsyn.matters.handing.words import found, pattern
from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from samsyn.matters.handing.directory import Directory
    from samsyn.matters.handing.records import Section

WAYS = (invited, reported, asked, assigned, ordered, passed, needs_time, owned, tells_us)
DONE = re.compile(r"\b(?:UTFÖR[TD]|[Uu]tfört|[Aa]vklarat)\b")
NAMES = "reference"  # a line that only points to a paper or a meeting


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the sections of one meeting's notes.

    Attributes:
        directory: Who there is, and whose meeting it is.
        met_on: Its day; what lies before it is told of and not handed over.
    """

    directory: Directory
    met_on: date | None = None

    def read(self, sections: Iterable[Section]) -> list[Handed]:
        """The hand-overs of some sections, in order; what an item says twice of one body is one."""
        return [handed for section in sections for handed in joined(self._section(section))]

    def _section(self, section: Section) -> Iterator[Handed]:
        heading = self._heading(section)
        if heading is not None:
            yield from self._below(section, heading)
            return
        if found("retold", "headings", section.heading.lower(), form=r"(?:^|\bvi |\d )(?:{rows})"):
            return
        near = self._others(section.heading)
        spoken_of = last_named(section.heading, self.directory)
        asked_by = spoken_of if found("mention", "asked_by", section.heading.lower()) else None
        for line in section.lines:
            for sentence in () if DONE.search(line.text) else SENTENCE.split(line.text):
                said = Spoken(line, sentence, replace(self.directory, near=near), spoken_of, asked_by)
                yield from (one for one in _read(said) if not is_past(one.day, self.met_on))
                near = (*near, *self._others(sentence))
                spoken_of = last_named(sentence, self.directory) or spoken_of

    def _others(self, words: str) -> tuple[int, ...]:
        """The bodies that some words name, other than those who speak, in order."""
        named = self.directory.bodies_named(words)
        return tuple(body for body in named if body not in self.directory.own)

    def _heading(self, section: Section) -> Addressee | None:
        """Whom a heading hands over to ("Medskick till styrgruppen"); None for other headings."""
        text = section.heading.lower()
        match = pattern("label", "headings", form=r"^(?:{rows})\b").match(text)
        if match is None or found("label", "incoming", text, form=r"^(?:{rows})\b"):
            return None
        words = section.heading[match.end() :].strip(" :.")
        to = self.directory.addressee(words) or self._squeezed(words)
        return None if to and to.bodies and {*to.bodies} <= {*self.directory.own} else to

    def _squeezed(self, words: str) -> Addressee | None:
        """Whom words mean where a name is written apart ("skolchefs nätverket")."""
        bodies = self.directory.bodies_named(re.sub(r"s (?=nätverk|grupp)", "s", words))
        return Addressee(words, bodies) if bodies else None

    def _below(self, section: Section, to: Addressee) -> Iterator[Handed]:
        day = next(iter(section.days), None)
        said = [line for line in section.lines if not says_nothing(line.text)]
        if is_past(day, self.met_on) or (section.lines and not said):
            return
        for line in said:
            yield Handed(line.key, HandOverKind.MESSAGE, to, line.text, day or first_day(line, line.text))
        if not said:
            yield Handed(None, HandOverKind.MESSAGE, to, section.heading, day)


def _read(said: Spoken) -> Iterator[Handed]:
    """What a sentence hands over."""
    one = labelled(said)
    if one is not None:
        yield one
    elif said.text.rstrip().endswith("?"):
        one = requested(said)
        yield from [one] if one is not None else []
        yield from _others(said, [one] if one is not None else [])
    elif said.line.kind != NAMES:
        certain = _certain(said)
        yield from certain
        one = None if certain else directed(said) or comes_back(said)
        yield from [one] if one is not None else []
        yield from _others(said, [*certain, *([one] if one is not None else [])])


def _certain(said: Spoken) -> list[Handed]:
    """What the rules for single forms find, without what names somebody vaguely who is named better."""
    named = [one.to.words for one in mentions(said.text, said.directory) if one.to.organisation]
    found_ = [handed for way in WAYS if (handed := way(said)) is not None]
    return [
        one
        for one in found_
        if _is_known_to_directory(one) or not any(name in one.to.words for name in named)
    ]


def _is_known_to_directory(one: Handed) -> bool:
    return bool(one.to.bodies or one.to.organisation or one.to.is_joint)


def _others(said: Spoken, known: Sequence[Handed]) -> Iterator[Handed]:
    """What goes to those whom no rule has found yet."""
    bodies = {body for one in known for body in one.to.bodies}
    silent = None if known else implied(said)
    for one in (*leaning(said), *([silent] if silent is not None else [])):
        is_new = not set(one.to.bodies) <= bodies if one.to.bodies else not _is_known(one, known)
        if is_new:
            yield one


def _is_known(one: Handed, known: Sequence[Handed]) -> bool:
    """Whether somebody without a body has been found by another rule, by the same words or longer ones."""
    words = one.to.words.lower()
    return any(
        not other.to.bodies and (words in (theirs := other.to.words.lower()) or theirs in words)
        for other in known
    )
