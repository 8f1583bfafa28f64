"""What is said of the wording of a decision that is kept, for those who may answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.accounts.permissions import may
from samsyn.plan.queries.wording import look_at
from samsyn.web.plan_vocabulary import WORDING_AS
from samsyn.wording import Beside, Kind

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User
    from samsyn.plan.queries.wording import Looked
    from samsyn.register.models import Statement


def remarks_of(said: Statement, *, user: User | AnonymousUser) -> Looked | None:
    """What is said of a decision's or an agreed outcome's words; None for others, and for who only reads."""
    kind = WORDING_AS.get(said.kind)
    if kind is None or not may(user, "plan.answer_remark"):
        return None
    return look_at(said.text, kind=Kind(kind), beside=Beside.TIME if said.due_words else Beside.NOTHING)
