"""What is said of the example county's plan: comments taken, answered and written, and contested words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.cli.example_plan_changes import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.cli.example_plan_changes import Hand, Row
    from samsyn.plan.models import PlanComment


def _comment(hand: Hand, row: Row) -> None:
    """Take or write it, and answer it as far as it was answered."""
    from samsyn.plan.service import answer_comment, decide_comment, refuse_comment, reword_for_comment

    comment = _written(hand, row) if "text" in row else _read(hand, row)
    if comment is None:
        return
    if row.get("refused"):
        refuse_comment(comment, by=hand.by)
        return
    _take(hand, comment)
    if "answer" in row:
        answer_comment(comment, row["answer"], by=hand.by)
    decision = words_of(row["decided"]) if "decided" in row else None
    if decision is not None:
        decide_comment(comment, decision, by=hand.by)
    if "reworded" in row:
        wording = hand.part(row["reworded"]).wordings.get(number=2)
        reword_for_comment(comment, wording, by=hand.by)


def _read(hand: Hand, row: Row) -> PlanComment | None:
    """What was proposed out of notes; None where these could not be read."""
    said = words_of(row)
    return hand.plan.comments.filter(statement=said).first() if said else None


def _written(hand: Hand, row: Row) -> PlanComment:
    from samsyn.plan.models import PlanComment
    from samsyn.plan.service import CommentWanted, write_comment

    wanted = CommentWanted(
        hand.plan,
        row["text"],
        part=hand.part(row["part"]),
        wish=row.get("wish", ""),
        of_time=row.get("of_time", False),
    )
    event = write_comment(wanted, by=hand.tellers.get(row["by"], hand.by))
    return PlanComment.objects.get(pk=event.subject_id)


def _take(hand: Hand, comment: PlanComment) -> None:
    from samsyn.plan.models import CommentState
    from samsyn.plan.service import take_comment

    if comment.state == CommentState.PROPOSED:
        take_comment(comment, by=hand.by)


def _mark(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import mark_word

    mark_word(row["word"], row["instead"], why=row["why"], by=hand.by)


COMMENTS: dict[str, Callable[[Hand, Row], None]] = {"comment": _comment, "word": _mark}
