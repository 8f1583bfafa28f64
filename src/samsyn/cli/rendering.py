"""A reading on the terminal: the notes' head, items and statements, with what is missing and doubtful."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from samsyn.minutes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes import Attendee, Found, Minutes, Statement

_BOLD, _DIM, _DOUBT, _PLAIN = "\033[1m", "\033[2m", "\033[33m", "\033[0m"
_WIDTH = 88
# Signs in the notes that would steer the terminal: all but line feeds and the looks above.
_STEERING = re.compile(r"\x1b(?!\[(?:0|1|2|33)m)|[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f]")
_KINDS = {
    Kind.DECISION: "Beslut",
    Kind.AGREED_OUTCOME: "Överenskommet",
    Kind.POSTPONEMENT: "Uppskjutet",
    Kind.ASSIGNMENT: "Uppdrag",
    Kind.NEXT_STEP: "Nästa steg",
    Kind.PROPOSAL: "Förslag",
    Kind.NEED: "Behov",
    Kind.LESSON: "Lärdom",
    Kind.COMMENT: "Synpunkt",
    Kind.QUESTION: "Fråga",
    Kind.ANSWER: "Svar",
    Kind.INFORMATION: "Information",
    Kind.REFERENCE: "Hänvisning",
}
_BINDING = frozenset({Kind.DECISION, Kind.AGREED_OUTCOME, Kind.ASSIGNMENT, Kind.NEXT_STEP, Kind.POSTPONEMENT})


def render_minutes(name: str, minutes: Minutes, *, colour: bool, explain: bool) -> str:
    """The reading as text, at most 88 columns wide.

    Args:
        name: Name of the file.
        minutes: What was read.
        colour: Use bold, dim and yellow.
        explain: Give the number of the rule behind each value, and below what those rules say.
    """
    page = _Page(colour=colour, explain=explain)
    lines = [*page.head(name, minutes), *page.people(minutes), *page.items(minutes), *page.doubts(minutes)]
    if explain:
        lines += page.rules(minutes)
    return _STEERING.sub("\ufffd", "\n".join(lines)) + "\n"


class _Page:
    """How lines look: with or without colour and rule numbers."""

    def __init__(self, *, colour: bool, explain: bool) -> None:
        self.colour = colour
        self.explain = explain

    def _in(self, look: str, words: str) -> str:
        return f"{look}{words}{_PLAIN}" if self.colour else words

    def _rule(self, found: Found[object] | None) -> str:
        return self._in(_DIM, f" [{found.rule}]") if found and self.explain else ""

    def _wrapped(self, words: str, *, first: str, rest: str) -> str:
        return textwrap.fill(words, _WIDTH, initial_indent=first, subsequent_indent=rest)

    def head(self, name: str, minutes: Minutes) -> Iterator[str]:
        """Title and the labelled values; what is missing is said."""
        title = minutes.title.value if minutes.title else "Utan rubrik"
        yield self._in(_BOLD, title) + self._rule(minutes.title) + self._in(_DIM, f"  ({name})")
        if minutes.notice:
            yield "Det här är en kallelse eller dagordning, inga anteckningar från ett möte."
        held, upcoming = minutes.held, minutes.next_meeting
        start, end = minutes.start, minutes.end
        clock = "–".join(f"{found.value:%H.%M}" for found in (start, end) if found)
        rows = [
            ("Organ", ", ".join(found.value for found in minutes.bodies), next(iter(minutes.bodies), None)),
            ("Dag", str(held.value.start) if held and held.value.start else "", held),
            ("Tid", clock, start),
            ("Plats", minutes.place.value if minutes.place else "", minutes.place),
            ("Ordförande", minutes.chair.value if minutes.chair else "", minutes.chair),
            ("Sekreterare", minutes.secretary.value if minutes.secretary else "", minutes.secretary),
            ("Nästa möte", str(upcoming.value.start or upcoming.words) if upcoming else "", upcoming),
        ]
        for label, value, found in rows:
            yield f"  {label:<12} {value or self._in(_DIM, 'ej angivet')}{self._rule(found)}"

    def people(self, minutes: Minutes) -> Iterator[str]:
        """Those present and absent, with organisation as written."""
        for word, present in (("Närvarande", True), ("Frånvarande", False)):
            listed = [person for person in minutes.attendees if person.present is present]
            if listed:
                yield ""
                yield self._in(_BOLD, f"{word} ({len(listed)})")
                yield from (self._person(person) for person in listed)

    def _person(self, person: Attendee) -> str:
        more = [person.title, person.affiliation, person.role, person.part]
        said = ", ".join(found.value for found in more if found)
        behalf = f" (för {person.on_behalf_of.value})" if person.on_behalf_of else ""
        return f"  {person.name.value}" + (f", {said}" if said else "") + behalf + self._rule(person.name)

    def items(self, minutes: Minutes) -> Iterator[str]:
        """Each heading with its presenters and the statements below it."""
        yield from self._statements(minutes, None)
        for at, item in enumerate(minutes.items):
            number = f"{item.number.value}. " if item.number else ""
            yield ""
            yield "  " * item.level + self._in(_BOLD, number + item.heading.value) + self._rule(item.heading)
            if item.presenters:
                yield f"    Föredrar: {', '.join(one.value + self._rule(one) for one in item.presenters)}"
            yield from self._statements(minutes, at)

    def _statements(self, minutes: Minutes, item: int | None) -> Iterator[str]:
        for statement in minutes.statements:
            if statement.item == item:
                yield from self._statement(statement)

    def _statement(self, statement: Statement) -> Iterator[str]:
        kind = statement.kind.value
        word = f"{_KINDS[kind]:<14}"
        first = "    " + (self._in(_BOLD, word) if kind in _BINDING else self._in(_DIM, word))
        body = textwrap.wrap(statement.text.value, _WIDTH - 18)
        yield first + body[0] + (self._rule(statement.kind) if len(body) == 1 else "")
        for number, line in enumerate(body[1:], start=2):
            yield " " * 18 + line + (self._rule(statement.kind) if number == len(body) else "")
        if statement.action or kind is Kind.DECISION:
            owner = statement.owner.value.name if statement.owner else "ägare saknas"
            due = statement.due.words if statement.due else "datum saknas"
            told = self._in(_DIM, owner) + self._rule(statement.owner) + self._in(_DIM, f"; {due}")
            yield " " * 18 + told + self._rule(statement.due)

    def doubts(self, minutes: Minutes) -> Iterator[str]:
        """The questions that the reading leaves."""
        if minutes.doubts:
            yield ""
            yield self._in(_BOLD, f"Tveksamt ({len(minutes.doubts)})")
        for doubt in minutes.doubts:
            yield self._in(_DOUBT, self._wrapped(doubt.reason, first="  ? ", rest="    "))

    def rules(self, minutes: Minutes) -> Iterator[str]:
        """What the rules say that found the values and left the questions."""
        from samsyn.minutes.rules import find_rules_used

        used = find_rules_used(minutes)
        if used:
            yield ""
            yield self._in(_BOLD, f"Regler ({len(used)})")
        for rule in used:
            yield self._wrapped(rule.says, first=f"  {rule.number:<5} ", rest=" " * 8)
