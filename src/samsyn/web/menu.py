"""The menu: the pages that are reached from everywhere, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may
from samsyn.register.queries.review import waiting_meetings
from samsyn.register.reporting import organisations_told_for
from samsyn.register.roles import bodies_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User


class Entry(NamedTuple):
    """A row of the menu.

    Attributes:
        label: Stands above the first of its group.
        waiting: How much waits there; asked only where the menu is shown.
    """

    name: str
    word: str
    address: str
    label: str = ""
    waiting: Callable[[], int] | None = None


def menu(user: User | AnonymousUser) -> list[Entry]:
    """The rows that somebody may open, in the words of the language in use."""
    rows = [
        Entry("overview", _("Läget"), reverse("overview")),
        *([_review(user)] if may(user, "register.correct_value") else []),
        Entry("search", _("Sök"), reverse("search")),
        *([Entry("drafts", _("Skriv"), reverse("drafts"))] if may(user, "register.write_draft") else []),
        Entry("meetings", _("Möten"), reverse("meetings"), label=_("Register")),
        Entry("statements", _("Beslut och åtgärder"), reverse("statements")),
        Entry("actions", _("Åtgärder"), reverse("actions")),
        Entry("matters", _("Ärenden"), reverse("matters")),
        Entry("hand_overs", _("Medskick"), reverse("hand_overs")),
        Entry("bodies", _("Nätverk"), reverse("bodies")),
        *(
            Entry("my_organisation", _("Min organisation"), reverse("my_organisation"))
            for _one in organisations_told_for(user)[:1]
        ),
        Entry("suggestions", _("Är dessa samma?"), reverse("suggestions")),
        Entry("plan", _("Plan"), reverse("plan"), label=_("Uppföljning")),
        Entry("language", _("Språk"), reverse("language")),
    ]
    kept = [Entry(name, word, reverse(name)) for name, permission, word in _upkeep() if may(user, permission)]
    if any(row.name == "users" for row in kept):  # where people are invited as well
        kept = [row for row in kept if row.name != "new_user"]
    return rows + [row._replace(label=_("Sköta")) if row == kept[0] else row for row in kept]


def _review(user: User | AnonymousUser) -> Entry:
    """The only number in the menu: the meetings that wait for somebody."""
    return Entry(
        "review",
        _("Granska"),
        reverse("review"),
        waiting=lambda: waiting_meetings(bodies_written(user)).count(),
    )


def _upkeep() -> tuple[tuple[str, str, str], ...]:
    """What those who look after the register come back to: page, permission, word."""
    return (
        ("my_changes", "register.undo_event", _("Ångra mina senaste")),
        ("history", "register.see_history", _("Historik")),
        ("users", "accounts.see_users", _("Användare")),
        ("new_user", "register.invite_user", _("Bjud in")),
        ("sign_ins", "accounts.see_sign_ins", _("Inloggningar")),
        ("outbox", "mail.see_outbox", _("Utkorg")),
        ("blot", "register.blot_out", _("Utplåna")),
    )
