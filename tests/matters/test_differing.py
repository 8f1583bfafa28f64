"""Where bodies stand on a matter, and what they say differently: by what each holds now."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from tests import make
from tests.matters import threads

from samsyn.cli.example_story import THREADS, tell_story
from samsyn.matters.models import Matter
from samsyn.matters.queries.differing import find_differences
from samsyn.matters.queries.page import MatterPage, read_matter
from samsyn.matters.queries.standpoints import find_standpoints
from samsyn.minutes.records import Kind, OwnerKind
from samsyn.register.service import find_files, import_files
from samsyn.register.sight import FINISHED
from samsyn.web.differing import tell_stands

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)
HEADING = "Enkät om elevers skolgång"
Line = tuple[str, Kind, str]


def said(body: str, kind: Kind, text: str) -> Line:
    """What a body said, in the order in which they met."""
    return body, kind, text


def page(*lines: Line) -> MatterPage:
    """A matter of meetings a week apart, with one thing said at each."""
    places = []
    for week, line in enumerate(lines):
        body, kind, text = line
        spoken = (make.Said(text=text, kind=kind, item=0),)
        held = threads.meeting(week, HEADING, body=body, said=spoken)
        places.append(threads.place(held))
    matter = threads.matter(*places, by=make.administrator(), name=HEADING)
    return read_matter(matter, on=TODAY, sees=FINISHED)


def differences(*lines: Line) -> list[tuple[str, list[str]]]:
    """What differs, with the words that do, or the kinds."""
    return [
        (one.about.value, [spoken.words or spoken.statement.kind for spoken in one.spoken])
        for one in find_differences(page(*lines))
    ]


NORTH, SOUTH = "Norra gruppen", "Södra gruppen"
SENT = "Enkäten om elevers skolgång skickas till alla rektorer."
PUT_OFF = said(SOUTH, Kind.POSTPONEMENT, "Bordläggs.")
ASKED = said(SOUTH, Kind.QUESTION, "Vem läser svaren i enkäten om skolgång?")


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        pytest.param([said(NORTH, Kind.DECISION, SENT), PUT_OFF], ["decision", "postponement"], id="put-off"),
        pytest.param(
            [PUT_OFF, said(NORTH, Kind.DECISION, SENT)], ["decision", "postponement"], id="put-off-before"
        ),
        pytest.param(
            [said(NORTH, Kind.AGREED_OUTCOME, SENT), ASKED], ["agreed_outcome", "question"], id="asked"
        ),
        pytest.param(
            [said(NORTH, Kind.DECISION, SENT), said(SOUTH, Kind.NEXT_STEP, "Enkäten behöver mer tid.")],
            ["decision", "next_step"],
            id="more-time-in-other-words",
        ),
    ],
)  # fmt: skip
def test_what_one_has_settled_and_another_leaves_open(lines: list[Line], kinds: list[str]) -> None:
    """The settled first, then who stands against it."""
    assert differences(*lines) == [("outcome", kinds)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([ASKED, said(NORTH, Kind.DECISION, SENT)], id="asked-before-it-was-settled"),
        pytest.param([said(SOUTH, Kind.DECISION, SENT), PUT_OFF], id="the-same-body"),
        pytest.param(
            [said(NORTH, Kind.DECISION, SENT), PUT_OFF, said(SOUTH, Kind.DECISION, SENT)], id="settled-since"
        ),
        pytest.param(
            [said(NORTH, Kind.DECISION, "Informationen läggs till handlingarna."), PUT_OFF], id="only-noted"
        ),
        pytest.param(
            [said(NORTH, Kind.DECISION, SENT), said(SOUTH, Kind.POSTPONEMENT, "Gnesta har bordlagt den.")],
            id="told-of-others",
        ),
        pytest.param(
            [
                said(NORTH, Kind.DECISION, SENT),
                said(SOUTH, Kind.INFORMATION, "Enkäten om skolgång skickas av någon."),
            ],
            id="only-told",
        ),
    ],
)  # fmt: skip
def test_what_does_not_stand_against_it(lines: list[Line]) -> None:
    """What comes before in the order of things, what the same body said, and what settles nothing."""
    assert differences(*lines) == []


def test_two_times_for_the_same_thing() -> None:
    """However they are written, they stand side by side where they have no day in common."""
    lines = (
        said(NORTH, Kind.NEXT_STEP, "Enkäten till rektorerna skickas ut till årsskiftet."),
        said(SOUTH, Kind.NEXT_STEP, "Enkäten till rektorerna skickas ut 1/7."),
    )
    assert differences(*lines) == [("time", ["årsskiftet", "1/7"])]


@pytest.mark.parametrize(
    ("first", "second", "body"),
    [
        pytest.param("skickas till rektorerna i maj", "skickas till rektorerna 15 maj", SOUTH, id="closer"),
        pytest.param("skickas till rektorerna 1/6", "skickas till rektorerna 1/7", NORTH, id="moved"),
        pytest.param(
            "skickas till rektorerna 1/6", "räknas av processledarna 1/7", SOUTH, id="another-thing"
        ),
        pytest.param(
            "skickas till rektorerna 1/6", "skickas till rektorerna varje möte", SOUTH, id="no-days"
        ),
    ],
)
def test_times_that_do_not_differ(first: str, second: str, body: str) -> None:
    """A closer time, one that the same body has moved, and times of two things."""
    lines = (
        said(NORTH, Kind.NEXT_STEP, f"Enkäten {first}."), said(body, Kind.NEXT_STEP, f"Enkäten {second}.")
    )  # fmt: skip
    assert differences(*lines) == []


@pytest.mark.parametrize(
    ("owners", "told"),
    [
        pytest.param(("Processledarna", "Skolcheferna"), [["Processledarna", "Skolcheferna"]], id="two"),
        pytest.param(("Idun", "Idun Hallström"), [], id="the-same-name-in-part"),
    ],
)
def test_two_owners_of_the_same_thing(owners: tuple[str, str], told: list[list[str]]) -> None:
    """As the notes name them; a part of a name may be the same one."""
    places = []
    for week, owner in enumerate(owners):
        task = make.Said(
            text="Frågorna i enkäten skrivs om på lättläst svenska.", kind=Kind.ASSIGNMENT, action=True,
            owner=owner, owner_kind=OwnerKind.ROLE, item=0,
        )  # fmt: skip
        places.append(threads.place(threads.meeting(week, HEADING, body=f"Organ {week}", said=(task,))))
    matter = threads.matter(*places, by=make.administrator(), name=HEADING)
    found = find_differences(read_matter(matter, on=TODAY, sees=FINISHED))
    assert [[spoken.words for spoken in one.spoken] for one in found] == told


def test_the_last_of_each_body_is_where_it_stands() -> None:
    """The firmest first; what two said together holds for both until one of them says something else."""
    lines = (
        said(NORTH, Kind.PROPOSAL, "Enkäten görs om."),
        said(SOUTH, Kind.AGREED_OUTCOME, SENT),
        said(NORTH, Kind.DECISION, SENT),
    )
    found = [(voice.standpoint, voice.said.knot.meeting.start_on) for voice in find_standpoints(page(*lines))]
    assert found == [("decided", date(2026, 1, 26)), ("agreed", date(2026, 1, 19))]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        pytest.param(
            [said(NORTH, Kind.DECISION, SENT), PUT_OFF],
            "Ett organ har beslutat och ett organ har skjutit upp frågan.",
            id="against",
        ),
        pytest.param(
            [said(NORTH, Kind.DECISION, SENT), said(SOUTH, Kind.DECISION, SENT)],
            "Två organ har beslutat. Inget som står emot varandra har hittats.",
            id="alike",
        ),
    ],
)
def test_the_answer_comes_first(lines: list[Line], sentence: str) -> None:
    """How many have come how far, in a sentence."""
    assert tell_stands(page(*lines), on=TODAY).sentence == sentence


def test_what_differs_is_told_in_a_sentence() -> None:
    """Who did what and when; nobody is said to be right."""
    (told,) = tell_stands(page(said(NORTH, Kind.DECISION, SENT), PUT_OFF), on=TODAY).differences
    assert told.sentence == "Norra gruppen beslutade 12 jan. Södra gruppen sköt upp frågan 19 jan."


@pytest.mark.slow  # a dozen notes are read, some by way of other programs
def test_in_the_example_county_one_thing_stands_against_another() -> None:
    """A group has approved the evaluation, which the joint meeting put off; nothing else is told."""
    name = "En väg in till barn- och ungdomspsykiatrin"
    story = tomllib.loads(THREADS.read_text("utf-8"))
    notes = {knot["note"] for row in story["matter"] if row["name"] == name for knot in row["knots"]}
    files = [path for path in THREADS.parent.iterdir() if path.stem in notes and path.suffix != ".json"]
    list(import_files(find_files(sorted(files))))
    tell_story()
    stands = tell_stands(read_matter(Matter.objects.get(name=name), on=TODAY, sees=FINISHED), on=TODAY)
    assert [one.sentence for one in stands.differences] == [
        "Arbetsgrupp En väg in beslutade 3 jun. Skolchefsnätverket och Länsstyrgruppen sköt upp frågan 2 okt."
    ]
