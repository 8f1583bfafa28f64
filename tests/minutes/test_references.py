"""Pointers to other meetings, bodies and documents, and organisations that stay outside."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import notes, read, said

from samsyn.minutes.records import Certainty


def pointers(body: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Target, names and first day of each reference in the item."""
    return [
        (
            str(found.value.target),
            found.value.names,
            str(found.value.on.start) if found.value.on and found.value.on.start else None,
        )
        for statement in said(body)
        for found in statement.references
    ]


def test_a_matter_that_goes_on_to_a_named_meeting() -> None:
    """A body and a day make a reference to that body's meeting on that day."""
    assert pointers("Frågan tas vidare till skolchefsnätverket och Länsstyrgruppen den 10/4.") == [
        ("meeting", ("skolchefsnätverket", "Länsstyrgruppen"), "2026-04-10")
    ]


def test_what_goes_on_is_a_next_step() -> None:
    """ "Tas vidare" says what comes next."""
    (statement,) = said("Frågan tas vidare till Länsstyrgruppen den 10/4.")
    assert str(statement.kind.value) == "next_step"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        pytest.param("Frågan lyftes på mötet den 3/2.", "2026-02-03", id="past"),
        pytest.param("Frågan lyfts på mötet den 5 maj.", "2026-05-05", id="coming"),
        pytest.param("Nätverksträffen den 20 augusti 2025 var uppskattad.", "2025-08-20", id="with-year"),
    ],
)
def test_the_day_of_another_meeting(body: str, day: str) -> None:
    """A day beside a word for a meeting is that meeting's day, in the year that the words look to."""
    assert pointers(body) == [("meeting", (), day)]


@pytest.mark.parametrize(
    ("body", "day"),
    [
        pytest.param("Styrgruppen lyfte frågan på mötet den 9 oktober.", "2025-10-09", id="weak-verb"),
        pytest.param("Mötet den 9 oktober hann inte färdigt.", "2025-10-09", id="strong-verb-behind"),
        pytest.param("Nämnden har den 9 oktober uppmanat oss.", "2025-10-09", id="within-a-perfect"),
        pytest.param("Länsstyrgruppen godkände texten den 9 oktober.", "2025-10-09", id="verb-far-before"),
        pytest.param("Protokollet från den 9 oktober godkänns.", "2025-10-09", id="notes"),
        pytest.param(
            "Gruppen kom överens om att Rut är med på mötet den 4 juni.", "2026-06-04", id="clause-of-its-own"
        ),
        pytest.param(
            "Den reviderade texten går till Länsstyrgruppen den 9 oktober.", "2026-10-09", id="participle"
        ),
        pytest.param(
            "Rut har skrivit fram frågan till mötet den 9 oktober.", "2026-10-09", id="done-for-a-meeting"
        ),
    ],
)
def test_the_tense_tells_the_year(body: str, day: str) -> None:
    """What is told of as past was before the meeting, what is planned comes after it."""
    assert [on for target, _, on in pointers(body) if target == "meeting"] == [day]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Gruppen heter Beredningsgrupp Barn från den 1 maj.", id="from"),
        pytest.param("Styrgruppens text gäller från och med den 1 maj.", id="from-and-with"),
        pytest.param("Arbetsgruppen fortsätter till den 30 juni.", id="until"),
        pytest.param("Arbetsgruppen föreslår samtidig start den 11 maj.", id="start"),
        pytest.param("Styrgruppen svarar senast den 4 maj.", id="due"),
        pytest.param("Beredningsgruppen skickar ut texten den 4 maj.", id="something-done-then"),
    ],
)
def test_a_beginning_or_an_end_is_no_meeting(body: str) -> None:
    """A day on which something begins, ends or is due is no meeting's, though a body stands near it."""
    assert [on for target, _, on in pointers(body) if target == "meeting"] == []


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param(
            "Beredningsgruppen lämnar texten till Länsstyrgruppen den 4 maj.",
            ("Länsstyrgruppen",),
            id="receiver",
        ),
        pytest.param(
            "Styrgruppen skickade frågan till Länsstyrgruppen den 4 mars.", ("Styrgruppen",), id="sender"
        ),
        pytest.param("Frågan skickades till Länsstyrgruppen den 4 mars.", (), id="sender-not-named"),
        pytest.param("Gruppen bildades av Länsstyrgruppen den 4 mars.", ("Länsstyrgruppen",), id="by-whom"),
        pytest.param("Mötet den 4 mars gav SAMS-gruppen ett uppdrag.", (), id="meeting-without-body"),
        pytest.param("SAMS-gruppens möte den 4 maj ställs in.", ("SAMS-gruppens",), id="joined-by-a-hyphen"),
        pytest.param(
            "Nämnden har den 4 mars uppmanat styrgruppen att svara.", ("Nämnden",), id="who-urged-another"
        ),
        pytest.param("Mötet den 4 maj i Länsstyrgruppen är kort.", ("Länsstyrgruppen",), id="behind-the-day"),
    ],
)
def test_whose_meeting_a_day_is(body: str, names: tuple[str, ...]) -> None:
    """Those who met are the meeting's bodies, and not all that the sentence names."""
    assert [named for target, named, _ in pointers(body) if target == "meeting"] == [names]


def test_notes_from_a_day_are_those_of_the_own_meeting() -> None:
    """Notes that are approved are those of an earlier meeting of the same bodies."""
    (statement,) = said("Anteckningarna från den 4 mars läggs till handlingarna.")
    assert [found.rule for found in statement.references] == ["R9"]


@pytest.mark.parametrize(
    "body",
    [
        "Texten har skrivits om efter beslutet den 4 mars.",
        "Vi väntar på ett beslut om start, som tas den 4 maj.",
    ],
)
def test_a_decision_of_a_day_leaves_open_whose(body: str) -> None:
    """A decision that was or is to be taken on a day may be anybody's."""
    (statement,) = said(body)
    assert [found.certainty for found in statement.references] == [Certainty.DOUBTFUL]


def test_a_heading_points_to_a_meeting() -> None:
    """What goes on to a meeting may stand below a heading that names it."""
    minutes = read(notes("Inget.\n\n## 2. Medskick till Länsstyrgruppen den 4 maj\n\nFyra sidor text."))
    assert [
        (found.value.names, str(found.value.on and found.value.on.start)) for found in minutes.references
    ] == [(("Länsstyrgruppen",), "2026-05-04")]


def test_a_coming_meeting_without_a_day_is_a_doubt() -> None:
    """ "Ett kommande möte" may be any; a person is asked which, with the nearest known."""
    minutes = read(notes("Frågan tas upp på ett kommande möte.\n\nNästa möte 9 oktober."))
    assert [doubt.reason for doubt in minutes.doubts] == ["Vilket möte avses? 9 oktober är det närmaste."]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param("Beredningsgruppen har sett över texten.", "Beredningsgruppen", id="definite"),
        pytest.param("Rapporten kommer från Arbetsgrupp Norra Barn.", "Arbetsgrupp Norra Barn", id="named"),
        pytest.param("Beredningsgrupp hjälpmedel svarar.", "Beredningsgrupp hjälpmedel", id="small-letters"),
        pytest.param("Frågan lyfts i Nätverk barn och unga.", "Nätverk barn och unga", id="joined"),
        pytest.param("Arbetsgrupp psykisk hälsa lämnar in.", "Arbetsgrupp psykisk hälsa", id="two-words"),
        pytest.param("Styrgrupp Nära vård svarar.", "Styrgrupp Nära vård", id="capital-and-small"),
        pytest.param("Styrgruppen för Nära vård svarar.", "Styrgruppen för Nära vård", id="behind-for"),
        pytest.param(
            "Vi frågar beredningsgruppen för hjälpmedel.", "beredningsgruppen för hjälpmedel", id="small-for"
        ),
        pytest.param("Styrgruppen för frågan vidare.", "Styrgruppen", id="a-verb-that-sounds-so"),
        pytest.param("Styrgrupp saknas i Flen.", "Styrgrupp", id="a-verb-behind"),
    ],
)
def test_a_body_named(body: str, name: str) -> None:
    """A body without a day is a reference to the body."""
    assert ("body", (name,), None) in pointers(body)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param("Implementeringsplan 2.0 presenterades.", "Implementeringsplan 2.0", id="edition"),
        pytest.param("Målbilden gäller.", "Målbilden", id="definite"),
        pytest.param("Samverkansavtalet löper ut i år.", "Samverkansavtalet", id="agreement"),
    ],
)
def test_a_document_named(body: str, name: str) -> None:
    """Plans, agreements and guidelines are references to documents."""
    assert pointers(body) == [("document", (name,), None)]


@pytest.mark.parametrize(
    ("body", "names", "day"),
    [
        pytest.param("Frågan tas upp på majmötet.", (), "2026-05-01", id="called-by-its-month"),
        pytest.param("På mötet i februari beslutades om en mall.", (), "2026-02-01", id="told-of-as-past"),
        pytest.param(
            "Länsstyrgruppens möte i maj tar upp frågan.", ("Länsstyrgruppens",), "2026-05-01", id="of-a-body"
        ),
        pytest.param("Enligt beslut i styrgruppen 4/3 gäller den.", ("styrgruppen",), "2026-03-04", id="day"),
    ],
)
def test_a_meeting_told_by_its_time(body: str, names: tuple[str, ...], day: str) -> None:
    """A meeting that is called by its month is one of that month; what is quoted lies behind."""
    assert pointers(body) == [("meeting", names, day)]


@pytest.mark.parametrize(
    "body",
    [
        "Vid styrgruppens möte i december beslutades att mallen gäller.",
        "Vi beslutade på senaste träffen att Rut bokar.",
        "Kommunstyrelsen beslutade 2025-11-03 § 45 att anta planen.",
        "Vid mötet den 18 februari 2025, § 5, beslutades följande: Mallen gäller.",
        "Länsstyrgruppen beslutade den 4 februari att mallen gäller.",
    ],
)
def test_a_quoted_decision_is_a_reference_to_its_meeting(body: str) -> None:
    """What an earlier meeting decided is no decision of this one, and points to that meeting."""
    (statement,) = said(body)
    targets = [str(found.value.target) for found in statement.references]
    assert (str(statement.kind.value), targets) == ("reference", ["meeting"])


def test_a_due_is_no_meeting() -> None:
    """The day by which something is to be done is not a meeting's day."""
    assert pointers("Rut bokar lokal senast den 5 maj.") == []


@pytest.mark.parametrize(
    ("body", "who"),
    [
        pytest.param("Trosa deltar inte i testet.", "Trosa", id="takes-no-part"),
        pytest.param("Gnesta kommun ingår inte i avtalet.", "Gnesta kommun", id="not-in-the-agreement"),
        pytest.param("Gnesta avstår från utbildningen.", "Gnesta", id="declines"),
    ],
)
def test_an_organisation_that_stays_outside(body: str, who: str) -> None:
    """Who is said not to take part is noted as excluded."""
    (statement,) = said(body)
    assert [found.value for found in statement.excluded] == [who]


def test_a_question_of_another_item_has_no_answer_here() -> None:
    """An answer belongs to a question of its own item only."""
    minutes = read(notes("Hur når vi familjerna?").replace("Inget.", "Svar: Genom förskolan."))
    assert [one.answer_to for one in minutes.statements if one.kind.value == "answer"] == [None]
