"""The menu: the pages that are reached from everywhere, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User


class Entry(NamedTuple):
    """A row of the menu; `label` stands above the first of its group."""

    name: str
    word: str
    address: str
    label: str = ""


def menu(user: User | AnonymousUser) -> list[Entry]:
    """The rows that somebody may open, in the words of the language in use."""
    entries = [
        Entry("overview", _("Läget"), reverse("overview")),
        Entry("search", _("Sök"), reverse("search")),
        Entry("meetings", _("Möten"), reverse("meetings"), label=_("Register")),
        Entry("statements", _("Beslut och åtgärder"), reverse("statements")),
        Entry("bodies", _("Nätverk"), reverse("bodies")),
        Entry("suggestions", _("Är dessa samma?"), reverse("suggestions")),
    ]
    if may(user, "register.undo_event"):
        entries.append(Entry("my_changes", _("Ångra mina senaste"), reverse("my_changes")))
    if may(user, "register.see_history"):
        entries.append(Entry("history", _("Historik"), reverse("history")))
    if may(user, "accounts.see_users"):
        entries.append(Entry("users", _("Användare"), reverse("users"), label=_("Sköta")))
    elif may(user, "register.invite_user"):
        entries.append(Entry("new_user", _("Bjud in"), reverse("new_user"), label=_("Sköta")))
    if may(user, "accounts.see_sign_ins"):
        entries.append(Entry("sign_ins", _("Inloggningar"), reverse("sign_ins")))
    if may(user, "mail.see_outbox"):
        entries.append(Entry("outbox", _("Utkorg"), reverse("outbox")))
    return entries
