"""Invitations: somebody new is invited, and chooses a password by the link of the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.models import User
from samsyn.accounts.permissions import may
from samsyn.accounts.service import AccountError, AddressTaken
from samsyn.mail.service import MailError, hand_over_mail, is_server_set
from samsyn.register import service
from samsyn.web.forms.account import ForgottenPasswordForm, name_new_password
from samsyn.web.forms.users import NewUserForm
from samsyn.web.pages import show, show_plain, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.mail.service import Link, OutgoingMail


def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody with a first role."""
    form = NewUserForm(request.POST or None)
    if form.is_valid():
        filled = form.cleaned_data
        try:
            mail = service.invite_user(
                email=filled["email"],
                name=filled["name"],
                wanted=form.wanted(),
                by=signed_in(request),
                on=timezone.localdate(),
            )
        except (AccountError, MailError, service.RegisterError) as error:
            form.add_error("email" if isinstance(error, AddressTaken) else None, error.message)
        except PermissionDenied:
            form.add_error("kind", _("Den rollen kan bara en administratör ge."))
        else:
            return _show_mail(request, mail)
    return show(request, "web/users/new.html", current="new_user", form=form)


@require_POST
def send_link(request: HttpRequest, user_id: int) -> HttpResponse:
    """Send somebody a link to choose a new password."""
    found = get_object_or_404(User, pk=user_id)
    mail = service.send_password_link(found, by=signed_in(request), on=timezone.localdate())
    return _show_mail(request, mail)


def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a link to choose a new password; the answer is the same for every address."""
    form = ForgottenPasswordForm(request.POST or None)
    title = _("Glömt lösenordet")
    if not form.is_valid():
        return show_plain(request, "web/account/forgotten.html", title=title, form=form)
    email, today = form.cleaned_data["email"], timezone.localdate()
    service.ask_for_password(email, on=today)
    return show_plain(
        request,
        "web/account/letter_asked.html",
        title=_("Titta i din inkorg"),
        email=email,
        has_server=is_server_set(),
    )


def choose_password(request: HttpRequest, link: Link) -> HttpResponse:
    """Where the link of an invitation leads."""
    user = link.user
    if user is None or not user.is_active:
        lead = _("Kontot är stängt. Fråga den som sköter Samsyn hos er.")
        return show_plain(
            request, "web/links/unusable.html", title=_("Länken går inte att använda"), lead=lead, status=410
        )
    form = name_new_password(SetPasswordForm(user, request.POST or None))
    if form.is_valid():
        service.choose_password(link, form.cleaned_data["new_password1"], by=user, on=timezone.localdate())
        return show_plain(
            request, "web/account/password_chosen.html", title=_("Lösenordet är valt"), user=user
        )
    title = _("Välj ett lösenord")
    return show_plain(request, "web/account/choose_password.html", title=title, form=form, link=link)


def _show_mail(request: HttpRequest, mail: OutgoingMail) -> HttpResponse:
    """Say that the letter is on its way; without a mail server show it, to be sent by hand."""
    if not is_server_set() and may(request.user, "mail.hand_over_mail"):
        text = hand_over_mail(mail, by=signed_in(request))
        address = f"mailto:{quote(mail.address)}?subject={quote(mail.subject)}&body={quote(text)}"
        return show(
            request, "web/outbox/letter.html", current="outbox", mail=mail, text=text, address=address
        )
    messages.success(request, _("Brevet till %(to)s ligger i utkorgen.") % {"to": mail.address})
    return redirect("users" if may(request.user, "accounts.see_users") else "new_user")
