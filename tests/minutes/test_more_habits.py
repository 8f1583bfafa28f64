"""Habits of secretaries in lists, tables and sentences, each in a few forms."""

from __future__ import annotations

from datetime import date

import pytest
from tests.minutes.make_notes import notes, read, said

from samsyn.minutes.record import to_record

HEAD = "Minnesanteckningar Arbetsgrupp Norra Barn 2026-03-10\n\n"

QUOTED = [
    "Styrelsen har den 14 oktober, § 58, beslutat att höja taxan.",
    "Vid mötet i april beslutade gruppen att siffrorna redovisas per kommun.",
    "Vid sammanträdet i maj beslutades att jackor inte bekostas.",
    "I juni beslutade nämnden att inga avtal tecknas.",
    "Förra året bestämde vi att alla tar med korv.",
    "Då beslutades att regionen bjuds in.",
    "Rut informerar om att kommunstyrelsen beslutat att inrätta en fond.",
    "Socialnämnden den 24 februari beslutade att timmarna prövas var för sig.",
]


@pytest.mark.parametrize("words", QUOTED)
def test_what_others_or_earlier_meetings_decided_is_a_reference(words: str) -> None:
    """A decision that is told with its day, its teller or its body's perfect tense was taken before."""
    assert [one.kind.value.value for one in said(words)] == ["reference"]


VOTED = [
    "Sjön vann med fyra mot två.",
    "Förslaget om nya termosar röstades ner.",
    "Fikat får kosta 400 kr, klubbat.",
    "Beslöts bevilja 4 000 kr.",
    "Beviljades, mot att de redovisar i höst.",
    "Bodil Krafft utses.",
]


@pytest.mark.parametrize("words", VOTED)
def test_the_outcome_of_a_vote_or_an_application_is_a_decision(words: str) -> None:
    """What won, was turned down or granted is decided, whatever the verb."""
    assert [one.kind.value.value for one in said(words)] == ["decision"]


AGREED = [
    "Gruppen ställer sig bakom att försöket utvidgas.",
    "Gruppen står bakom att besöken erbjuds i hela länet.",
    "Alla var med på att prova ägg.",
    "Ingen hade något emot den öppna licensen.",
    "Alla ense om att det blir Flen.",
]


@pytest.mark.parametrize("words", AGREED)
def test_those_present_agree_in_many_words(words: str) -> None:
    """To stand behind, to go along and to have nothing against is to agree."""
    assert [one.kind.value.value for one in said(words)] == ["agreed_outcome"]


TOLD = [
    "Tage påminner om länsdagen den 22/10.",
    "Tage efterfrågar ett gemensamt språk.",
    "Tage tar upp snöröjningen.",
    "Minnesanteckningarna godkänns av ordföranden.",
]


@pytest.mark.parametrize("words", TOLD)
def test_what_somebody_brings_up_is_no_outcome(words: str) -> None:
    """To remind of, to ask for and to bring up is said at the meeting, not done after it."""
    assert [one for one in said(words) if one.action or one.kind.value.value == "decision"] == []


NEXT = [
    "Nästa elevhälsoråd är tisdag 18/3 kl 13.",
    "Ses igen tisdag 18/3 kl 13.",
    "Vi ses tisdag 18/3 kl 13.",
    "Nästa: 18/3 13.00, i Gnesta",
    "Nytt möte tisdag 18 mars.",
    "Uppföljning 18 mars, samma tid",
    "Nästa styrgrupp den 18 mars.",
]


@pytest.mark.parametrize("words", NEXT)
def test_the_next_meeting_is_told_in_many_ways(words: str) -> None:
    """A day behind words of meeting again is the next meeting's, with the year that comes."""
    upcoming = read(notes(words)).next_meeting
    assert upcoming is not None
    assert (upcoming.value.start and upcoming.value.start.strftime("%d/%m")) == "18/03"


def test_the_next_meeting_below_a_list_of_tasks_is_no_task() -> None:
    """A list of things to do ends where the next meeting is told."""
    minutes = read(notes("### Att göra till nästa gång\n\n- Boka lokal – Rut\n\nNästa gång: 18 mars."))
    assert [one.text.value for one in minutes.statements if one.action] == ["Boka lokal"]


LISTS = {
    "initials": "Med: RV (Rut Vifell, Trosa), TaW (Tage af Wrang, Flens kommun)",
    "boxes": "Närvarande:\n- [x] Rut Vifell, Trosa\n- [x] Tage af Wrang, Flens kommun\n- [ ] Siv Fjällgren",
    "days": "Närvarolista\n                     9/3      10/3\nRut Vifell           X        -\n"
    "Tage af Wrang        -        X\nSiv Fjällgren        -        -",
    "definite-role": "Närvarande: Rut Vifell, Trosa samt suppleanten Tage af Wrang, Flens kommun",
}


@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)
def test_lists_of_many_kinds_name_those_present(words: str) -> None:
    """Initials before the name, boxes to tick, marks below days and roles in the text all name people."""
    people = read(f"{HEAD}{words}\n\n1. Läget\nInget nytt.\n\n2. Övrigt\nInget.\n", name="a.txt").attendees
    assert [one.name.value for one in people if one.present] == ["Rut Vifell", "Tage af Wrang"]


def test_surnames_are_known_too() -> None:
    """Somebody of the list acts by the surname alone."""
    (statement,) = said("Wrangmark tar reda på vem som äger salen.")
    assert (statement.action, statement.owner and statement.owner.words) == (True, "Wrangmark")


def test_what_a_list_quotes_is_nobodys_task() -> None:
    """Points that an earlier meeting decided are references, whoever they name."""
    quoted = (
        "Bakgrund: Vid mötet den 18 februari beslutades följande:\n\n1. Rut lämnar synpunkter senast 1 maj."
    )
    assert [one.kind.value.value for one in said(quoted)] == ["reference"]


PLACED = "Närvarande: Rut Vifell, Flen, Siv Ek, Gnesta, Moa Ros, Flen Tage af Wrang, Trosa, Bo Hall Trosa"


def test_a_missing_comma_behind_or_before_a_municipality_parts_no_name() -> None:
    """Where people are from municipalities, one of these is no part of a name."""
    people = read(f"{HEAD}{PLACED}\n\n1. Läget\nInget nytt.\n\n2. Övrigt\nInget.\n", name="a.txt").attendees
    assert [one.name.value for one in people] == [
        "Rut Vifell", "Siv Ek", "Moa Ros", "Tage af Wrang", "Bo Hall"
    ]  # fmt: skip


def test_a_list_ends_where_nobody_came() -> None:
    """ "Ingen från Trosa" behind a list describes none of its people."""
    listed = "Närvarande: Rut Vifell, Flen och vår rektor Tage Wrangmark. Ingen från Trosa den här gången."
    people = read(f"{HEAD}{listed}\n\n1. Läget\nInget nytt.\n\n2. Övrigt\nInget.\n", name="a.txt").attendees
    assert [one.name.value for one in people] == ["Rut Vifell", "Tage Wrangmark"]


def test_a_nickname_names_its_bearer() -> None:
    """What stands in quotation marks within a name is a name to act by."""
    listed = 'Närvarande: Viktor "Vigge" Dahn, Rut Vifell'
    text = f"{HEAD}{listed}\n\n1. Läget\nVigge ringer ljudfirman.\n\n2. Övrigt\nInget.\n"
    assert [one.text.value for one in read(text, name="a.txt").statements if one.action] == [
        "Vigge ringer ljudfirman."
    ]


def test_a_mails_subject_tells_a_day_before_it_was_sent() -> None:
    """The year of a day in the subject is that in which the mail was sent, or the one before."""
    text = (
        "Från: Barbro\nSkickat: den 3 januari 2023\nÄmne: Det vi sa på styrelsemötet (29/12)\n\nHej!\n\n"
        "Vi beslutade att laga pumpen. Vi var överens om avgiften.\n"
    )
    held = read(text, name="a.txt").held
    assert (held and held.value.start) == date(2022, 12, 29)


def test_a_sentence_may_end_in_a_word_of_one_letter() -> None:
    """ "fylla i." ends a sentence, and is no initial."""
    assert [
        one.text.value for one in said("Blanketten är svår att fylla i. Tage skriver en ny till jul.")
    ] == [
        "Blanketten är svår att fylla i.",
        "Tage skriver en ny till jul.",
    ]


def test_an_owner_over_two_lines_is_whole() -> None:
    """A name that is broken by a hyphen at the end of a line is the whole name."""
    text = f"{HEAD}Närvarande: Rut Vifell, Nicklas Örn\n\n1. Maten\nDet finns fyra förslag. Nick-\n"
    text += "las ordnar det till mötet.\n\n2. Övrigt\nInget.\n"
    (action,) = to_record(read(text, name="a.txt"))["actions"]
    assert action["responsible"] == "Nicklas"


@pytest.mark.parametrize(
    ("words", "given"), [("Rut får boka bussen.", True), ("Rut får gå tidigare.", False)]
)
def test_who_may_book_is_to_book(words: str, given: bool) -> None:
    """ "Får" and a verb of doing gives a task; with other verbs it allows something."""
    assert [one.action for one in said(words)] == [given]


def test_what_stands_below_quoted_points_is_of_this_meeting() -> None:
    """The points of an earlier decision end where a line of text follows; decisions below it are new."""
    quoted = "Bakgrund: Vid mötet den 18 februari beslutades följande:\n1. Att en grupp tillsätts.\n"
    body = f"{quoted}Ordföranden redovisade läget.\nRådet beslutar\natt gruppen fortsätter"
    text = f"{HEAD}Närvarande: Rut Vifell\n\n§ 1 Läget\n{body}\n\n§ 2 Övrigt\nInget.\n"
    found = [(one.kind.value.value, one.text.value) for one in read(text, name="a.txt").statements]
    assert ("decision", "att gruppen fortsätter") in found
