"""Each address tried by somebody of each role, and what docs/permissions.md says of it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.test import Client
from django.urls import get_resolver
from tests.project.files import DOCS
from tests.web.samples import WHO, Things, sample_of

from samsyn.web.urls import PERMISSIONS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from samsyn.accounts.models import User

TABLE = DOCS / "permissions.md"
ROUTES = {getattr(pattern, "name", ""): str(pattern.pattern) for pattern in get_resolver().url_patterns}
NOT_TAKEN = "–"  # an address that is only posted to, or never
LET_IN = {200, 204, 302, 303, 409, 410, 422}
REFUSED = {403, 404}


def session_of(user: User) -> str:
    """What the cookie of somebody holds who signed in right now, so that their account can be changed."""
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["account_authentication_methods_user"] = str(user.pk)
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    session.save()
    return str(session.session_key)


@dataclass(frozen=True, slots=True)
class Trial:
    """An address with what is sent to it, and those who try."""

    address: str
    posted: dict[str, object]
    people: dict[str, User]

    def client(self, who: str) -> Client:
        """Somebody in front of a browser."""
        client = Client()
        if who in self.people:
            client.cookies["sessionid"] = session_of(self.people[who])
        return client

    def answers(self, method: str) -> dict[str, str]:
        """What each is answered; nothing that they do is kept."""
        posted = self.posted if method == "post" else {}
        return {who: _answer(self.client(who), method, self.address, posted) for who in WHO}


def trial_of(name: str) -> Trial:
    """Everything made that the trial of an address needs."""
    things = Things(with_steps=PERMISSIONS[name] == "signed_in")
    sample = sample_of(name, things)
    return Trial(f"/{make_address(name, sample.arguments)}", sample.posted, things.people)


def make_address(name: str, arguments: tuple[object, ...]) -> str:
    """A route with its places filled."""
    filled = ROUTES[name]
    for argument in arguments:
        filled = re.sub(r"<[^>]+>", str(argument), filled, count=1)
    assert "<" not in filled, (
        f"Nothing to try {filled!r} with: add a row {name!r} to SAMPLES in tests/web/samples.py"
    )
    return filled


def _answer(client: Client, method: str, address: str, posted: dict[str, object]) -> str:
    with transaction.atomic():
        response = getattr(client, method)(address, posted)
        transaction.set_rollback(True)
    return _meaning(response)


def _meaning(response: HttpResponse) -> str:
    """ "ja", "nej", "–" where the address does not take the method, or a status that nobody should see."""
    if response.status_code == 405:
        return NOT_TAKEN
    if response.status_code in REFUSED or response.get("Location", "").startswith("/logga-in/?next="):
        return "nej"
    return "ja" if response.status_code in LET_IN else str(response.status_code)


def in_words(answers: dict[str, str]) -> str:
    """Who is let in, by the words of the table, or one by one where it has none for them."""
    if NOT_TAKEN in answers.values():
        return NOT_TAKEN
    odd = {f"{WHO[who]}: {answer}" for who, answer in answers.items() if answer not in {"ja", "nej"}}
    let_in = tuple(WHO[who] for who, answer in answers.items() if answer == "ja")
    return ", ".join(sorted(odd)) or groups().get(let_in) or ", ".join(let_in) or "ingen"


def cells(heading: str) -> list[list[str]]:
    """The rows of the table below a heading of docs/permissions.md, head left out."""
    part = TABLE.read_text("utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`*") for cell in row] for row in rows[2:]]


def groups() -> dict[tuple[str, ...], str]:
    """The table's words for several roles together."""
    head = list(WHO.values())
    return {
        tuple(who for who, cell in zip(head, row[1:], strict=True) if cell == "ja"): row[0]
        for row in cells("Vilka orden betyder")
    }


def told(name: str) -> str:
    """The row of an address as the document has it."""
    return next((row_of(*cell) for cell in cells("Sidor och anrop") if cell[0] == name), "")


def row_of(name: str, address: str, rule: str, opens: str, sends: str) -> str:
    """A row as it is to be written."""
    return f"| `{name}` | `{address}` | `{rule}` | {opens} | {sends} |"


def measured(name: str) -> str:
    """The row of an address as the code has it."""
    trial = trial_of(name)
    opens, sends = (in_words(trial.answers(method)) for method in ("get", "post"))
    return row_of(name, f"/{ROUTES[name]}", PERMISSIONS[name], opens, sends)
