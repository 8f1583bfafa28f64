"""Where signed links lead: one address for all of them, and a view for each purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.mail.service import LinkUnusable, LinkUsed, find_link, purpose_of, use_link
from samsyn.register.models import Finalisation
from samsyn.register.protection import hidden_from
from samsyn.register.service import name_of
from samsyn.web.large_requests import takes_files_by_link
from samsyn.web.pages import show_plain
from samsyn.web.swedish import moment
from samsyn.web.views.originals import download

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from samsyn.mail.service import Link

GONE = 410


@takes_files_by_link
def follow(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show what the link does, do it when asked to, or say why it cannot be used."""
    try:
        link = find_link(token, user=request.user, on=timezone.localdate())
        return purpose_of(link.purpose).answer(request, link)
    except LinkUsed as error:
        return _used(request, error)
    except LinkUnusable as error:
        return _unusable(request, error)


def _used(request: HttpRequest, error: LinkUsed) -> HttpResponseBase:
    """What the link did, where its purpose tells of it: for as long as it would have worked."""
    link = error.link
    told = None
    if link is not None and timezone.localdate() <= link.last_on:
        told = purpose_of(link.purpose).answer_used(request, link, error.message)
    return told or _unusable(request, error)


def _unusable(request: HttpRequest, error: LinkUnusable) -> HttpResponse:
    return show_plain(
        request,
        "web/links/unusable.html",
        title=_("Länken går inte att använda"),
        lead=error.message,
        status=GONE,
    )


def confirm_trial(request: HttpRequest, link: Link) -> HttpResponse:
    """A letter on trial came through."""
    if request.method != "POST":
        return show_plain(
            request,
            "web/links/act.html",
            link=link,
            title=_("Kom provbrevet fram?"),
            act=_("Ja, det kom fram"),
        )
    with transaction.atomic():
        use_link(link, on=timezone.localdate())
    return show_plain(
        request, "web/links/done.html", title=_("Tack"), lead=_("Nu syns det i utkorgen att brevet kom fram.")
    )


def open_notes(request: HttpRequest, link: Link) -> HttpResponse:
    """Finished notes: which they are, and the file itself."""
    acts = Finalisation.objects.select_related("meeting", "version__source", "by")
    act = get_object_or_404(acts.prefetch_related("meeting__bodies"), pk=link.subject_id)
    if request.method == "POST":
        with transaction.atomic():
            use_link(link, on=timezone.localdate())
        return download(act.version.source, act.version.file_name, hidden=hidden_from(request.user))
    done = _("%(by)s rättade dem %(at)s.") if act.reason else _("%(by)s färdigställde dem %(at)s.")
    return show_plain(
        request,
        "web/links/notes.html",
        link=link,
        act=act,
        title=_("Anteckningar: %(name)s") % {"name": name_of(act.meeting)},
        lead=done % {"by": act.by, "at": moment(act.at, timezone.localdate())},
        newer=act.meeting.finalisations.filter(pk__gt=act.pk).exists(),
    )
