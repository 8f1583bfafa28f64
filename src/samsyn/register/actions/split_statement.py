"""Split a statement in two: a sentence that says two things becomes a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.register.actions.reshaping import (
    decided_by_hand,
    held_statement,
    make_value,
    record_reshaping,
)
from samsyn.register.corrections.cutting import cut_text, place_of_half
from samsyn.register.errors import CorrectionUnusable
from samsyn.register.intake.columns import search_text
from samsyn.register.models import Statement, Value

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event

COPIED = ("owner", "due")


@transaction.atomic
def split_statement(said: Statement, *, at: int, seen: str, by: User) -> tuple[Statement, Event]:
    """Cut a statement; both keep its kind, item, owner and due, and its identity stays with the first.

    Args:
        said: The statement.
        at: How many characters of its text come before the cut.
        seen: Its text as it was shown, as `seen_of` gave it.
        by: Who splits.

    Returns:
        The second half, and the event.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Its words are others by now.
        CorrectionUnusable: One half would be empty.
    """
    require(by, "register.correct_value", said)
    first = held_statement(said, seen=seen)
    left, right = cut_text(first.text, at)
    if not left or not right:
        raise CorrectionUnusable("Ställ markören mellan två ord: båda delarna behöver ord.")
    text = first.values.get(field="text")
    second = _second_half(first, right)
    _write_values(second, text, first.text, at=at, by=by)
    rows = [(first, {"text": left}), (text, decided_by_hand(by))]
    return second, record_reshaping("statement.split", first, rows, made=[second], by=by)


def _second_half(first: Statement, text: str) -> Statement:
    """A row like the first one, with its own words; it comes right after it."""
    second = Statement.objects.get(pk=first.pk)
    second.pk, second.text = None, text
    second.search_text = search_text(text, second.owner_name)
    second._state.adding = True
    second.save()
    return second


def _write_values(second: Statement, text: Value, whole: str, *, at: int, by: User) -> None:
    """The words and kind are by a person's hand; owner and due as they were read, or put in, of the whole."""
    inside = place_of_half(text.words, whole, at) if text.start is not None else None
    words = text.words[inside:] if inside is not None else ""
    start = text.start + inside if text.start is not None and inside is not None else None
    make_value(second, "text", second.text, by=by, words=words, start=start)
    make_value(second, "kind", second.kind, by=by)
    for value in Value.objects.filter(statement=text.statement, field__in=COPIED):
        value.pk, value.statement = None, second
        value._state.adding = True
        value.save()
