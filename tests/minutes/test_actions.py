"""Who is to do what, and by when."""

from __future__ import annotations

from datetime import date

import pytest
from tests.minutes.make_notes import notes, read, said


def actions(body: str) -> list[tuple[str, str | None, str | None]]:
    """Text, owner and due of each action in the item."""
    return [
        (one.text.value, one.owner.words if one.owner else None, one.due.words if one.due else None)
        for one in said(body)
        if one.action
    ]


COLUMNS = {
    "what-who-when": "| Vad | Vem | När |\n|---|---|---|\n| Mejla ut listan | Rut | 23 april |",
    "who-what-when": "| Ansvarig | Aktivitet | Klart senast |\n|---|---|---|\n"
    "| Rut | Mejla ut listan | 23 april |",
    "when-first": "| Deadline | Åtgärd | Ansvarig |\n|---|---|---|\n| 23 april | Mejla ut listan | Rut |",
    "with-status": "| Åtgärd | Status | Vem | När |\n|---|---|---|---|\n"
    "| Mejla ut listan | Påbörjad | Rut | 23 april |",
}


@pytest.mark.parametrize("body", COLUMNS.values(), ids=COLUMNS)
def test_a_table_of_actions(body: str) -> None:
    """Columns may stand in any order, under any of their usual headings."""
    assert actions(body) == [("Mejla ut listan", "Rut", "23 april")]


def test_empty_cells_are_not_stated() -> None:
    """A dash or nothing in a cell is no owner and no due."""
    assert actions("| Vad | Vem | När |\n|---|---|---|\n| Boka rum | - | |") == [("Boka rum", None, None)]


SENTENCES = {
    "verb": ("Rut tar fram en lista till nästa möte.", "Rut", "till nästa möte"),
    "full-name": ("Rut Vifell bokar lokal senast den 5 maj.", "Rut Vifell", "den 5 maj"),
    "two": ("Rut och Tage skriver ett utkast före sommaren.", "Rut och Tage", "före sommaren"),
    "initials": ("RV tar kontakt med skolorna före den 1 april.", "RV", "den 1 april"),
    "role": ("Processledarna ser över tidsplanen.", "Processledarna", None),
    "body": ("Arbetsgruppen återkommer med ett förslag i maj.", "Arbetsgruppen", "maj"),
    "municipality": ("Flens kommun undersöker frågan till v. 15.", "Flens kommun", "v. 15"),
    "given": ("Rut får i uppdrag att skicka ut listan senast den 5 juni.", "Rut", "den 5 juni"),
    "given-to": ("Styrgruppen ger Tage i uppdrag att boka lokal.", "Tage", None),
    "shall": ("Tage ska ta fram siffror till nästa möte.", "Tage", "till nästa möte"),
    "will": ("Tage kommer att kontakta rektorerna.", "Tage", None),
    "passive": ("Svar lämnas till regionen senast den 19 december.", None, "den 19 december"),
    "telling-later": ("Rut informerar skolcheferna före påsk.", "Rut", "före påsk"),
    "this-week": ("Rut skickar listan denna vecka.", "Rut", "denna vecka"),
    "typed-bullet": ("Läget är gott:\n\n– Rut bokar lokal.", "Rut", None),
    "behind-telling": ("Rut har pratat med skolan och återkommer i maj.", "Rut", "maj"),
    "by-an-agent": ("Programmet görs av Rut och Tage.", "Rut och Tage", None),
    "takes-on": ("Tage åtog sig att översätta bladet.", "Tage", None),
    "asked": ("Samtliga ombeds sprida bladet.", "Samtliga", None),
    "within": ("Rut kontaktar skolan inom två veckor.", "Rut", "inom två veckor"),
    "everybody-by-a-day": ("Alla testar mallen före midsommar.", "Alla", "före midsommar"),
    "each": ("Varje rektor anmäler en kontaktperson senast 5 maj.", "Varje rektor", "5 maj"),
    "pronoun": ("Hon skickar bilderna till nästa möte.", "Hon", "till nästa möte"),
    "asked-to": ("Styrgruppen bad Tage att skriva en text.", "Tage", None),
    "label-inside": ("Budgeten är klar. Uppdrag: Rut bokar lokal.", "Rut", None),
    "label": ("Uppdrag: Rut bokar lokal.", "Rut", None),
    "label-in-square-brackets": ("[ÅTGÄRD] Rut bokar lokal (klart 20/5).", "Rut", "20/5"),
    "arrow": ("→ Rut bokar lokal senast v. 15", "Rut", "v. 15"),
    "arrow-of-signs": ("--> Rut bokar lokal", "Rut", None),
    "owner-in-brackets": ("Att göra: Boka lokal (Rut)", "Rut", None),
}


@pytest.mark.parametrize(("body", "owner", "due"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_that_is_an_action(body: str, owner: str, due: str | None) -> None:
    """Somebody that the notes know is to do something."""
    assert [(who, when) for _, who, when in actions(body)] == [(owner, due)]


NO_ACTIONS = [
    "Rut berättar om läget.",
    "Tage informerade om siffrorna.",
    "Rut är nöjd med samarbetet.",
    "Rut frågar hur det går.",
    "Tage svarar att det går bra.",
    "Det finns två kuratorer i Flen.",
    "Arbetet pågår.",
    "Statistiken presenteras av Rut.",
    "Rut berättar att Tage är sjuk och skriver hemifrån.",
    "Rut svarar inte på frågan.",
    "Rut påminner om att ingen har frågat familjerna.",
    "Tage bad om ursäkt för värmen.",
    "Tage kommer gärna till Flen.",
    "Rut informerar om att kursen den 3 juni är full.",
    "Gruppen skulle ha träffats i februari.",
]


@pytest.mark.parametrize("body", NO_ACTIONS)
def test_telling_is_no_action(body: str) -> None:
    """Who tells, asks, has or is something has nothing to do."""
    assert actions(body) == []


def test_an_agreed_outcome_with_an_owner_is_an_action() -> None:
    """What is agreed keeps its kind, and gives an action to the one who is to act."""
    (statement,) = said("**Överenskommet:** Processledarna ser över tidsplanen.")
    assert (str(statement.kind.value), statement.action) == ("agreed_outcome", True)


def test_an_agreed_outcome_without_an_owner_is_none() -> None:
    """What all agree on and nobody is to carry out is no action."""
    (statement,) = said("**Överenskommet:** Samma blankett används.")
    assert statement.action is False


def test_a_decision_that_gives_a_task_is_an_action() -> None:
    """A decision stays a decision, with the owner it names."""
    (statement,) = said("Styrgruppen beslutar att uppdra åt kansliet att se över listan före den 1 april.")
    owner, due = statement.owner, statement.due
    assert owner is not None
    assert due is not None
    assert (str(statement.kind.value), statement.action, owner.value.name, due.words) == (
        "decision",
        True,
        "kansliet",
        "den 1 april",
    )


def test_a_recurring_duty_recurs() -> None:
    """What is to be reported again and again has a due that is no day."""
    (statement,) = said("Löpande återrapportering till Länsstyrgruppen.")
    assert statement.due is not None
    assert (statement.action, str(statement.due.value.precision)) == (True, "recurring")


def test_a_due_has_the_days_of_the_coming_year() -> None:
    """A due without year is the next such day after the meeting."""
    (statement,) = said("Rut bokar lokal senast den 15 januari.")
    assert statement.due is not None
    assert statement.due.value.day == date(2027, 1, 15)


def test_no_due_is_made_up() -> None:
    """Where nothing is said of the time, there is no due."""
    (statement,) = said("Rut bokar lokal.")
    assert statement.due is None


def test_a_short_sentence_gives_the_due() -> None:
    """ "Klart 1/5." belongs to the task before it."""
    assert actions("Rut tar fram en lista. Klart 1/5.") == [("Rut tar fram en lista.", "Rut", "1/5")]


def test_a_lone_given_name_borne_by_two_is_a_doubt() -> None:
    """ "Katarina" may be either of two; a person is asked which, by name."""
    minutes = read(notes("Katarina bokar lokal."))
    assert [doubt.reason for doubt in minutes.doubts] == [
        "Vem är ”Katarina”: Katarina Lodin eller Katarina Skoglar?"
    ]


def test_an_owner_without_a_face_is_a_doubt() -> None:
    """ "Alla aktörer" is nobody; a person is asked to name them."""
    doubts = read(notes("Alla aktörer får i uppdrag att informera sin personal.")).doubts
    assert [doubt.reason for doubt in doubts] == ["Vilka är ”Alla aktörer”? Skriv ut dem."]


def test_an_owner_by_a_pronoun_is_a_doubt() -> None:
    """Who "hon" is must be told by a person."""
    assert [one.reason for one in read(notes("Hon skickar bilderna.")).doubts] == [
        "Vem är ”Hon”? Skriv ut namnet."
    ]


def test_a_heading_that_is_a_label_makes_its_section_tasks() -> None:
    """Each entry below "Att göra" is an action, with the owner behind the dash."""
    minutes = read(notes("### Att göra\n\n- Boka lokal – Rut\n- Ringa skolorna – Tage"))
    found = [(one.text.value, one.owner.words) for one in minutes.statements if one.action and one.owner]
    assert found == [("Boka lokal", "Rut"), ("Ringa skolorna", "Tage")]


def test_an_unusual_verb_is_a_doubt() -> None:
    """Somebody does something that is on no list of verbs: a person is asked whether it is an action."""
    (statement,) = said("Rut målar skylten i entrén.")
    assert (statement.action, str(statement.kind.certainty)) == (True, "doubtful")


def test_a_short_sentence_gives_the_owner() -> None:
    """ "Rut skriver." names who carries out the task before it."""
    assert actions("Uppdrag: En remiss ska sändas ut. Rut skriver.")[0][1] == "Rut"


def test_an_arrow_is_no_part_of_the_action() -> None:
    """What follows from an entry stands behind an arrow, in an entry of its own below it."""
    body = "- Skolpsykolog saknas.\n  - → Rut bokar en konsult"
    assert actions(body) == [("Rut bokar en konsult", "Rut", None)]
