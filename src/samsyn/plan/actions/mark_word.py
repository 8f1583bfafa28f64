"""The county's contested words: marked by hand, or taken or refused where notes contest them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change, record
from samsyn.plan.checks import clean_line
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import ContestedWord, ProposalState
from samsyn.register.actions.deciding import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.accounts.models import User
    from samsyn.history.models import Event

LONGEST_WORD = 100
MOST_INSTEAD = 12


@transaction.atomic
def mark_word(word: str, instead: Iterable[str] = (), *, why: str = "", by: User) -> Event:
    """Mark a word as contested, or say something else of one that is.

    Args:
        word: As it is written; kept in small letters.
        instead: Better words, the best first.
        why: How it is misread.
        by: Who says so.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: There is no word, it cannot be kept, or it stands so already.
    """
    require(by, "plan.change_words")
    plain = clean_line(word, longest=LONGEST_WORD).lower()
    if not plain:
        raise PlanUnusable("Skriv ordet.")
    better = [text for one in instead if (text := clean_line(one, longest=LONGEST_WORD))]
    columns = {"instead": better[:MOST_INSTEAD], "why": clean_line(why), "state": ProposalState.TAKEN}
    row = ContestedWord.objects.select_for_update().filter(word=plain).first()
    if row is not None:
        return change(row, "contestedword.changed", columns, by=by)
    row = ContestedWord.objects.create(word=plain, by=by, **columns)
    return record(row, "contestedword.marked", by=by, after=columns_of(row, ["word", "instead", "why"]))


@transaction.atomic
def decide_word(word: ContestedWord, *, is_contested: bool, by: User) -> Event:
    """Say whether a word is contested; one that is not is not proposed again.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is said already.
    """
    require(by, "plan.change_words")
    now = ContestedWord.objects.select_for_update().get(pk=word.pk)
    state = ProposalState.TAKEN if is_contested else ProposalState.REFUSED
    what = "contestedword.taken" if is_contested else "contestedword.refused"
    return change(now, what, {"state": state}, by=by)
