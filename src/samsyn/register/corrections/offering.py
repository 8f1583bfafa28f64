"""What a later reading says of a field, as the columns that it becomes when a person takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.minutes.records import OwnerKind
from samsyn.register.corrections.understanding import Setting, Written, understand

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting

PERIODS = {
    "due": ("due_start", "due_end", "due_precision", "due_words"),
    "held": ("start_on", "end_on", "precision", "day_words"),
}


def columns_offered(
    subject: Any, meeting: Meeting, field: str, offered: dict[str, Any], *, by: User
) -> dict[str, Any]:
    """The columns of a field.

    Args:
        subject: The object that the value is of.
        meeting: Whose notes were read.
        field: As values call it.
        offered: What was read, as `Doubt.offered` keeps it.
        by: Who takes it.

    Raises:
        CorrectionUnusable: It cannot be taken by itself.
    """
    plain = offered["value"]
    setting = Setting(subject, meeting, by)
    if field in PERIODS:
        said = (plain["start"], plain["end"], plain["precision"], offered["words"][:300])
        return dict(zip(PERIODS[field], said, strict=True))
    if field == "owner" and plain["kind"] == OwnerKind.UNRESOLVED:
        ids = dict.fromkeys(("owner_person", "owner_organisation", "owner_body"))
        return {"owner_name": plain["name"], "owner_kind": plain["kind"], **ids}
    if field == "owner":
        chosen = plain["kind"] if plain["kind"] == OwnerKind.ROLE else f"new-{plain['kind']}"
        return understand(setting, field, Written(plain["name"], chosen))
    words = offered["words"] if field == "next_meeting" else str(plain)
    return understand(setting, field, Written(words))
