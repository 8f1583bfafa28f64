"""One meeting: the notes as they look, beside what was read in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.matters.queries.belonging import belongings_of
from samsyn.matters.queries.carried import followed_at
from samsyn.matters.queries.ties import ties_of
from samsyn.register.models import Meeting, Value, ValueState
from samsyn.register.protection import hidden_from
from samsyn.register.queries import coverage, meeting_page, places_of
from samsyn.register.queries.drafts import draft_of
from samsyn.register.queries.life import comments_of, finalisations_of, waiting_corrections_of
from samsyn.register.queries.published import publication_of
from samsyn.register.queries.veiling import veil_meeting
from samsyn.register.sight import UNFINISHED, sight_of
from samsyn.web.hand_overs import hand_overs_of
from samsyn.web.kept_pages import kept_page
from samsyn.web.pages import show
from samsyn.web.reasons import tell_reasons
from samsyn.web.records import write_record

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.register.models import SourceVersion
    from samsyn.register.protection import Hidden
    from samsyn.register.sight import Sight
    from samsyn.web.records import Record


@kept_page()
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The page; `?rad=` is the row chosen on both sides, `?ord=` the words that are lit in the notes."""
    sees, sought = sight_of(request.user), request.GET.get("ord", "")
    found = read_meeting(meeting_id, sees=sees, sought=sought, hidden=hidden_from(request.user))
    if not sees.sees(found.meeting):
        return show(request, "web/life/unseen.html", current="meetings", meeting=found.meeting)
    may_write = may(request.user, "register.finalise_notes", found.meeting)
    ties = ties_of(found.meeting)
    return show(
        request,
        "web/meeting.html" if found.version else "web/meeting_without_notes.html",
        current="meetings",
        record=found,
        meeting=found.meeting,
        chosen=request.GET.get("rad", ""),
        may_decide=may(request.user, "register.confirm_value", found.meeting),
        may_blot=may(request.user, "register.blot_out", found.meeting),
        may_write=may_write,
        draft=draft_of(found.meeting) if may_write and found.meeting.notes_state in UNFINISHED else None,
        acts=finalisations_of(found.meeting),
        publication=publication_of(found.meeting),
        corrections=waiting_corrections_of(found.meeting),
        comments=comments_of(found.meeting),
        belongings=belongings_of(found.meeting, sees=sees) if ties.matters else {},
        may_tie=may(request.user, "matters.tie_knot"),
        tell_reasons=tell_reasons,
        hand_overs=hand_overs_of(request, found.meeting, on=timezone.localdate(), has_any=ties.hand_overs),
        followed=followed_at(found.meeting, on=timezone.localdate(), sees=sees, has_carried=ties.carried),
        today=timezone.localdate(),
    )


def read_meeting(meeting_id: int, *, sees: Sight, hidden: Hidden, sought: str = "") -> Record:
    """A meeting arranged for its page.

    Args:
        meeting_id: Which.
        sees: Which unfinished notes somebody sees.
        sought: Words to be lit in its notes.
        hidden: Whom the page is not to tell of.

    Raises:
        Http404: There is none with that id.
    """
    try:
        found = meeting_page(meeting_id, sees=sees)
    except Meeting.DoesNotExist as error:
        raise Http404 from error
    untold = veil_meeting(found, hidden)
    rejected = Value.objects.filter(meeting=meeting_id, state=ValueState.REJECTED).order_by("id")
    version: SourceVersion | None = next(iter(found.current_versions), None)  # type: ignore[attr-defined]
    places = places_of(sought, version.text) if sought and version else ()
    return write_record(
        found, coverage(found, untold=untold, hidden=hidden), rejected.select_related("decided_by"), places
    )
