"""Say whether what was read is a comment, and answer one: in words, by a decision, by new words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change
from samsyn.plan.checks import clean_text, require_unchanged
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import CommentKind, CommentState, NamedGroup, PlanComment
from samsyn.plan.notes.writing import columns_taken
from samsyn.plan.reading.contested import spells_out
from samsyn.register.errors import ChangedMeanwhile
from samsyn.register.sight import sight_of

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Wording
    from samsyn.register.models import Statement

BINDING = ("decision", "agreed_outcome")
LONGEST_GROUP = 100


@transaction.atomic
def take_comment(comment: PlanComment, *, by: User, seen: str = "") -> Event:
    """Say that what was read is a comment; a wish that the notes decide is decided by its own words.

    A word for a group that it asks to have spelled out is kept as one that nobody has resolved.

    Args:
        comment: One that is proposed, or was refused.
        by: Who says so.
        seen: What `stamp_of_row` gave when it was shown; empty where that does not matter.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        ChangedMeanwhile: Somebody has said something of it since.
    """
    now = _lock(comment, by, seen, among=(CommentState.PROPOSED, CommentState.REFUSED))
    said = now.statement
    is_decided = now.kind == CommentKind.CHANGE_REQUEST and said is not None and said.kind in BINDING
    words = spells_out(said.text)[:LONGEST_GROUP] if said else ""
    if words:
        NamedGroup.objects.get_or_create(plan=now.plan, words=words, defaults={"source": said, "by": by})
    columns = columns_taken(is_decided=is_decided, statement=now.statement_id)
    return change(now, "plancomment.taken", columns, by=by)


@transaction.atomic
def refuse_comment(comment: PlanComment, *, by: User, seen: str = "") -> Event:
    """Say that what was read is no comment; it is not proposed again, however often the notes are read.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        ChangedMeanwhile: Somebody has said something of it since.
    """
    now = _lock(comment, by, seen, among=(CommentState.PROPOSED, CommentState.OPEN))
    return change(now, "plancomment.refused", {"state": CommentState.REFUSED}, by=by)


@transaction.atomic
def answer_comment(comment: PlanComment, text: str, *, by: User, seen: str = "") -> Event:
    """Answer in words.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        PlanUnusable: There are no words, or they cannot be kept.
        ChangedMeanwhile: Somebody has said something of it since.
    """
    now = _lock(comment, by, seen, among=())
    answer = clean_text(text)
    if not answer:
        raise PlanUnusable("Skriv ett svar.")
    state = CommentState.DECIDED if now.state == CommentState.DECIDED else CommentState.ANSWERED
    return change(now, "plancomment.answered", {"state": state, "answer": answer, **_answered(by)}, by=by)


@transaction.atomic
def decide_comment(comment: PlanComment, statement: Statement, *, by: User, seen: str = "") -> Event:
    """Answer with what a meeting has decided.

    Raises:
        PermissionDenied: They may not, or do not see either notes.
        PlanUnusable: The words decide nothing.
        ChangedMeanwhile: Somebody has said something of it since.
    """
    now = _lock(comment, by, seen, among=())
    if statement.kind not in BINDING or not sight_of(by).sees(statement.meeting):
        raise PlanUnusable("Välj ett beslut eller något som mötet kom överens om.")
    columns = {"state": CommentState.DECIDED, "answer_in": statement, **_answered(by)}
    return change(now, "plancomment.decided", columns, by=by)


@transaction.atomic
def reword_for_comment(comment: PlanComment, wording: Wording, *, by: User, seen: str = "") -> Event:
    """Say which new version came of a comment.

    Raises:
        PermissionDenied: They may not, or do not see the notes.
        PlanUnusable: The version is of another plan.
        ChangedMeanwhile: Somebody has said something of it since.
    """
    now = _lock(comment, by, seen, among=())
    if wording.part.plan_id != now.plan_id:
        raise PlanUnusable("Lydelsen hör inte till den här planen.")
    state = CommentState.DECIDED if now.state == CommentState.DECIDED else CommentState.ANSWERED
    columns = {"state": state, "answer_wording": wording, **_answered(by)}
    return change(now, "plancomment.reworded", columns, by=by)


def _answered(by: User) -> dict[str, Any]:
    return {"answered_by": by, "answered_at": timezone.now()}


def _lock(comment: PlanComment, by: User, seen: str, *, among: tuple[str, ...]) -> PlanComment:
    """A comment as it stands, in one of some states (any but proposed and refused where none are named)."""
    require(by, "plan.answer_comment", comment)
    rows = PlanComment.objects.select_for_update(of=("self",)).select_related("plan", "statement__meeting")
    now = rows.get(pk=comment.pk)
    require_unchanged(now, seen)
    waiting = now.state not in (CommentState.PROPOSED, CommentState.REFUSED)
    if (among and now.state not in among) or not (among or waiting):
        raise ChangedMeanwhile("Det är redan sagt: ladda om sidan.")
    if now.statement is not None and not sight_of(by).sees(now.statement.meeting):
        raise PlanUnusable("Du ser inte de anteckningarna.")
    return now
