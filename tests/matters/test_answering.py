"""What answers a hand-over, and what only deals with it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import make

from samsyn.matters.handing.answering import answering_words
from samsyn.matters.models import HandOver, Knot, Matter, MatterLink
from samsyn.matters.service import catch_up, read_and_follow
from samsyn.minutes.records import Kind
from samsyn.register.models import Meeting

SENDERS, RECEIVERS = "Arbetsgrupp Norr", "Styrgruppen"

ANSWERS = [
    "Juristerna har svarat: det krävs en underskrift.",
    "Svar nu: bra, men fem dagar räcker knappt för alla.",
    "Besked från styrgruppen: varje kommun gör som den önskar.",
    "Yttrandet godkänns och sänds till regionen.",
    "Kollegiet tillstyrkte förslaget.",
    "Nio varianter insamlade, den längsta på tolv sidor.",
    "Sju kommuner har kartlagt läget.",
    "Nätverket ställer sig bakom texten.",
    "Enheten har levererat siffrorna.",
    "Texten är mogen för styrgruppen.",
]
NO_ANSWERS = [
    "Inget svar har kommit.",
    "Myndigheten har inte svarat på frågan.",
    "Frågan är svår.",
    "Gruppen väntar på besked från regionen.",
    "Någon bör svara dem.",
    "Greta undrade vem som betalar.",
    "Det är oklart om det räcker.",
]


@pytest.mark.parametrize("text", ANSWERS, ids=lambda text: text[:40])
def test_words_that_answer(text: str) -> None:
    """A sentence that tells of an answer, or of a deed that is done, answers."""
    assert answering_words(text)


@pytest.mark.parametrize("text", NO_ANSWERS, ids=lambda text: text[:40])
def test_words_that_do_not_answer(text: str) -> None:
    """What is denied, waited for, asked or only said answers nothing."""
    assert answering_words(text) == ""


CODES = ("decides", "goes_back", "answers", "told_there")
PIECES = st.sampled_from([*ANSWERS, *NO_ANSWERS, "ja", "inte", "och", "godkänns", "till", "."])


@given(text=st.lists(PIECES, max_size=5).map(" ".join))
@settings(max_examples=120)
def test_the_words_stand_in_the_sentence(text: str) -> None:
    """What is shown as the reason was said word for word."""
    assert answering_words(text) in text.lower()


@given(text=st.sampled_from(ANSWERS), denial=st.sampled_from(["inte", "aldrig", "ej"]))
@settings(max_examples=40)
def test_a_denial_takes_the_answer_back(text: str, denial: str) -> None:
    """The same sentence with a denial in it answers nothing."""
    assert answering_words(f"{text.rstrip('.')} {denial}.") == ""


def met(body: str, on: date, *said: make.Said, heading: str = "Kontakt") -> Meeting:
    """A meeting whose notes are in."""
    notes = make.reading(bodies=(body,), on=on, said=said, headings=(heading,), name=f"{body} {on}.txt")
    make.imported(notes)
    return Meeting.objects.get(start_on=on)


def told(text: str, kind: Kind = Kind.INFORMATION) -> make.Said:
    """Something said in the first item."""
    return make.Said(text=text, kind=kind, item=0)


def followed(*tied: Meeting) -> HandOver:
    """The first hand-over, where the first items of some meetings are of one matter."""
    matter = Matter.objects.create(name="Kontakten")
    for meeting in tied:
        Knot.objects.create(matter=matter, meeting=meeting, item=meeting.items.all()[0], state="taken")
    return again()


def again() -> HandOver:
    """The first hand-over, after all has been read."""
    catch_up()
    read_and_follow(list(Meeting.objects.values_list("pk", flat=True)))
    return HandOver.objects.order_by("meeting__start_on", "pk")[0]


def sent(text: str) -> Meeting:
    """What the working group has sent; the steering group is known."""
    met(RECEIVERS, date(2026, 1, 8), heading="Budget")
    return met(SENDERS, date(2026, 3, 5), told(text, Kind.NEXT_STEP))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "said", "state", "codes"),
    [
        ("Frågan lyfts till styrgruppen.", "Styrgruppen ställer sig bakom texten.", "answered", ["answers"]),
        ("Frågan lyfts till styrgruppen.", "Greta undrade vem som betalar.", "taken_up", []),
        ("Resultatet rapporteras till styrgruppen.", "Greta visade en bild.", "answered", ["told_there"]),
        ("Frågan lyfts till styrgruppen.", "Arbetsgrupp Norr har skrivit fram en text.", "taken_up", []),
    ],
    ids=["answer", "dialogue", "report", "what-the-senders-did"],
)
def test_what_became_of_it_has_its_reason(asked: str, said: str, state: str, codes: list[str]) -> None:
    """An answer is told with the words that it was seen by; talk alone is none."""
    here, there = sent(asked), met(RECEIVERS, date(2026, 4, 9), told(said))
    found = followed(here, there)
    assert (found.state, [row["code"] for row in found.reasons if row["code"] in CODES]) == (state, codes)


@pytest.mark.django_db
def test_it_is_answered_where_it_goes_back() -> None:
    """Sent back to those who asked, it is answered."""
    here = sent("Frågan lyfts till styrgruppen.")
    there = met(
        RECEIVERS, date(2026, 4, 9), told("Frågan skickas tillbaka till Arbetsgrupp Norr.", Kind.NEXT_STEP)
    )
    assert followed(here, there).reasons[-1]["code"] == "goes_back"


@pytest.mark.django_db
def test_it_is_missed_where_it_is_told_that_nothing_came() -> None:
    """An item that only says that no report has come is where it was missed."""
    here = sent("Resultatet rapporteras till styrgruppen.")
    there = met(RECEIVERS, date(2026, 4, 9), told("Inget har kommit."))
    found = followed(here, there)
    assert (found.state, found.missed_in) == ("missed", there)


@pytest.mark.django_db
def test_the_answer_may_come_to_those_who_asked() -> None:
    """Where the receiver has no notes, a later meeting of the senders tells what they did."""
    here = sent("Frågan lyfts till styrgruppen.")
    there = met(SENDERS, date(2026, 5, 7), told("Styrgruppen har svarat: det går bra."))
    link(here, there)
    found = again()
    assert (found.state, found.taken_up_in, found.reasons[-1]["code"]) == ("answered", there, "answers")


@pytest.mark.django_db
def test_what_others_did_is_no_answer_to_those_who_asked() -> None:
    """A later item of the senders that does not tell of the receiver decides nothing."""
    here = sent("Frågan lyfts till styrgruppen.")
    link(here, met(SENDERS, date(2026, 5, 7), told("Greta har svarat dem.")))
    assert again().state == "sent"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("link_reasons", "state"),
    [
        ([{"code": "words", "words": ["kontakt"]}], "taken_up"),
        ([{"code": "through", "words": ["Kontakt"]}], "sent"),
    ],
    ids=["words", "through-a-third"],
)
def test_what_an_item_is_about_must_speak_for_it(link_reasons: list[dict[str, object]], state: str) -> None:
    """A link through a third item alone takes nothing up, and nobody says that it was missed."""
    here = sent("Frågan lyfts till styrgruppen.")
    link(here, met(RECEIVERS, date(2026, 4, 9), told("Frågan är svår."), heading="Budget"), link_reasons)
    assert again().state == state


@pytest.mark.django_db
def test_each_of_several_receivers_is_followed_by_itself() -> None:
    """What goes to two bodies that do not meet together is one hand-over to each."""
    met("Ledningsnätverket", date(2026, 1, 9))
    sent("Frågan lyfts till styrgruppen och Ledningsnätverket.")
    catch_up()
    read_and_follow(list(Meeting.objects.values_list("pk", flat=True)))
    assert [row.bodies.get().name for row in HandOver.objects.order_by("pk")] == [
        RECEIVERS,
        "Ledningsnätverket",
    ]


def link(here: Meeting, there: Meeting, reasons: list[dict[str, object]] | None = None) -> MatterLink:
    """A proposal between the first items of two meetings."""
    catch_up()
    MatterLink.objects.all().delete()
    return MatterLink.objects.create(
        left_meeting=here,
        left_item=here.items.all()[0],
        right_meeting=there,
        right_item=there.items.all()[0],
        strength="possible",
        score=0.8,
        reasons=reasons or [{"code": "words", "words": ["kontakt"]}],
    )
