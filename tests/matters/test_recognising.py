"""What hands something over, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matters.sentences import (
    CENTRES,
    DIGITAL,
    HANDED,
    HEADS,
    LEADERS,
    NOTHING,
    OFFICES,
    OUTSIDE,
    OWN,
    SOCIAL,
    STEERING,
    STRATEGIC,
)

from samsyn.matters.handing.directory import Directory
from samsyn.matters.handing.recognising import Reader
from samsyn.matters.handing.records import Day, Handed, Line, Section
from samsyn.matters.models import HandOverKind
from samsyn.register.recognition import body_key

BODIES = {
    body_key("Styrgruppen för Prövolandet"): STEERING,
    body_key("Ledningsnätverket"): LEADERS,
    body_key("Skolchefsnätverket"): HEADS,
    body_key("Arbetsgrupp Norr"): OWN,
    body_key("Nätverket för familjecentraler"): CENTRES,
    body_key("Strategisk samverkansgrupp barn och unga"): STRATEGIC,
    body_key("Beredningsgrupp digitalisering"): DIGITAL,
    body_key("Socialchefsgruppen"): SOCIAL,
}
DAY = date(2026, 3, 5)


PEOPLE = ("Siv", "Ulla")


def read(
    text: str, *, kind: str = "next_step", days: tuple[Day, ...] = (), by_person: bool = False
) -> list[Handed]:
    """What one line of the working group's notes hands over."""
    directory = Directory(BODIES, (OWN,), (LEADERS, HEADS))
    return Reader(directory, DAY).read([Section("Kontakt", (Line(1, text, kind, days, by_person),))])


def receivers(found: list[Handed]) -> list[tuple[HandOverKind, tuple[int, ...] | str]]:
    """Kind and receiver of each."""
    return [(one.kind, one.to.organisation or one.to.bodies) for one in found]


P = HandOverKind.PASSED_ON


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        ("Frågan lyfts till styrgruppen.", P, (STEERING,)),
        ("Frågan tas vidare vid Ledningsnätverket i april.", P, (LEADERS,)),
        ("Gruppen lämnar över förslaget till Ledningsnätverket.", P, (LEADERS,)),
        ("Ärendet hänskjuts till styrgruppen för Prövolandet.", P, (STEERING,)),
        ("Vi tar med oss frågan till skolcheferna.", P, (HEADS,)),
        ("Nästa steg är att ta upp frågan med skolcheferna.", P, (HEADS,)),
        ("Frågan bereds i styrgruppen.", P, (STEERING,)),
        ("Frågan tas med till det gemensamma mötet.", P, (LEADERS, HEADS)),
        ("Medskick till styrgruppen: Skriv enklare.", HandOverKind.MESSAGE, (STEERING,)),
        ("Gruppen beslutar att föreslå styrgruppen att börja i maj.", HandOverKind.PROPOSED_TO, (STEERING,)),
        ("Skolchefsnätverket får i uppdrag att räkna.", HandOverKind.ASSIGNED, (HEADS,)),
        ("Det föreslås att Skolverket bjuds in.", HandOverKind.INVITATION, "Skolverket"),
        ("Förslag om att bjuda in SKR till hösten.", HandOverKind.INVITATION, "SKR"),
        ("Frågan behöver mer tid och tas upp igen vid ett kommande möte.", HandOverKind.MORE_TIME, (OWN,)),
        ("Löpande återrapportering till Ledningsnätverket.", HandOverKind.REPORT_BACK, (LEADERS,)),
    ],
    ids=lambda case: str(case)[:40],
)
def test_what_is_handed_over(text: str, kind: HandOverKind, to: tuple[int, ...] | str) -> None:
    """A line that passes something on is found, with whom it goes to."""
    assert receivers(read(text)) == [(kind, to)]


@pytest.mark.parametrize(
    "text",
    [
        "Norra gruppen har skickat frågan till styrgruppen.",
        "Styrgruppen lyfte frågan till Ledningsnätverket i höstas.",
        "Frågan ligger hos styrgruppen.",
        "Frågan lyfts inte till styrgruppen.",
        "Styrgruppen godkände texten den 13 mars.",
        "Vid behov lyfts frågan till styrgruppen.",
        "Ska frågan lyftas till styrgruppen?",
        "Bo skickar listan till gruppen.",
        "Frågan är utredd och behöver inte tas upp mer i styrgruppen.",
        "Inbjudan till SKR skickades den 20 april.",
        "Ingen har något medskick till styrgruppen.",
        "Skolverket berättade om läget.",
    ],
    ids=lambda text: text[:40],
)
def test_what_is_no_hand_over(text: str) -> None:
    """What was done before, is denied, asked, or hangs on something, hands nothing over."""
    assert receivers(read(text, kind="information")) == []


@pytest.mark.parametrize(("text", "kind", "way", "to"), HANDED, ids=lambda case: str(case)[:60])
def test_a_sentence_is_read_by_its_grammar(text: str, kind: str, way: HandOverKind, to: int) -> None:
    """Whichever verb, voice, order and form of the name it is written with, it is found with its receiver."""
    assert receivers(read(text, kind=kind, by_person=text.startswith(PEOPLE))) == [(way, (to,))]


@pytest.mark.parametrize(("text", "way", "to"), OUTSIDE, ids=lambda case: str(case)[:60])
def test_an_organisation_outside_is_asked(text: str, way: HandOverKind, to: str) -> None:
    """Whoever is invited or asked is known by its name, or by what such are called."""
    assert receivers(read(text, by_person=text.startswith(PEOPLE))) == [(way, to)]


@pytest.mark.parametrize(("text", "way", "to"), OFFICES, ids=lambda case: str(case)[:60])
def test_an_office_without_notes_is_asked(text: str, way: HandOverKind, to: str) -> None:
    """Whoever has no notes is known by what such are called, and shown as written."""
    assert [(one.kind, one.to.words, one.to.bodies) for one in read(text)] == [(way, to, ())]


@pytest.mark.parametrize(("text", "kind"), NOTHING, ids=lambda case: str(case)[:60])
def test_what_only_looks_like_a_hand_over(text: str, kind: str) -> None:
    """What is told of, denied, thought of, or one person's own task goes nowhere."""
    assert receivers(read(text, kind=kind, by_person=text.startswith(PEOPLE))) == []


def test_a_pronoun_is_whoever_was_named_before() -> None:
    """The sentence before says who "de" are."""
    lines = (Line(1, "Folktandvården har siffror."), Line(2, "De bjuds in till mötet i maj."))
    found = Reader(Directory(BODIES, (OWN,)), DAY).read([Section("Siffror", lines)])
    assert [(one.line, one.kind, one.to.words) for one in found] == [
        (2, HandOverKind.INVITATION, "Folktandvården")
    ]


def test_each_line_below_a_heading_is_a_message() -> None:
    """A heading says to whom, and the lines below it what."""
    lines = (Line(1, "Skriv enklare."), Line(2, "Ingen har något mer medskick."))
    section = Section("Medskick till styrgruppen", lines)
    found = Reader(Directory(BODIES, (OWN,)), DAY).read([section])
    assert [(one.line, one.asked, one.to.bodies) for one in found] == [(1, "Skriv enklare.", (STEERING,))]


def test_the_same_said_twice_is_one() -> None:
    """Two lines of an item that pass it on to the same are one, with the day that either gives."""
    day = Day("i maj", date(2026, 5, 1), date(2026, 6, 1), "month")
    lines = (
        Line(1, "Frågan lyfts till styrgruppen."),
        Line(2, "Bo skriver fram frågan till styrgruppens möte i maj.", days=(day,), by_person=True),
    )
    found = Reader(Directory(BODIES, (OWN,)), DAY).read([Section("Kontakt", lines)])
    assert [(one.line, one.day, one.others) for one in found] == [(1, day, (2,))]


TEXTS = [row[0] for rows in (HANDED, OUTSIDE, NOTHING) for row in rows]
LOOSE = [
    "frågan",
    "till",
    "styrgruppen",
    "gruppen",
    "nästa",
    "möte",
    "lyfts",
    "får",
    "och",
    ",",
    "den",
    "Det",
    ".",
]
PIECES = st.sampled_from([*(str(text) for text in TEXTS), *LOOSE])
SAID = st.lists(PIECES, min_size=1, max_size=6).map(" ".join)
KINDS = st.sampled_from(["information", "decision", "next_step", "assignment", "need", "comment", "question"])
TO_OURSELVES = (HandOverKind.MORE_TIME, HandOverKind.REPORT_BACK)


@given(text=SAID, kind=KINDS, by_person=st.booleans())
@settings(max_examples=120)
def test_words_are_cut_from_what_was_said(text: str, kind: str, by_person: bool) -> None:
    """Receiver and question stand in the line word for word."""
    found = read(text, kind=kind, by_person=by_person)
    assert [one for one in found if one.asked not in text or one.to.words.lower() not in text.lower()] == []


@given(text=SAID, kind=KINDS, by_person=st.booleans())
@settings(max_examples=120)
def test_nobody_hands_over_to_themselves(text: str, kind: str, by_person: bool) -> None:
    """Only what needs more time, or is told at a later meeting, goes to those who speak."""
    found = read(text, kind=kind, by_person=by_person)
    assert [one for one in found if one.to.bodies == (OWN,) and one.kind not in TO_OURSELVES] == []


@given(text=st.text(alphabet="aåsgruppen tillFrågan lyfts.,!?:–\n ", max_size=120))
@settings(max_examples=150)
def test_any_words_can_be_read(text: str) -> None:
    """Whatever a line holds, it is read or passed over."""
    assert all(one.line == 1 for one in read(text))


@pytest.mark.parametrize("text", ["Och den", "Vi ber de", "Kan det", "Till den", "Den"])
def test_a_clause_may_end_before_its_name(text: str) -> None:
    """A determiner with nothing behind it names nobody."""
    assert read(text) == []


def test_a_day_that_has_passed_is_told_of() -> None:
    """What names a meeting before this one tells of an earlier hand-over."""
    past = Day("den 1 mars", date(2026, 3, 1), date(2026, 3, 2), "day")
    assert read("Frågan lyfts till styrgruppen den 1 mars.", days=(past,)) == []
