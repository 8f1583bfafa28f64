"""Write a new version of what a part of the plan says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.answer_comment import reword_for_comment, take_comment
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import clean_line, clean_text, lock_part
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import CommentState, PlanComment, Wording
from samsyn.register.actions.deciding import columns_of, set_columns
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotUndo, ChangedMeanwhile

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Part
    from samsyn.register.models import Statement

ANSWER = "answer_wording"


@dataclass(frozen=True, slots=True)
class WordingWanted:
    """New words of a part.

    Attributes:
        text: All of them.
        why: Why they are changed; must be said from the second version on.
        asked_in: The words in notes that asked for it or decided it.
        holds_from: The day from which it holds; None where nobody says.
        answers: Comments and wishes that are answered by it.
    """

    text: str
    why: str = ""
    asked_in: Statement | None = None
    holds_from: date | None = None
    answers: tuple[PlanComment, ...] = ()


@transaction.atomic
def write_wording(part: Part, wanted: WordingWanted, *, by: User, seen: int | None = None) -> Event:
    """Let a part say something else; what it said before is kept.

    Args:
        part: Which.
        wanted: The new words.
        by: Who writes them.
        seen: Number of the version that was shown, 0 for none; None to ask nothing.

    Returns:
        The event; its subject is the new version.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: There are no words, they stand so already, or nobody says why.
        ChangedMeanwhile: Somebody has written a version since.
    """
    require(by, "plan.change_plan")
    now, words, reason = lock_part(part), clean_text(wanted.text), clean_line(wanted.why)
    last = now.wordings.last()
    number = last.number if last else 0
    if seen is not None and seen != number:
        raise ChangedMeanwhile(
            "Någon har skrivit en ny lydelse medan du hade sidan öppen. Läs den först: din är inte sparad."
        )
    _require_news(words, reason, last.text if last else None)
    made = Wording.objects.create(
        part=now,
        number=number + 1,
        text=words,
        why=reason,
        asked_in=wanted.asked_in,
        holds_from=wanted.holds_from,
        by=by,
    )
    before = {"text": last.text} if last else {}
    answered = [_answer(comment, made, by=by) for comment in wanted.answers]
    after = {"text": words, "number": made.number, "part": now.pk, "answered": answered}
    return record(made, "wording.written", by=by, before=before, after=after, why=reason)


def _require_news(words: str, why: str, before: str | None) -> None:
    """Go on only if the words are new, and it is said why they come instead of others.

    Raises:
        PlanUnusable: They are not.
    """
    if not words:
        raise PlanUnusable("Skriv lydelsen.")
    if words == before:
        raise PlanUnusable("Orden är desamma som i den lydelse som gäller.")
    if before is not None and not why:
        raise PlanUnusable("Skriv varför lydelsen ändras, så att de som bedömt sig mot den gamla ser det.")


def take_back_written(wording: Wording, event: Event) -> None:
    """Remove a version that nobody has built on; what it answered waits for an answer again.

    Raises:
        CannotUndo: A later one exists, or an assessment or a comment speaks of it.
    """
    if Wording.objects.filter(part=wording.part, number__gt=wording.number).exists():
        raise CannotUndo("En senare lydelse finns: ångra den först.")
    if any(rows.exists() for _model, column, rows in pointers_to(wording) if column != ANSWER):
        raise CannotUndo("En bedömning eller en synpunkt hör till lydelsen: skriv en ny i stället.")
    for pk, before in event.after.get("answered", ()):
        comment = PlanComment.objects.filter(pk=pk, answer_wording=wording).first()
        if comment is not None:
            now = columns_of(comment, list(before))
            set_columns(comment, before)
            record(comment, "plancomment.undone", by=None, before=now, after=before)
    wording.delete()


def _answer(comment: PlanComment, wording: Wording, *, by: User) -> tuple[int, dict[str, Any]]:
    """Let a comment be answered by a version; its id, and its columns as they were.

    Raises:
        PlanUnusable: It is of another part, or was answered by a version already.
        ChangedMeanwhile: It is no comment after all.
    """
    now = PlanComment.objects.select_related("plan", "statement__meeting").get(pk=comment.pk)
    if now.part_id != wording.part_id or now.answer_wording_id:
        raise PlanUnusable("En av synpunkterna har redan ett svar, eller gäller en annan del.")
    before: dict[str, Any] = {}
    if now.state == CommentState.PROPOSED:  # who answers what was read says that it was rightly read
        before = take_comment(now, by=by).before
    event = reword_for_comment(now, wording, by=by)
    return now.pk, event.before | before
