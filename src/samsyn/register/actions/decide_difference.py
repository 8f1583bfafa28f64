"""Decide on a difference: what a person has said stays, or what a later reading says is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.register.actions.deciding import subject_of
from samsyn.register.actions.reshaping import record_reshaping
from samsyn.register.answers import KEEP, TAKE
from samsyn.register.corrections.offering import columns_offered
from samsyn.register.errors import AlreadyDecided, AnswerUnknown
from samsyn.register.models import Doubt, DoubtState, ValueState

if TYPE_CHECKING:
    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.history.models import Event

PLACE = ("value", "words", "start", "end", "rule", "certainty")


@transaction.atomic
def decide_difference(doubt: Doubt, code: str, *, by: User) -> Event:
    """Keep what a person has said, or take what the later reading says; the same is not asked again.

    Args:
        doubt: One with `offered`.
        code: `KEEP` or `TAKE`.
        by: Who decides.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: Somebody has decided.
        AnswerUnknown: It is neither answer.
    """
    require(by, "register.settle_doubt", doubt)
    doubt = Doubt.objects.select_for_update(of=("self",)).select_related("meeting", "value").get(pk=doubt.pk)
    value, offered = doubt.value, doubt.offered
    if doubt.state != DoubtState.OPEN:
        raise AlreadyDecided("Frågan är redan besvarad: ladda om sidan.")
    if code not in {KEEP, TAKE} or value is None or offered is None:
        raise AnswerUnknown("Det svaret går inte längre att ge: ladda om sidan.")
    state = ValueState.CONFIRMED if code == TAKE else ValueState.CORRECTED
    decided = {"state": str(state), "decided_by": by.pk, "decided_at": timezone.now().isoformat()}
    read = {name: offered[name] for name in PLACE} | {"lost": False}
    rows: list[tuple[Model, dict[str, Any]]] = [(value, read | decided), (doubt, {"state": "settled"})]
    if code == TAKE:
        _name, subject = subject_of(value)
        rows.append((subject, columns_offered(subject, doubt.meeting, value.field, offered, by=by)))
    what = "difference.taken" if code == TAKE else "difference.kept"
    return record_reshaping(what, value, rows, made=[], by=by)
