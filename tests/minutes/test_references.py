"""Pointers to other meetings, bodies and documents, and organisations that stay outside."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import notes, read, said


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


def test_a_coming_meeting_without_a_day_is_a_doubt() -> None:
    """ "Ett kommande möte" may be any; a person is asked which, with the nearest known."""
    minutes = read(notes("Frågan tas upp på ett kommande möte.\n\nNästa möte 9 oktober."))
    assert [doubt.reason for doubt in minutes.doubts] == ["Vilket möte avses? 9 oktober är det närmaste."]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param("Beredningsgruppen har sett över texten.", "Beredningsgruppen", id="definite"),
        pytest.param("Rapporten kommer från Arbetsgrupp Norra Barn.", "Arbetsgrupp Norra Barn", id="named"),
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
