"""Put a statement together: text, kind, owner, due, references."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.items import item_at
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import (
    Certainty,
    Found,
    Kind,
    Period,
    Precision,
    Statement,
)
from samsyn.minutes.references import find_references
from samsyn.minutes.statements.dues import due_in_heading, read_due, recurring_due
from samsyn.minutes.statements.owners import owner_behind, read_owner, task_inside
from samsyn.minutes.statements.scene import OUTCOMES, Scene
from samsyn.minutes.statements.tasks import find_due, find_task
from samsyn.minutes.subjects import owner_of
from samsyn.minutes.texts import normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.statements.passages import Mode
    from samsyn.minutes.statements.tables import ActionRow


_LINK = re.compile(r"\s*\bSe\s[^.?!]{0,40}https?://\S+\s*$")


def add_statement(scene: Scene, kind: Kind, start: int, end: int, mode: Mode | None) -> None:
    text = scene.document.text
    if mode:
        mark = Found(kind, text[slice(*mode.at)], Span(*mode.at), mode.rule)
    else:
        mark = Found(kind, text[start:end], Span(start, end), "S90", Certainty.LIKELY)
    append_statement(scene, mark, start, end, explicit=kind in {Kind.ASSIGNMENT, Kind.NEXT_STEP})


_GIVES = re.compile(
    r"\b(?:uppdra[rs]?|uppdrogs) (?:åt|till)\b|\b(?:ge|ger|gav) [^.]{2,60}? i uppdrag\b|\bfår i uppdrag\b",
    re.IGNORECASE,
)


def append_statement(scene: Scene, kind: Found[Kind], start: int, end: int, *, explicit: bool) -> None:
    text = scene.document.text
    owner, end = owner_behind(scene, kind.value, start, end, explicit=explicit)
    if kind.rule == "S3" and (link := _LINK.search(text, start, end)):
        end = link.start()
    words = text[start:end]
    task = find_task(words, scene.cast)
    inner = task_inside(words, scene.cast) if kind.value in OUTCOMES else None
    given = kind.value in OUTCOMES and _GIVES.search(words) is not None
    action = explicit or given or ((task or inner) is not None and kind.value in OUTCOMES)
    if owner is None and (action or kind.value is Kind.DECISION):
        owner = read_owner(scene, words, start)
    due = None
    if kind.value in OUTCOMES | {Kind.POSTPONEMENT, Kind.PROPOSAL}:
        mention = find_due(words, firm=not (explicit or action))
        due = (
            read_due(scene, words, start, mention, len(scene.statements))
            if mention
            else recurring_due(words, start, explicit=explicit)
        )
        due = due or due_in_heading(scene, start, explicit=explicit)
    statement = Statement(
        text=Found(normal(words).strip(" *_"), words, Span(start, end), kind.rule, kind.certainty),
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


@cache
def _exclusions() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words) for words in lexicon().words("owners", "excluded"))


def _excluded(words: str, start: int) -> tuple[Found[str], ...]:
    """Organisations that are said not to take part (rule S8)."""
    for pattern in _exclusions():
        match = pattern.search(words)
        if match:
            return (
                Found(
                    normal(match["who"]),
                    match["who"],
                    Span(start + match.start("who"), start + match.end("who")),
                    "S8",
                    Certainty.LIKELY,
                ),
            )
    return ()


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
            and re.search(r"kommande|senare|nästkommande", reference.words, re.IGNORECASE)
        ):
            near = f" {scene.next_on.day}/{scene.next_on.month} är det närmaste." if scene.next_on else ""
            scene.doubt(f"Vilket möte avses?{near}", "references", reference.span, "R2")


def read_row(scene: Scene, row: ActionRow) -> None:
    start, end = row.what[0].start, row.what[-1].end
    text = scene.document.text
    owner = due = None
    if row.who:
        owner = Found(owner_of(row.who.text, scene.cast), row.who.text, row.who.span, "S35")
    if row.when:
        mention = next(iter(find_mentions(row.when.text)), None)
        due = (
            read_due(scene, row.when.text, row.when.start, mention, len(scene.statements))
            if mention
            else Found(
                Period(None, None, Precision.UNCERTAIN),
                row.when.text,
                row.when.span,
                "S35",
                Certainty.DOUBTFUL,
            )
        )
        due = replace(due, words=row.when.text, span=row.when.span)
    mark = Found(Kind.ASSIGNMENT, text[start:end], Span(start, end), "S35")
    scene.statements.append(
        Statement(
            Found(normal(text[start:end]), text[start:end], Span(start, end), "S35"),
            mark,
            item_at(scene.items, start),
            action=True,
            owner=owner,
            due=due,
            references=find_references(text[start:end], start, scene.met_on),
        )
    )
