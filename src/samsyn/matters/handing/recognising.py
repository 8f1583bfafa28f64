"""Find what a meeting hands over: to a body, to its own next meeting, to an organisation outside. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.matters.handing.records import Addressee, Handed
from samsyn.matters.handing.refusing import SPEAKS, is_denied, is_past, is_retold, says_nothing
from samsyn.matters.handing.words import found, pattern, rows
from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from samsyn.matters.handing.directory import Directory
    from samsyn.matters.handing.records import Day, Line, Section

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"])")
BINDING = ("decision", "agreed_outcome", "proposal", "next_step", "assignment", "postponement")
TASKS = ("assignment", "next_step")
STATES_OF_MIND = (
    "vill",
    "har",
    "är",
    "hade",
    "var",
    "undrar",
    "menar",
    "anser",
    "tycker",
    "föreslår",
    "yrkar",
)
LED = r"(?:^|\batt |, )(?P<to>[^,.;:]{3,80}?) (?:{rows})\b"
FORMALLY = ("uppdra",)  # to whomever it is
LONGEST_NAME = 12  # words
ASKED = (
    r"\b(?P<does>{rows}) (?P<to>[^.;:]{4,90}?)"
    r" (?:att|om|ta|tar|se|ser|bereder|avgör|prövar|svarar|återkommer|beslutar) "
)
ASKED_PLAINLY = (
    rf"\b(?P<does>{{rows}}) (?P<to>[^.;:]{{4,90}}?) ?(?:{'|'.join(rows('asks_plainly', 'ends'))})(?:\W|$)"
)
REPEATS = (HandOverKind.REPORT_BACK, HandOverKind.MORE_TIME)


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
        return [handed for section in sections for handed in _joined(self._section(section))]

    def _section(self, section: Section) -> Iterator[Handed]:
        heading = self._heading(section)
        if heading is not None:
            yield from self._below(section, heading)
            return
        for line in section.lines:
            yield from self._line(line)

    def _heading(self, section: Section) -> Addressee | None:
        """Whom a heading hands over to ("Medskick till styrgruppen"); None for other headings."""
        text = section.heading.lower()
        match = pattern("label", "headings", form=r"^(?:{rows})\b").match(text)
        if match is None or found("label", "incoming", text, form=r"^(?:{rows})\b"):
            return None
        words = section.heading[match.end() :].strip(" :.")
        return self.directory.addressee(words) or self._squeezed(words)

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
            yield Handed(line.key, HandOverKind.MESSAGE, to, line.text, day or _first_day(line, line.text))
        if not said:
            yield Handed(None, HandOverKind.MESSAGE, to, section.heading, day)

    def _line(self, line: Line) -> Iterator[Handed]:
        for sentence in SENTENCE.split(line.text):
            yield from (one for one in self._sentence(line, sentence) if not is_past(one.day, self.met_on))

    def _sentence(self, line: Line, sentence: str) -> Iterator[Handed]:
        labelled = self._labelled(line, sentence)
        if labelled is not None:
            yield labelled
            return
        if line.kind in SPEAKS or sentence.rstrip().endswith("?"):
            return
        ways = (self._invited, self._reported, self._asked, self._assigned, self._passed, self._needs_time)
        yield from (handed for way in ways if (handed := way(line, sentence)) is not None)

    def _labelled(self, line: Line, sentence: str) -> Handed | None:
        """What stands behind the colon of "Medskick till styrgruppen: …"."""
        match = pattern("label", form=r"^(?:{rows}) (?P<to>[^:.]{3,80})(?:: | att )").match(sentence.lower())
        if match is None or says_nothing(sentence):
            return None
        to = self.directory.addressee(sentence[slice(*match.span("to"))])
        asked = sentence[match.end() :].strip()
        if to is None or not asked:
            return None
        return Handed(line.key, HandOverKind.MESSAGE, to, asked, _first_day(line, to.words))

    def _passed(self, line: Line, sentence: str) -> Handed | None:
        """A question goes on: what a person takes along, to somebody who is known."""
        for name, of_anybody in (("rows", True), ("goes", False), ("contacts", False)):
            form = r"\b(?P<does>{rows}) (?P<to>.+)"
            for match in pattern("passes", name, form=form).finditer(sentence.lower()):
                to = self._receiver(line, sentence, match, of_anybody=of_anybody)
                if to is not None:
                    return Handed(line.key, HandOverKind.PASSED_ON, to, line.text, _first_day(line, to.words))
        return None

    def _receiver(
        self, line: Line, sentence: str, match: re.Match[str], *, of_anybody: bool
    ) -> Addressee | None:
        start, end = match.start(), match.end("does")
        if is_retold(sentence, start, self.directory) or is_denied(sentence, start, end):
            return None
        words = sentence[match.start("to") :]
        to = self._elsewhere(words)
        if to is None and line.kind in BINDING and not line.by_person:
            return self.directory.parties(_name(words))
        if to is None and found("passes", "questions", sentence.lower()[:end]):
            return self.directory.principal(_name(words))
        if to is None or to.bodies or to.organisation:
            return to
        if to.is_joint:
            return to
        about = sentence.lower()[:end]
        plain = not line.by_person and line.kind != "comment"
        return to if of_anybody and (plain or found("passes", "objects", about)) else None

    def _asked(self, line: Line, sentence: str) -> Handed | None:
        """A body is asked for something: "föreslår Länsstyrgruppen att …", "frågar styrgruppen igen"."""
        if line.kind not in BINDING:
            return None
        text = sentence.lower()
        match = pattern("asks", form=ASKED).search(text)
        if match is None and not line.by_person:
            match = pattern("asks_plainly", form=ASKED_PLAINLY).search(text)
        if match is None or is_denied(sentence, match.start(), match.end("does")):
            return None
        if is_retold(sentence, match.start(), self.directory):
            return None
        words = sentence[slice(*match.span("to"))]
        to = self._elsewhere(words) or self.directory.parties(words)
        if to is None and match["does"].startswith(FORMALLY):
            to = Addressee(words)
        day = _first_day(line, sentence)
        return Handed(line.key, HandOverKind.PROPOSED_TO, to, line.text, day) if to else None

    def _assigned(self, line: Line, sentence: str) -> Handed | None:
        """A body is told to do something, or says that it takes the question: it stands first."""
        text = sentence.lower()
        for name, kind in (("assigned", HandOverKind.ASSIGNED), ("takes", HandOverKind.PASSED_ON)):
            match = pattern(
                "subject", name, form=r"(?:^|\batt |, )(?P<to>[^,.;:]{3,80}?) (?:{rows})\b"
            ).search(text)
            if match is None or is_denied(sentence, match.end(), match.end()):
                continue
            to = self._elsewhere(sentence[slice(*match.span("to"))])
            if to is not None and to.bodies:
                return Handed(line.key, kind, to, line.text, _first_day(line, sentence))
        return self._led(line, sentence)

    def _led(self, line: Line, sentence: str) -> Handed | None:
        """Another body is to do something: it stands first, and its verb says what happens now."""
        body, length = self.directory.leading(sentence)
        verb = "".join(sentence.split()[length : length + 1]).lower()
        if line.kind not in TASKS or body is None or body in self.directory.own or not verb.endswith("r"):
            return None
        if verb in STATES_OF_MIND or is_denied(sentence, len(sentence.split(maxsplit=1)[0]), len(sentence)):
            return None
        to = Addressee(" ".join(sentence.split()[:length]), (body,))
        return Handed(line.key, HandOverKind.ASSIGNED, to, line.text, _first_day(line, sentence))

    def _reported(self, line: Line, sentence: str) -> Handed | None:
        text = sentence.lower()
        by_time = any(day.precision == "recurring" for day in line.days)
        recurring = by_time or found("reports", "recurring", text)
        match = pattern("reports", form=r"\b(?P<does>{rows}) (?P<to>.+)").search(text)
        start = match.start() if match else 0
        if is_retold(sentence, start, self.directory) or found("retold", "negations", text):
            return None
        if match is not None:
            name = _name(sentence[match.start("to") :])
            one_of_us = self.directory.addressee(name) if self.directory.is_joint else None
            to = self._elsewhere(name) or one_of_us
            if to is not None and to.bodies != self.directory.own:
                day = _first_day(line, sentence)
                return Handed(line.key, HandOverKind.REPORT_BACK, to, line.text, day, recurring)
        return None if recurring else self._told_later(line, sentence)

    def _told_later(self, line: Line, sentence: str) -> Handed | None:
        """Those who speak are to hear the outcome at a later meeting of theirs."""
        match = pattern("reports", "own").search(sentence.lower())
        day = _day_inside(line, sentence[match.start() :]) if match else None
        if match is None or day is None or line.by_person or is_denied(sentence, match.start(), match.end()):
            return None
        if set(self.directory.bodies_named(match.group())) - set(self.directory.own):
            return None
        to = self._ourselves(match.group())
        return Handed(line.key, HandOverKind.REPORT_BACK, to, line.text, day)

    def _invited(self, line: Line, sentence: str) -> Handed | None:
        text = sentence.lower()
        behind = pattern("invites", "after", form=r"\b(?:{rows}) (?P<who>.+)").search(text)
        ahead = pattern("invites", "before", form=r"(?P<who>.+)\b(?:{rows})\b").search(text)
        for match in (behind, ahead):
            if match is None:
                continue
            to = self.directory.outsider(sentence[slice(*match.span("who"))], is_guest=True)
            place = match.start() if match is behind else match.end("who")
            denied = is_denied(sentence, place, place) or is_retold(sentence, place, self.directory)
            if to is not None and not denied:
                return Handed(line.key, HandOverKind.INVITATION, to, line.text, _first_day(line, sentence))
        return None

    def _needs_time(self, line: Line, sentence: str) -> Handed | None:
        """More time at another meeting of the same bodies."""
        match = pattern("more_time").search(sentence.lower())
        if match is None or line.kind == "proposal" or is_denied(sentence, match.start(), match.start()):
            return None
        if is_retold(sentence, match.start(), self.directory):
            return None
        day = _day_inside(line, sentence[match.start() :])
        return Handed(line.key, HandOverKind.MORE_TIME, self._ourselves(match.group()), line.text, day)

    def _elsewhere(self, words: str) -> Addressee | None:
        """Whom words at the beginning name, where it is not only those who speak."""
        name = _name(words)
        to = self.directory.addressee(name) or (self._outside(name))
        own = set(self.directory.own)
        if to is None or (to.bodies and set(to.bodies) <= own and not to.is_joint):
            return None
        return None if to.is_joint and self.directory.is_joint else to

    def _outside(self, name: str) -> Addressee | None:
        return self.directory.outsider(name)

    def _ourselves(self, words: str) -> Addressee:
        return Addressee(words, self.directory.own, is_joint=self.directory.is_joint)


def _name(words: str) -> str:
    """The words up to where the name of somebody must have ended."""
    cut = pattern("ends", form="(?:{rows})").split(f"{words} ", maxsplit=1)[0]
    return " ".join(cut.split()[:LONGEST_NAME]).strip()


def _first_day(line: Line, words: str) -> Day | None:
    """The first of a line's times that stands in some words, or else the first of all."""
    return _day_inside(line, words) or next(iter(line.days), None)


def _day_inside(line: Line, words: str) -> Day | None:
    """The first of a line's times that stands in some words; one that gives a day is better."""
    inside = [day for day in line.days if day.words and day.words.lower() in words.lower()]
    return next(iter([*(day for day in inside if day.start is not None), *inside]), None)


def _joined(handed: Iterable[Handed]) -> list[Handed]:
    """What an item says twice of the same bodies, or some of them, as one, with the day that either gives."""
    kept: list[Handed] = []
    for one in handed:
        at = next((at for at, other in enumerate(kept) if _same(one, other)), None)
        if at is None:
            kept.append(one)
            continue
        first, second = (kept[at], one) if len(one.to.bodies) <= len(kept[at].to.bodies) else (one, kept[at])
        lines = (*first.others, *second.others, second.line)
        others = tuple(line for line in lines if line is not None and line != first.line)
        kept[at] = replace(first, day=first.day or second.day, others=others)
    return kept


def _same(one: Handed, other: Handed) -> bool:
    """Whether two hand-overs of an item are one; each message below a heading is its own."""
    if HandOverKind.MESSAGE in {one.kind, other.kind} and one.kind == other.kind:
        return False
    if (one.kind in REPEATS) != (other.kind in REPEATS):
        return False
    if one.to.bodies and other.to.bodies:
        few, many = sorted((set(one.to.bodies), set(other.to.bodies)), key=len)
        return few <= many
    return (one.to.bodies, one.to.organisation) == (other.to.bodies, other.to.organisation)
