"""Put the values of a new version in the place of the old ones, object by object.

What a person has said of a value stands. Its place is taken from the new reading where that says the
very same, else from a unique match of the very same words; else it is marked lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samsyn.register.actions.deciding import subject_of
from samsyn.register.corrections.fields import COLUMNS, HAND, now_of, plain_of
from samsyn.register.intake.matching import find_again
from samsyn.register.intake.plain_values import SEVERAL, ReadValue, place_of
from samsyn.register.models import Doubt, Meeting, Value, ValueState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.reading import Span

RULE = "version"  # rule of the doubts that a new version gives rise to
KEPT = (ValueState.CONFIRMED, ValueState.CORRECTED)


@dataclass(slots=True)
class Outcome:
    """What is to be written for the values of a meeting, and what is to be recorded.

    Attributes:
        placed: Id of the value that each place in the reading gave, for those that were there before.
    """

    meeting: Meeting
    text: str
    changed: list[Value] = field(default_factory=list)
    gone: list[Value] = field(default_factory=list)
    made: list[ReadValue] = field(default_factory=list)
    placed: dict[str, int] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[tuple[str, Value, dict[str, Any], dict[str, Any]]] = field(default_factory=list)

    def reconcile(
        self, old: Sequence[Value], new: Sequence[ReadValue], *, within: Span | None
    ) -> frozenset[str]:
        """Pair the values of one object.

        Args:
            old: The object's values in the version before.
            new: Its values in this one.
            within: Where in the new text to look for words first: the item of a statement.

        Returns:
            The fields whose columns a person's word decides.
        """
        waiting, kept = list(new), set[str]()
        for value in sorted(old, key=lambda value: value.state == ValueState.PROPOSED):
            read = _counterpart(value, waiting)
            if read is not None and (self._agrees(value, read) or value.state not in KEPT):
                waiting.remove(read)
                self._reread(value, read)
            elif value.state == ValueState.PROPOSED:
                self._drop(value)
            else:
                self._keep(value, read, within)
                waiting = [other for other in waiting if other is not read]
            if value.state != ValueState.PROPOSED:
                kept.add(value.field)
        self.made += waiting
        return frozenset(kept)

    def lose(self, values: Sequence[Value]) -> None:
        """Mark the values of an object that is no longer in the notes; ask about those a person confirmed."""
        for value in values:
            if value.rule == HAND:
                self._keep(value, None, None)
                continue
            if not value.lost:
                _set_place(value, None)
                self.changed.append(value)
            if value.state in KEPT and value.field in {"text", "kind", "name", "heading"}:
                self._ask(
                    value, f"”{_short(value)}” är {_word(value)} men står inte kvar i den nya versionen."
                )

    def _reread(self, value: Value, read: ReadValue) -> None:
        """Take the place, and for what nobody has confirmed the value, of the new reading."""
        before = {"value": value.value, "words": value.words, "state": value.state}
        value.value, value.words = read.plain, read.found.words
        value.rule, value.certainty = read.found.rule, read.found.certainty.value
        if value.state == ValueState.REJECTED and before["value"] != read.plain:
            value.state = ValueState.PROPOSED
            value.decided_by = value.decided_at = None
        _set_place(value, (read.found.span.start, read.found.span.end))
        self.placed[place_of(read)] = value.pk
        self.changed.append(value)
        after = {"value": value.value, "words": value.words, "state": value.state}
        if after["value"] != before["value"]:
            self.notes.append(("value.reread", value, before, after))

    def _keep(self, value: Value, read: ReadValue | None, within: Span | None) -> None:
        """Let a person's word stand, look for its words, and ask where the new version differs."""
        place = find_again(value.words, self.text, start=within.start, end=within.end) if within else None
        place = place or find_again(value.words, self.text)
        _set_place(value, place)
        value.lost = place is None and bool(value.words)
        self.changed.append(value)
        if value.state not in KEPT:
            return
        if read is not None:
            said = " ".join(read.found.words.split())[:120]
            if value.field == "kind":
                self._ask(
                    value, f"Den nya läsningen ger en annan sort, av orden ”{said}”. Vilken gäller?", read
                )
                return
            self._ask(
                value,
                f"Den nya läsningen säger ”{said}”, men ”{self._stands(value)}” är {_word(value)}. "
                "Vilket gäller?",
                read,
            )
        elif value.lost:
            self._ask(value, f"”{_short(value)}” är {_word(value)} men står inte kvar i den nya versionen.")

    def _drop(self, value: Value) -> None:
        """A proposal that the new version no longer makes."""
        self.gone.append(value)
        self.notes.append(("value.gone", value, {"value": value.value, "words": value.words}, {}))

    def _agrees(self, value: Value, read: ReadValue) -> bool:
        """Whether a reading says what was read before, or what a person has put in its place."""
        if read.plain == value.value:
            return True
        name, subject = subject_of(value)
        is_own = value.state == ValueState.CORRECTED and (name, value.field) in COLUMNS
        return is_own and read.plain == plain_of(subject, value.field)

    def _stands(self, value: Value) -> str:
        """What stands by a person's word, short enough for a question."""
        name, subject = subject_of(value)
        if value.state != ValueState.CORRECTED or (name, value.field) not in COLUMNS:
            return _short(value)
        words = now_of(subject, value.field)
        kept = words.get("due_words") or words.get("day_words") or next(iter(words.values()))
        return str(kept)[:120]

    def _ask(self, value: Value, reason: str, read: ReadValue | None = None) -> None:
        self.doubts.append(
            Doubt(
                meeting=self.meeting,
                value=value,
                about=value.field,
                reason=reason,
                start=value.start,
                end=value.end,
                rule=RULE,
                offered=_offer(read) if read is not None else None,
            )
        )


def _offer(read: ReadValue) -> dict[str, Any]:
    """What a reading says, as it stands in a value."""
    found = read.found
    return {
        "value": read.plain, "words": found.words, "start": found.span.start, "end": found.span.end,
        "rule": found.rule, "certainty": str(found.certainty),
    }  # fmt: skip


def _counterpart(value: Value, waiting: Sequence[ReadValue]) -> ReadValue | None:
    """The new reading of the same field; of a field with several values, the one that says the same."""
    of_field = [read for read in waiting if read.field == value.field]
    same = [read for read in of_field if read.plain == value.value]
    if same or value.field in SEVERAL:
        return next(iter(same), None)
    return next(iter(of_field), None)


def _set_place(value: Value, place: tuple[int, int] | None) -> None:
    """Where the words stand in the new text; nowhere when they are lost."""
    value.start, value.end = place or (None, None)
    value.lost = place is None


def _word(value: Value) -> str:
    """What a person has done with a value."""
    return "rättat" if value.state == ValueState.CORRECTED else "bekräftat"


def _short(value: Value) -> str:
    """The words, short enough for a question."""
    words = " ".join(value.words.split())
    return words if len(words) <= 120 else f"{words[:117]}..."
