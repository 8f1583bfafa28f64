"""Put a statement together: text, kind, owner, due, references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.items import item_at
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found, Kind, Precision, Statement
from samsyn.minutes.references import find_references
from samsyn.minutes.statements.dues import read_statement_due
from samsyn.minutes.statements.modes import ROW
from samsyn.minutes.statements.owners import (
    owner_at_end,
    owner_behind,
    owner_in_label,
    read_owner,
    task_inside,
)
from samsyn.minutes.statements.scene import OUTCOMES, Scene
from samsyn.minutes.statements.tasks import find_labelled_task, find_task
from samsyn.minutes.texts import normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from datetime import date

    from samsyn.minutes.statements.modes import Mode


_LABELLED = frozenset({"S1", "S2", "S3"})


def add_statement(
    scene: Scene, kind: Kind, start: int, end: int, mode: Mode | None, *, task: bool = False
) -> None:
    """Add a statement whose kind a label gives, or that tells something (rule S90).

    Args:
        scene: The notes so far; the statement comes last in it.
        kind: The kind.
        start: Where the words begin in the document.
        end: Where they end.
        mode: The label.
        task: Whether somebody is to do something by it, whatever its kind.
    """
    text = scene.document.text
    if mode:
        mark = Found(kind, text[slice(*mode.at)], Span(*mode.at), mode.rule)
    else:
        mark = Found(kind, text[start:end], Span(start, end), "S90", Certainty.LIKELY)
    append_statement(scene, mark, start, end, explicit=task or kind in {Kind.ASSIGNMENT, Kind.NEXT_STEP})


def append_statement(scene: Scene, kind: Found[Kind], start: int, end: int, *, explicit: bool) -> None:
    """Add a statement of a kind.

    Args:
        scene: The notes so far; the statement comes last in it.
        kind: The kind, with the words that make it that.
        start: Where the words begin in the document.
        end: Where they end.
        explicit: Whether the notes say outright that something is to be done.
    """
    outcome = kind.value in OUTCOMES
    whole = scene.document.text[start:end]
    owner, end = owner_behind(scene, kind.value, start, end, explicit=explicit)
    if owner is None and explicit and kind.rule in _LABELLED and kind.value is Kind.ASSIGNMENT:
        owner, end = owner_at_end(scene, start, end)
    words = _without_link(scene.document.text[start:end], kind)
    end = start + len(words)
    task = (find_task(words, scene.cast) or task_inside(words, scene.cast)) if outcome or explicit else None
    if task is None and kind.value is Kind.ASSIGNMENT and (kind.rule in _LABELLED or kind.rule == "S34"):
        task = find_labelled_task(words, scene.cast)
    action = explicit or task is not None or (outcome and lexicon().search("gives_task", words) is not None)
    if owner is None and (action or kind.value is Kind.DECISION):
        owner = owner_in_label(scene, kind) or read_owner(scene, words, start, task)
    dated = Kind.ASSIGNMENT if explicit else kind.value
    due = read_statement_due(scene, dated, words, start, explicit=explicit, action=action)
    if due is None and owner and len(words) < len(whole):  # "– Rut, senast 3/5"
        due = read_statement_due(scene, dated, whole[len(words) :], end, explicit=False, action=False)
    statement = Statement(
        text=Found(_shown(words, kind.rule), words, Span(start, end), kind.rule, kind.certainty),
        kind=kind,
        item=item_at(scene.items, start),
        action=action,
        owner=owner,
        due=due,
        references=find_references(words, start, scene.met_on),
        excluded=_excluded(words, start),
    )
    _ask_which_meeting(scene, statement)
    scene.statements.append(statement)


def _shown(words: str, rule: str) -> str:
    """Words in normal form; the cells of a row (S47) with a sign between them."""
    if rule == ROW:
        return " – ".join(normal(cell) for cell in words.split("\n"))
    return normal(words).strip(" *_")


def _without_link(words: str, kind: Found[Kind]) -> str:
    """Rule S3: a link at the end of a decision's line is no part of it."""
    link = lexicon().search("see_link", words) if kind.rule == "S3" else None
    return words[: link.start()] if link else words


def _excluded(words: str, start: int) -> tuple[Found[str], ...]:
    """Organisations that are said not to take part (rule S8)."""
    match = lexicon().search("excluded", words)
    if match is None:
        return ()
    group = match.lastgroup or "a"
    span = Span(start + match.start(group), start + match.end(group))
    return (Found(normal(match[group]), match[group], span, "S8", Certainty.LIKELY),)


def _in_words(day: date) -> str:
    """A day as it is said ("9 oktober")."""
    months: dict[str, int] = lexicon().tables["times"]["months"]
    return f"{day.day} {next(name for name, number in months.items() if number == day.month)}"


def _ask_which_meeting(scene: Scene, statement: Statement) -> None:
    """A doubt where something is put to "a coming meeting" (rule R2)."""
    if statement.kind.value not in OUTCOMES | {Kind.POSTPONEMENT}:
        return
    for reference in statement.references:
        on = reference.value.on
        if (
            on
            and on.precision is Precision.MEETING
            and on.start is None
            and lexicon().search("coming_meeting", reference.words)
        ):
            near = f" {_in_words(scene.next_on)} är det närmaste." if scene.next_on else ""
            scene.doubt(f"Vilket möte avses?{near}", "references", reference.span, "R2")
