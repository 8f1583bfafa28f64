"""Invite somebody: an account with a role, and a letter whose link lets them choose a password."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.attempts import LETTERS_ASKED
from samsyn.accounts.models import User
from samsyn.accounts.permissions import require
from samsyn.accounts.service import AddressTaken
from samsyn.history.models import Event
from samsyn.mail.service import LINK, make_link, queue_mail, withdraw_links
from samsyn.register.actions.grant_role import record_role

if TYPE_CHECKING:
    from datetime import date

    from samsyn.mail.service import OutgoingMail
    from samsyn.register.actions.grant_role import RoleWanted

PURPOSE = "choose_password"
DAYS, DAYS_WHEN_ASKED = 14, 1
INVITATION = f"""Hej!

{{by}} bjuder in dig till Samsyn, registret över vad som beslutats och sagts på era möten.
Välj ett lösenord här:

{LINK}

Sedan loggar du in med adressen {{email}}.
"""
RENEWAL = f"""Hej!

{{by}} skickar en länk där du väljer ett nytt lösenord till Samsyn:

{LINK}

Sedan loggar du in med adressen {{email}}. Tills du har gjort det gäller det gamla lösenordet.
"""
FORGOTTEN = f"""Hej!

Någon, förmodligen du, har skrivit din adress på Samsyns sida för glömda lösenord. Välj ett nytt lösenord här:

{LINK}

Då loggas du ut överallt. Var det inte du behöver du inte göra något: det gamla lösenordet gäller.
"""


@transaction.atomic
def invite_user(*, email: str, name: str, wanted: RoleWanted, by: User, on: date) -> OutgoingMail:
    """Make an account without password, with a role, and queue the letter that invites.

    Args:
        email: The address to sign in with.
        name: The person's name.
        wanted: Their first role.
        by: Who invites.
        on: Today.

    Raises:
        PermissionDenied: They may not give that role.
        AddressTaken: The address has an account, maybe a closed one.
        RoleUnusable: There is no such role.
        MailRefused: The address is none, or an identity number stands in the name.
    """
    require(by, "register.invite_user", wanted)
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise AddressTaken(f"{address} har redan ett konto: sök upp det i listan.")
    user = User.objects.create_user(email=address, name=name.strip())
    Event.objects.create(
        by=by,
        what="user.invited",
        subject_type="user",
        subject_id=user.pk,
        after={"email": user.email, "name": user.name},
    )
    record_role(user, wanted, by=by)
    return _send(user, "Inbjudan till Samsyn", INVITATION, by=by, on=on)


@transaction.atomic
def send_password_link(user: User, *, by: User, on: date) -> OutgoingMail:
    """Queue a letter whose link lets somebody choose a new password.

    Raises:
        PermissionDenied: They may not.
    """
    require(by, "accounts.reset_password", user)
    Event.objects.create(by=by, what="user.link_sent", subject_type="user", subject_id=user.pk)
    return _send(user, "Nytt lösenord till Samsyn", RENEWAL, by=by, on=on)


@transaction.atomic
def ask_for_password(email: str, *, on: date) -> None:
    """Queue a letter whose link lets whoever has an account choose a new password; asked by anybody.

    Nothing tells whether the address has an account. For one that is closed, or asked for too often, nothing
    is queued. Earlier links keep working until one of them is used: a stranger cannot make an invitation
    worthless by asking.

    Args:
        email: Whatever somebody has written as their address.
        on: Today.
    """
    user = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    paused = LETTERS_ASKED.are_too_many(email)
    LETTERS_ASKED.note(email)
    if user is None or paused:
        return
    Event.objects.create(what="user.link_asked_for", subject_type="user", subject_id=user.pk)
    last_on = on + timedelta(days=DAYS_WHEN_ASKED)
    link = make_link(PURPOSE, address=user.email, last_on=last_on, subject=user)
    queue_mail(to=user.email, subject="Nytt lösenord till Samsyn", text=FORGOTTEN, link=link)


def _send(user: User, subject: str, text: str, *, by: User, on: date) -> OutgoingMail:
    """Queue a letter with a link; earlier ones work no more."""
    withdraw_links(PURPOSE, subject=user)
    link = make_link(PURPOSE, address=user.email, last_on=on + timedelta(days=DAYS), subject=user, by=by)
    return queue_mail(
        to=user.email, subject=subject, text=text.format(by=by, email=user.email), link=link, by=by
    )
