"""Keep what notes say of plans in step with them: called when notes come or change, and to catch up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from samsyn.plan.models import ReadMeeting
from samsyn.plan.notes.knowing import known_plans, stamp_of_plans
from samsyn.plan.notes.loading import load_notes, meetings_about_plans
from samsyn.plan.notes.recording import record_reading
from samsyn.plan.reading.reader import read_about
from samsyn.register.models import SourceVersion
from samsyn.register.sight import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.plan.notes.knowing import KnownPlan

RULES = "1"  # raised when the same notes say something else: those read by older rules are read again
TEXT = CharField()
AT_ONCE = 50


def mark_unread(meeting: int) -> None:
    """Write down that a meeting's notes have changed, in the transaction that changes them."""
    ReadMeeting.objects.filter(meeting=meeting).update(stamp="")


def read_for_plans(meetings: Sequence[int]) -> None:
    """Read the notes of some meetings for what they say of the plans that are followed.

    Args:
        meetings: Ids; those that are gone are passed over.
    """
    plans = known_plans()
    if plans:
        _read(meetings, plans)


def waiting_for_plans() -> list[int]:
    """Ids of meetings whose notes may speak of a plan and were not read for the plans as they are now."""
    plans = known_plans()
    if not plans:
        return []
    about = meetings_about_plans(EVERYTHING)
    stamps = _stamps(about, plans)
    read = dict(ReadMeeting.objects.filter(meeting__in=about).values_list("meeting", "stamp"))
    return [pk for pk in about if read.get(pk) != stamps.get(pk, "-")]


def catch_up_plans(*, at_most: int | None = AT_ONCE) -> int:
    """Read what waits for it: a plan was made or changed, a process died, or the rules are new.

    Returns:
        How many are left.
    """
    waiting = waiting_for_plans()
    chosen = waiting[:at_most]
    if chosen:
        _read(chosen, known_plans())
    return len(waiting) - len(chosen)


def _read(meetings: Sequence[int], plans: Sequence[KnownPlan]) -> None:
    """Read meetings, each in a transaction of its own."""
    stamps = _stamps(meetings, plans)
    for notes in load_notes(meetings):
        with transaction.atomic():
            for one in plans:
                record_reading(read_about([notes], one.known), one, meeting=notes.key, on=notes.on)
            ReadMeeting.objects.update_or_create(
                meeting_id=notes.key, defaults={"stamp": stamps.get(notes.key, "-")}
            )


def _stamps(meetings: Sequence[int], plans: Sequence[KnownPlan]) -> dict[int, str]:
    """What is written with meetings that are read now: of their notes, the rules and the plans."""
    colon, end = Value(":"), Value(f":{RULES}:{stamp_of_plans(plans)}")
    stamp = Concat(Cast("pk", TEXT), colon, F("reader_version"), end, output_field=TEXT)
    rows = SourceVersion.objects.filter(is_current=True, meeting__in=meetings).annotate(now=stamp)
    return dict(rows.values_list("meeting_id", "now"))
