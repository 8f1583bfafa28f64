"""What sentences tell of a meeting: who was there, who led it, who took the notes, when and where."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from tests.minutes.make_notes import read

from samsyn.minutes.clock_words import find_worded_times

if TYPE_CHECKING:
    from samsyn.minutes import Minutes

HEAD = "Minnesanteckningar Arbetsgrupp Norra Barn 2026-03-10\n\n"
ITEMS = "\n\n1. Läget\nInget nytt.\n\n2. Övrigt\nInget.\n"
LIST = "Närvarande: Rut Vifell, Tage Wrangmark, Siv Fjällgren, Olle Ekeving\n\n"


def told(text: str) -> Minutes:
    """Notes of 10 March 2026 whose head tells this in running text."""
    return read(HEAD + text + ITEMS, name="a.txt")


def there(text: str) -> list[tuple[str, str | None]]:
    """Those that a text tells were there, with their organisations."""
    people = told(text).attendees
    return [
        (one.name.value, one.affiliation.value if one.affiliation else None) for one in people if one.present
    ]


def gone(text: str) -> list[str]:
    """Those that a text tells were not there."""
    return [one.name.value for one in told(text).attendees if not one.present]


RUT, TAGE = ("Rut Vifell", "Trosa"), ("Tage Wrangmark", "Flens kommun")

THERE = [
    "Med var Rut Vifell (Trosa) och Tage Wrangmark från Flens kommun.",
    "Med på mötet var Rut Vifell från Trosa samt Tage Wrangmark, Flens kommun.",
    "Närvarande var Rut Vifell, Trosa, och Tage Wrangmark, Flens kommun.",
    "Rut Vifell, Trosa, och Tage Wrangmark, Flens kommun, deltog.",
    "Rut Vifell från Trosa och Tage Wrangmark från Flens kommun var med på länk.",
    "Från Trosa kom Rut Vifell och från Flens kommun Tage Wrangmark.",
    "Vi började i tid. Runt bordet satt Rut Vifell från Trosa och Tage Wrangmark från Flens kommun.",
    "Mötet samlade Rut Vifell från Trosa och Tage\nWrangmark från Flens kommun.",
]


@pytest.mark.parametrize("text", THERE)
def test_running_text_tells_who_was_there(text: str) -> None:
    """Names stand behind words that lead them in, or before words that say that they came."""
    assert there(text) == [RUT, TAGE]


def test_people_who_are_named_together_share_their_organisation() -> None:
    """ "A och B från X" are both from X; "C (Y)" is from Y."""
    text = "Med var Olle Ekeving (Gnesta), Rut Vifell och Tage Wrangmark från Region Sörmland."
    assert there(text) == [
        ("Olle Ekeving", "Gnesta"),
        ("Rut Vifell", "Region Sörmland"),
        ("Tage Wrangmark", "Region Sörmland"),
    ]


def test_a_title_before_a_name_is_the_title() -> None:
    """ "skolchef Rut Vifell" has a title and no organisation."""
    people = told("Med var skolchef Rut Vifell och kuratorn Tage Wrangmark.").attendees
    assert [(one.name.value, one.title.value if one.title else None) for one in people] == [
        ("Rut Vifell", "skolchef"),
        ("Tage Wrangmark", "kuratorn"),
    ]


GONE = [
    "Tage Wrangmark hade fått förhinder.",
    "Tage Wrangmark kunde inte vara med.",
    "Tage Wrangmark var sjuk.",
    "Tage Wrangmark saknades.",
    "Återbud hade kommit från Tage Wrangmark.",
    "Frånvarande var Tage Wrangmark.",
    "Flen hade meddelat att Tage Wrangmark inte kunde komma.",
    "Rut Vifell ledde mötet, men Tage Wrangmark hade förhinder.",
]


@pytest.mark.parametrize("text", GONE)
def test_running_text_tells_who_was_not_there(text: str) -> None:
    """Words of absence stand before the names or behind them."""
    assert gone(f"Med var Rut Vifell och Siv Fjällgren. {text}") == ["Tage Wrangmark"]


NOBODY = [
    "Rut Vifell deltog i en konferens om skolfrånvaro med Tage Wrangmark.",
    "Förra gången enades gruppen om en gemensam mall.",
    "Mötet samlade åtta personer.",
    "Rut Vifell var inte nöjd med förslaget från Tage Wrangmark.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_other_sentences_tell_of_nobody(text: str) -> None:
    """Who takes part in something else, or is spoken of, is in no list."""
    assert told(text).attendees == ()


def test_the_first_item_may_tell_who_was_there() -> None:
    """Notes without any list often name people where the meeting is opened."""
    opening = "1. Öppnande\nVi hälsades välkomna. Närvarande var Rut Vifell och Siv Fjällgren."
    text = f"{opening}\n\n2. Övrigt\nInget.\n"
    assert [one.name.value for one in read(HEAD + text, name="a.txt").attendees] == [
        "Rut Vifell",
        "Siv Fjällgren",
    ]


CHAIRS = [
    "Rut ledde mötet.",
    "Rut höll i mötet, Tage skriver.",
    "Rut Vifell hälsade välkommen och gick igenom dagordningen.",
    "Rut var ordförande och Tage sekreterare.",
    "Mötet leddes av Rut Vifell.",
    "Mötesledare: Rut. Antecknat av Tage.",
    "Ordföranden, Rut Vifell (C), gick igenom dagordningen.",
    "Till mötesordförande valdes Rut Vifell.",
]


@pytest.mark.parametrize("text", CHAIRS)
def test_a_sentence_tells_who_led_the_meeting(text: str) -> None:
    """A given name is whoever bears it in the list."""
    chair = told(LIST + text).chair
    assert chair is not None
    assert chair.value == "Rut Vifell"


SECRETARIES = [
    "Tage förde anteckningar.",
    "Rut höll i mötet, Tage skriver.",
    "Tage höll i pennan.",
    "Vid tangenterna satt Tage.",
    "Tage ledde mötet och antecknade.",
    "Mötesledare: Rut. Antecknat av Tage.",
    "Anteckningarna fördes av Tage Wrangmark.",
    "Mötet leddes av Rut Vifell med Tage Wrangmark som sekreterare.",
]


@pytest.mark.parametrize("text", SECRETARIES)
def test_a_sentence_tells_who_took_the_notes(text: str) -> None:
    """Whoever wrote, held the pen or sat at the keys."""
    secretary = told(LIST + text).secretary
    assert secretary is not None
    assert secretary.value == "Tage Wrangmark"


SIGNATURES = ["/Tage", "// Tage Wrangmark"]


@pytest.mark.parametrize("line", SIGNATURES)
def test_a_signature_tells_who_took_the_notes(line: str) -> None:
    """A name behind a stroke at the end signs the notes."""
    secretary = read(f"{HEAD}{LIST}{ITEMS}\n{line}\n", name="a.txt").secretary
    assert secretary is not None
    assert secretary.value == "Tage Wrangmark"


NO_ROLES = [
    "Tage skriver till nämnden.",
    "Rektorn hälsade oss välkomna till skolan.",
    "Rut var ordförande i föreningen på den tiden.",
]


@pytest.mark.parametrize("text", NO_ROLES)
def test_other_sentences_tell_of_no_role(text: str) -> None:
    """Writing to somebody and a welcome to a school are no roles of the meeting."""
    minutes = told(LIST + text)
    assert (minutes.chair, minutes.secretary) == (None, None)


def test_a_given_name_that_two_bear_is_a_doubt() -> None:
    """The words are kept as they stand, and a question names both."""
    minutes = told("Närvarande: Rut Vifell, Rut Ekeving, Siv Fjällgren\n\nRut ledde mötet.")
    assert minutes.chair is not None
    assert (minutes.chair.value, [(one.about, one.reason) for one in minutes.doubts]) == (
        "Rut",
        [("chair", "Vem var ordförande: Rut Vifell eller Rut Ekeving?")],
    )


WHEN = {
    "Mötet pågick mellan klockan 9 och 11.30 i Folkets hus.": (time(9), time(11, 30)),
    "Mötet började klockan nio och slutade elva.": (time(9), time(11)),
    "Mötet hölls digitalt klockan 13 till 15.": (time(13), time(15)),
    "Rut Vifell öppnade mötet kl 10.05. Mötet avslutades 11.40.": (time(10, 5), time(11, 40)),
    "Vi träffades halv sju på kvällen hemma hos Rut.": (time(18, 30), None),
}


@pytest.mark.parametrize(("text", "wanted"), WHEN.items(), ids=WHEN)
def test_sentences_tell_when_the_meeting_was(text: str, wanted: tuple[time, time | None]) -> None:
    """Begin and end stand beside verbs that tell of the meeting."""
    minutes = told(text)
    assert minutes.start is not None
    assert (minutes.start.value, minutes.end.value if minutes.end else None) == wanted


WORDS = {
    "klockan nio": "09:00",
    "halv tio": "09:30",
    "kvart över åtta": "08:15",
    "kvart i nio": "08:45",
    "klockan tio i tre": "14:50",
    "klockan två": "14:00",
    "halv sju på kvällen": "18:30",
}


@pytest.mark.parametrize(("words", "wanted"), WORDS.items(), ids=WORDS)
def test_a_time_in_words(words: str, wanted: str) -> None:
    """Hours before eight are of the afternoon or evening."""
    found = find_worded_times(words)
    assert found is not None
    assert f"{found.start:%H:%M}" == wanted


def test_a_time_of_morning_or_evening_is_a_doubt() -> None:
    """ "halv sju" without more may be either: it is read as the evening, and a question asks."""
    minutes = told(LIST + "Mötet började halv sju.")
    assert [(one.about, one.rule) for one in minutes.doubts] == [("start", "K3")]


WHERE = {
    "Mötet hölls i Folkets hus klockan 9.": "Folkets hus",
    "Vi sågs på Stadshotellet.": "Stadshotellet",
    "Träffen ägde rum hemma hos Rut Vifell.": "Rut Vifell",
    "Mötet hölls digitalt via Teams.": "digitalt via Teams",
    "Vi träffades i biblioteket på torsdagen.": "biblioteket",
    "Digitalt via Teams\n\nVi var få.": "Digitalt via Teams",
}


@pytest.mark.parametrize(("text", "wanted"), WHERE.items(), ids=WHERE)
def test_sentences_tell_where_the_meeting_was(text: str, wanted: str) -> None:
    """The place stands behind "i", "på" or "hos" in a sentence, or alone where it is digital."""
    place = told(text).place
    assert place is not None
    assert place.value == wanted


def test_notes_of_running_text_alone() -> None:
    """A day below the title and a sentence of who was there are notes, without any label or item."""
    minutes = read(
        "Anteckningar nätverk elevhälsa\n2026-03-10\n\nRut Vifell (Flen) och Tage Wrangmark (Trosa) var med. "
        "Siv Fjällgren fick förhinder.\n\nVi pratade om skolfrånvaro.\n",
        name="a.txt",
    )
    assert minutes.held is not None
    assert [(one.name.value, one.present) for one in minutes.attendees] == [
        ("Rut Vifell", True),
        ("Tage Wrangmark", True),
        ("Siv Fjällgren", False),
    ]
