"""What is written, written out as a Word file and read back, is the same record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from tests.publish import drafts

from samsyn.minutes import read_notes
from samsyn.publish.word_files import own_template, write_word_file
from samsyn.publish.words import words_for
from samsyn.register.writing.content import Block, BlockKind, Came, Content, Item

if TYPE_CHECKING:
    from samsyn.minutes import Minutes

BODY = "Styrgruppen för prov"
KINDS = {"decision": BlockKind.DECISION, "agreed_outcome": BlockKind.AGREED, "assignment": BlockKind.ACTION}
MONTHS = {name: at for at, name in enumerate(drafts.MONTHS)}


@dataclass(frozen=True, slots=True)
class Record:
    """What is compared."""

    bodies: tuple[str, ...]
    day: date | None
    times: tuple[time | None, time | None]
    officers: tuple[str, str, str]
    next_day: date | None
    people: frozenset[tuple[str, str, bool]]
    items: tuple[str, ...]
    said: tuple[tuple[str, str, str], ...]
    actions: tuple[tuple[str, str, str, str], ...]


def written(content: Content) -> Record:
    """The record as it was written."""
    shown = [one for one in content.people if one.present or content.lists_absent]
    said = [
        (item.heading, block.kind.value, block.text)
        for item in content.items
        for block in item.blocks
        if block.kind in (BlockKind.DECISION, BlockKind.AGREED)
    ]
    actions = [
        (item.heading, block.text, block.owner, block.due)
        for item in content.items
        for block in item.blocks
        if block.kind is BlockKind.ACTION
    ]
    return Record(
        (BODY,),
        date.fromisoformat(content.day),
        (clock(content.starts), clock(content.ends)),
        (content.place, content.chair, content.secretary),
        date.fromisoformat(content.next_day) if content.next_day else None,
        frozenset((one.name, one.organisation, one.present) for one in shown),
        tuple(item.heading for item in content.items),
        tuple(sorted(said)),
        tuple(sorted(actions)),
    )


def clock(words: str) -> time | None:
    """A time of day, where there is one."""
    return time.fromisoformat(words) if words else None


def read_back(content: Content) -> Record:
    """The record that the reader finds in the Word file."""
    file = write_word_file(words_for(content, bodies=[BODY]), template=own_template())
    minutes = read_notes(file, name="prov.docx").notes[0].minutes
    headings = [item.heading.value for item in minutes.items]
    return Record(
        tuple(body.value for body in minutes.bodies),
        minutes.held.value.start if minutes.held else None,
        (minutes.start.value if minutes.start else None, minutes.end.value if minutes.end else None),
        tuple(found.value if found else "" for found in (minutes.place, minutes.chair, minutes.secretary)),  # type: ignore[arg-type]
        minutes.next_meeting.value.start if minutes.next_meeting else None,
        frozenset(
            (one.name.value, one.affiliation.value if one.affiliation else "", one.present)
            for one in minutes.attendees
        ),
        tuple(headings),
        tuple(sorted(said_in(minutes, headings))),
        tuple(sorted(actions_in(minutes, headings))),
    )


def said_in(minutes: Minutes, headings: list[str]) -> list[tuple[str, str, str]]:
    """Decisions and agreed outcomes with their items."""
    return [
        (headings[one.item or 0], KINDS[one.kind.value.value].value, one.text.value)
        for one in minutes.statements
        if one.kind.value.value in ("decision", "agreed_outcome")
    ]


def actions_in(minutes: Minutes, headings: list[str]) -> list[tuple[str, str, str, str]]:
    """Actions with owner and due, each in the words that were written."""
    return [
        (
            headings[one.item or 0],
            one.text.value,
            one.owner.value.name if one.owner else "",
            one.due.words if one.due else "",
        )
        for one in minutes.statements
        if one.kind.value.value == "assignment"
    ]


FULL = Content(
    day="2026-04-10",
    starts="10:00",
    ends="12:00",
    place="Stadshuset i Flen",
    chair="Anna Lindqvist",
    secretary="Bo Sandell",
    people=(Came("Anna Lindqvist", "Flens kommun", present=True), Came("Ebba Nyberg", "Trosa kommun")),
    lists_absent=True,
    items=(
        Item("1", "Öppnande", (Block("1", text="Bilderna visades."),)),
        Item(
            "2",
            "Plan & budget <2027>",
            (
                Block("2", text="Läget gicks igenom.\n- en sak\n- en sak till"),
                Block("3", BlockKind.DECISION, "Styrgruppen antar planen."),
                Block("4", BlockKind.ACTION, "Skicka ut planen", "Bo Sandell", "4 maj 2026"),
                Block("5", BlockKind.ACTION, "Ta fram en enkät", "Region Sörmland", ""),
                Block("6", BlockKind.AGREED, "Arbetet fortsätter som hittills."),
            ),
        ),
        Item("3", "Övriga frågor"),
    ),
    next_day="2026-05-08",
    next_starts="09:00",
    next_place="Eskilstuna",
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(FULL, id="full"),
        pytest.param(replace(FULL, lists_absent=False), id="those-absent-not-told"),
        pytest.param(replace(FULL, people=()), id="nobody-listed"),
        pytest.param(replace(FULL, ends=""), id="no-end"),
        pytest.param(replace(FULL, next_day="", next_starts="", next_place=""), id="no-next-meeting"),
        pytest.param(replace(FULL, place="", chair="", secretary=""), id="bare-head"),
    ],
)
def test_a_draft_is_read_back_as_it_was(content: Content) -> None:
    """Day, times, place, chair, secretary, attendance, items, decisions, agreed outcomes, actions."""
    assert read_back(content) == written(content)


@pytest.mark.slow  # writes and reads a Word file for each
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts.contents())
def test_any_draft_is_read_back_as_it_was(content: Content) -> None:
    """Whatever its items, people and blocks are."""
    assert read_back(content) == written(content)


@pytest.mark.parametrize(
    "bodies",
    [("Skolnätverket", "Länsgruppen"), ("Styrgruppen för barn och unga",), ("FSS",)],
    ids=["two", "with-och", "letters"],
)
def test_the_bodies_are_read_back(bodies: tuple[str, ...]) -> None:
    """Those of a joint meeting each by itself."""
    file = write_word_file(words_for(FULL, bodies=bodies), template=own_template())
    minutes = read_notes(file, name="prov.docx").notes[0].minutes
    assert tuple(body.value for body in minutes.bodies) == bodies


def test_the_same_draft_is_the_same_file() -> None:
    """Byte for byte: handing in twice is no new version."""
    first, second = (
        write_word_file(words_for(FULL, bodies=[BODY]), template=own_template()) for _ in range(2)
    )
    assert first == second
