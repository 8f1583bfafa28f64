"""The outbox: letters that wait, came back or have left."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import require
from samsyn.mail import service
from samsyn.mail.models import OutgoingMail
from samsyn.mail.queries import letters_gone, letters_here
from samsyn.web.pages import show, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 50


def outbox(request: HttpRequest, *, refused: str = "", wanted: str = "") -> HttpResponse:
    """Letters here first, then the latest that have left; `refused` says why none was made for `wanted`."""
    require(request.user, "mail.see_outbox")
    here = letters_here()
    return show(
        request,
        "web/outbox/letters.html",
        current="outbox",
        here=here[:SHOWN],
        n_here=here.count(),
        gone=letters_gone()[:SHOWN],
        has_server=service.is_server_set(),
        refused=refused,
        wanted=wanted or signed_in(request).email,
        shown=SHOWN,
        today=timezone.localdate(),
    )


@require_POST
def try_mail(request: HttpRequest) -> HttpResponse:
    """Queue a letter on trial."""
    to = request.POST.get("adress", "").strip()
    try:
        service.send_trial(to=to, by=signed_in(request), on=timezone.localdate())
    except service.MailError as error:
        return outbox(request, refused=error.message, wanted=to)
    messages.success(request, _("Provbrevet till %(to)s ligger i utkorgen.") % {"to": to})
    return redirect("outbox")


@require_POST
def hand_over(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Show a letter whole, to be sent by hand; it leaves the outbox."""
    mail = get_object_or_404(OutgoingMail.objects.select_related("link"), pk=mail_id)
    try:
        text = service.hand_over_mail(mail, by=signed_in(request))
    except service.MailError as error:
        messages.error(request, error.message)
        return redirect("outbox")
    address = f"mailto:{quote(mail.address)}?subject={quote(service.veiled(mail.subject))}&body={quote(text)}"
    return show(request, "web/outbox/letter.html", current="outbox", mail=mail, text=text, address=address)


@require_POST
def again(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Let a letter that came back be tried once more."""
    mail = get_object_or_404(OutgoingMail, pk=mail_id)
    try:
        service.send_again(mail, by=signed_in(request))
    except service.MailError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Brevet till %(to)s prövas igen.") % {"to": mail.address})
    return redirect("outbox")
