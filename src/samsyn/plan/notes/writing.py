"""Write what was read in notes as rows: comments, contested words, groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.plan.models import (
    CommentKind,
    CommentState,
    ContestedWord,
    NamedGroup,
    PlanComment,
    ProposalState,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samsyn.accounts.models import User
    from samsyn.plan.models import Part, Plan
    from samsyn.plan.notes.wanting import OutlineChosen
    from samsyn.plan.reading.records import CommentRead, PlanRead, WordRead

LONGEST_WHY = 500
LONGEST_GROUP = 100


def columns_read(one: CommentRead) -> dict[str, Any]:
    """What is read of a comment, as columns."""
    return {
        "kind": CommentKind.CHANGE_REQUEST if one.wants_change else CommentKind.COMMENT,
        "statement_id": one.place.said,
        "reasons": [{"code": reason.code, "words": list(reason.words)} for reason in one.reasons],
    }


def columns_taken(*, is_decided: bool, statement: int | None) -> dict[str, Any]:
    """The state of a comment once a person has taken it: a decided wish is answered by its own words."""
    if is_decided:
        return {"state": CommentState.DECIDED, "answer_in_id": statement}
    return {"state": CommentState.OPEN}


def part_of(one: CommentRead, parts: Mapping[tuple[int, int], Part]) -> Part | None:
    """The step that a comment is about, else its area; None for the plan as a whole.

    Args:
        one: The comment.
        parts: Areas and steps by the position of the area and the number of the step, 0 for the area.
    """
    if one.area is None:
        return None
    return parts.get((one.area, one.step or 0)) or parts.get((one.area, 0))


def write_comments(
    plan: Plan, read: PlanRead, chosen: OutlineChosen, parts: Mapping[tuple[int, int], Part], *, by: User
) -> Iterator[PlanComment]:
    """Each comment that was chosen is taken; the others are refused, so that they are not proposed again."""
    for one in read.comments:
        part = part_of(one, parts)
        wanted = one.place.said in chosen.comments and (one.area is None or part is not None)
        taken = columns_taken(is_decided=one.wants_change and one.is_decided, statement=one.place.said)
        state = taken if wanted else {"state": CommentState.REFUSED}
        yield PlanComment.objects.create(plan=plan, part=part, by=by, **columns_read(one), **state)


def write_groups(plan: Plan, read: PlanRead, chosen: OutlineChosen, *, by: User) -> Iterator[NamedGroup]:
    """The groups that were chosen; nobody has said yet who is in them."""
    for group in read.groups:
        if group.words in chosen.groups:
            words = group.words[:LONGEST_GROUP]
            yield NamedGroup.objects.create(plan=plan, words=words, source_id=group.place.said, by=by)


def write_words(read: PlanRead, chosen: OutlineChosen, *, by: User) -> Iterator[ContestedWord]:
    """The contested words that nobody has said anything of before."""
    for word in read.words:
        if not ContestedWord.objects.filter(word=word.word).exists():
            state = ProposalState.TAKEN if word.word in chosen.words else ProposalState.REFUSED
            yield write_word(word, state, by=by)


def write_word(word: WordRead, state: str, *, by: User | None = None) -> ContestedWord:
    """A contested word as it was read."""
    return ContestedWord.objects.create(
        word=word.word,
        instead=list(word.instead),
        why=word.why[:LONGEST_WHY],
        state=state,
        source_id=word.place.said,
        by=by,
    )
