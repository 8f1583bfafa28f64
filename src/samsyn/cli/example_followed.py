"""What people of the example county have said since: of actions, duties, reminders, decisions and parties."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from samsyn.cli.example_story import NOTES, meeting_of, statement_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.register.models import Organisation, Statement

FOLLOWED = NOTES / "followed.toml"
Row = dict[str, Any]


def follow_up(*, by: User) -> int:
    """Say all that the file holds; gives how many rows could be found and said."""
    held = tomllib.loads(FOLLOWED.read_text("utf-8"))
    _remind(held, by)
    done = 0
    for name, say in SAID.items():
        for row in held.get(name, ()):
            said = statement_of(row)
            if said is not None:
                say(said, row, by)
                done += 1
    return done


def _remind(held: dict[str, Any], by: User) -> None:
    """Give the addresses, write the letters of a Monday, and answer some by their links."""
    from samsyn.follow import remind_all

    for name, address in held["addresses"].items():
        _give_address(name, address, by)
    on: date = held["reminded_on"]
    remind_all(on=on, days=14)
    for row in held["answer"]:
        _answer(row, held["addresses"][row["by"]], on)
    for row in held["pace"]:
        _choose_pace(row, held["addresses"][row["by"]], on)
    _give_address(by.name, by.email, by)  # last, so that they have lists of their own and no letter


def _give_address(name: str, address: str, by: User) -> None:
    from samsyn.register.models import Person
    from samsyn.register.service import change_person

    person = Person.objects.filter(name=name, email="").first()
    if person is not None:
        change_person(person, name=person.name, email=address, by=by)


def _answer(row: Row, address: str, on: date) -> None:
    from samsyn.mail.service import Link
    from samsyn.matters.service import ANSWERING, answer_action

    said = statement_of(row)
    links = Link.objects.filter(purpose=ANSWERING, address=address, subject_id=said.pk if said else 0)
    for link in links[:1]:
        answer_action(link, state=row["state"], text=row["text"], on=on)


def _choose_pace(row: Row, address: str, on: date) -> None:
    from samsyn.mail.service import Link
    from samsyn.matters.service import STEERING, choose_pace_by_link

    for link in Link.objects.filter(purpose=STEERING, address=address)[:1]:
        choose_pace_by_link(link, row["pace"], on=on)


def _report(said: Statement, row: Row, by: User) -> None:
    from samsyn.matters.service import reopen_action
    from samsyn.register.service import report_action

    report_action(said, state=row["state"], text=row["text"], by=by)
    if "opened_because" in row:
        reopen_action(said, why=row["opened_because"], by=by)


def _owner(said: Statement, row: Row, by: User) -> None:
    from samsyn.matters.service import change_owner
    from samsyn.register.models import Person

    person = Person.objects.filter(name=row["owner"]).first()
    if person is not None and said.owner_name != person.name:
        change_owner(said, person.name, chosen=f"person-{person.pk}", by=by)


def _due(said: Statement, row: Row, by: User) -> None:
    from django.utils import timezone

    from samsyn.matters.service import change_due

    change_due(said, row["due"], on=timezone.localdate(), by=by)


def _end(said: Statement, row: Row, by: User) -> None:
    from django.utils import timezone

    from samsyn.matters.service import end_action

    end_action(said, why=row["why"], on=timezone.localdate(), by=by)


def _carry(said: Statement, row: Row, by: User) -> None:
    from samsyn.matters.service import carry_actions
    from samsyn.register.models import Meeting

    meeting = Meeting.objects.filter(start_on=row["to"]).first()
    if meeting is not None:
        carry_actions([said], to=meeting, by=by)


def _turn(said: Statement, row: Row, by: User) -> None:
    from samsyn.matters.service import tell_turn

    meeting = meeting_of(row["at"])
    if meeting is not None:
        tell_turn(said, meeting, state=row["state"], by=by)


def _execution(said: Statement, row: Row, by: User) -> None:
    from samsyn.matters.service import ExecutionSaid, tell_execution

    told = ExecutionSaid(row["state"], when=row.get("when", ""), text=row.get("text", ""))
    tell_execution(said, told, by=by)


def _parties(said: Statement, row: Row, by: User) -> None:
    """Take what notes tell of parties, but those that are left; and say what is said by hand."""
    from samsyn.matters.queries.party_proposals import party_proposals
    from samsyn.matters.service import Party, PartySaid, open_parties, take_party_proposals, tell_party
    from samsyn.register.sight import sight_of

    left = row.get("left", ())
    found = party_proposals(said, sees=sight_of(by)) if left else ()
    keys = [one.key for one in found if one.organisation.key not in left]
    if keys:
        take_party_proposals(said, keys, by=by)
    lines = [(line, party) for line in row.get("lines", ()) if (party := _organisation(line["party"]))]
    for line, party in lines:
        if line["state"] == "pending":
            open_parties(said, [party], by=by)
        else:
            told = {name: line.get(name, "") for name in ("when", "number", "text")}
            tell_party(Party(said, party), PartySaid(line["state"], **told), by=by)


def _reply(said: Statement, row: Row, by: User) -> None:
    from samsyn.matters.service import write_reply

    organisation = _organisation(row["organisation"])
    if organisation is not None:
        write_reply(said, organisation, row["text"], by=by)


def _organisation(key: str) -> Organisation | None:
    from samsyn.register.models import Organisation

    return Organisation.objects.filter(key=key).first()


SAID: dict[str, Callable[[Statement, Row, User], None]] = {
    "report": _report,
    "owner": _owner,
    "due": _due,
    "ended": _end,
    "carried": _carry,
    "turn": _turn,
    "execution": _execution,
    "parties": _parties,
    "reply": _reply,
}
