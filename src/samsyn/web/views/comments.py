"""Comments on new notes: asking for them, writing them through a link, answering them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samsyn.mail.service import MailError
from samsyn.reading import document_from_json
from samsyn.register import service
from samsyn.register.models import Meeting, NotesComment
from samsyn.register.protection import hidden_from
from samsyn.register.queries.life import known_addresses
from samsyn.register.queries.veiling import veil_notes
from samsyn.web.notes import write_notes
from samsyn.web.pages import asked_day, read_numbers, show, show_plain, signed_in
from samsyn.web.views.life import own_notes, read_addresses, seen_version

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from samsyn.mail.service import Link

DAYS = 7
CONFLICT = 409


def ask(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Whom to ask, and until when."""
    meeting, version = own_notes(request, meeting_id, "register.send_for_comments")
    if meeting.notes_state not in service.OPEN:
        return redirect("meeting", meeting_id)
    today = timezone.localdate()
    wanted, day = request.POST.get("adresser"), request.POST.get("dag", str(today + timedelta(days=DAYS)))
    refused = ""
    if wanted is not None:
        try:
            n_letters = service.send_for_comments(
                meeting, seen=seen_version(request), addresses=read_addresses(wanted),
                last_on=_read_day(day, today), by=signed_in(request),
            )  # fmt: skip
        except (service.RegisterError, MailError) as error:
            refused = error.message
        else:
            told = ngettext("Ett brev går i väg.", "%(n)s brev går i väg.", n_letters) % {"n": n_letters}
            messages.success(request, told)
            return redirect("meeting", meeting_id)
    return show(
        request,
        "web/life/ask.html",
        current="meetings",
        meeting=meeting,
        version=version,
        wanted="\n".join(known_addresses(meeting)) if wanted is None else wanted,
        day=day,
        today=today,
        refused=refused,
    )


def _read_day(text: str, today: date) -> date:
    """The last day for comments.

    Raises:
        NotesNotReady: It is no day, or has passed.
    """
    day = asked_day(text)
    if day is None:
        raise service.NotesNotReady(_("Välj en dag."))
    if day < today:
        raise service.NotesNotReady(_("Dagen har passerat: välj en som kommer."))
    return day


@require_POST
def answer(request: HttpRequest, meeting_id: int, comment_id: int) -> HttpResponse:
    """Answer a comment; without words it is taken care of. Of two who answer the second sees both."""
    comments = NotesComment.objects.select_related("meeting", "item", "answered_by")
    comment = get_object_or_404(comments, pk=comment_id, meeting=meeting_id)
    own = request.POST.get("svar", "")
    try:
        service.answer_comment(comment, answer=own, by=signed_in(request), seen=request.POST.get("sett"))
    except service.AlreadyDecided as error:
        comment.refresh_from_db()
        return show(
            request,
            "web/life/answered.html",
            current="meetings",
            status=CONFLICT,
            meeting=comment.meeting,
            comment=comment,
            own=own,
            refused=error.message,
            today=timezone.localdate(),
        )
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Synpunkten är besvarad."))
    return redirect(f"{reverse('meeting', args=[meeting_id])}#synpunkter")


def comment_notes(request: HttpRequest, link: Link) -> HttpResponse:
    """The notes as they look, and below them a place to say something about them."""
    meeting = get_object_or_404(Meeting.objects.prefetch_related("bodies", "items"), pk=link.subject_id)
    version = meeting.versions.get(is_current=True)
    veil_notes(version, hidden_from(request.user))
    refused, done, text = "", False, request.POST.get("synpunkt", "")
    if request.method == "POST":
        item = next(iter(read_numbers([request.POST.get("punkt", "")])), None)
        try:
            service.write_comment(link, text=text, item=item, on=timezone.localdate())
        except service.RegisterError as error:
            refused = error.message
        else:
            done, text = True, ""
    return show_plain(
        request,
        "web/links/comment.html",
        link=link,
        meeting=meeting,
        title=_("Synpunkter: %(name)s") % {"name": service.name_of(meeting)},
        notes=write_notes(document_from_json(version.document), []),
        own=meeting.comments.filter(address=link.address).select_related("item"),
        text=text,
        refused=refused,
        done=done,
    )
