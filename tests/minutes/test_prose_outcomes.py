"""Decisions, agreed outcomes and postponements as they are told in running text."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import kinds, notes, read, said

from samsyn.minutes import to_record

OUTCOMES = {
    "goes-for": ("Vi kör på Tages förslag, allt till en brevlåda.", "decision"),
    "makes-do": ("Vi nöjer oss med en affisch i år.", "decision"),
    "old-infinitive": ("Mötet beslutade antaga anbudet från Ås Bygg.", "decision"),
    "infinitive-with-adverb": ("Styrelsen beslöt enhälligt köpa en ny båt.", "decision"),
    "proposal-voted-down": ("Förslag från Tage om en ny båt avslogs med 3 röster mot 2.", "decision"),
    "elected-for-a-time": ("Rut valdes för hösten.", "decision"),
    "several-elected": ("Rut Vifell, Tage Wrangmark och Siri Alm utsågs till kassarevisorer.", "decision"),
    "to-be-decided-by": ("Det beslutades att priset ska beslutas efter kostnaden.", "decision"),
    "old-passive": ("Ansökan om inglasning bifalles.", "decision"),
    "stand-behind": (
        "Vi ställer oss bakom att skolorna har samma schema, men det måste ta tid.",
        "agreed_outcome",
    ),
    "agreed-at-the-end": ("Det ska stå först, det blev vi också överens om.", "agreed_outcome"),
    "agreed-and-proposed": (
        "Efter diskussion enades mötet om fyra områden och föreslog namn.",
        "agreed_outcome",
    ),
    "put-off-by-decision": ("Det beslutades att skjuta upp frågan till nästa möte.", "postponement"),
    "promised": ("Tage lovade tjära båten före den 10/6.", "assignment"),
    "given-to-all": ("Alla får till uppgift att testa inloggningen.", "assignment"),
    "it-was-settled": ("Det blev bestämt att priset blir 50 kronor.", "decision"),
    "elected-again": ("Tage omvaldes på ett år.", "decision"),
    "has-promised": ("Tage har lovat att ringa.", "assignment"),
    "given-leave-to-act": ("Rut fick mandat att förhandla.", "assignment"),
    "taken-up-by-us": ("Vi tar upp frågan på nästa möte.", "next_step"),
    "settled": ("Bestämt att vi har fredagsmöten igen.", "decision"),
    "fine-to": ("Ok att köpa in två skärmar.", "decision"),
    "goes-on-with": ("Vi går vidare med lokalen på Storgatan.", "decision"),
    "motion-and-answer": ("Motion om ny pump: bifall.", "decision"),
    "put-off-to-a-month": ("Beslut om inköp av bil skjuts till januari.", "postponement"),
    "labelled-point": ("Actionpunkt: Vi behöver kartlägga skolorna.", "assignment"),
    "labelled-and-decided": ("Actionpunkt: Det beslutades att alla testar inloggningen.", "decision"),
}


@pytest.mark.parametrize(("body", "kind"), OUTCOMES.values(), ids=OUTCOMES)
def test_the_words_of_an_outcome(body: str, kind: str) -> None:
    """What came of a matter is told in many ways."""
    assert kinds(body) == [kind]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param("Styrelsen beslutade samma sak i våras.", ["information"], id="same-as-before"),
        pytest.param("Tage kunde inte lova något.", ["information"], id="cannot-promise"),
        pytest.param("Vi kör igång i maj.", ["information"], id="begin"),
        pytest.param("Planerat var 18/11 men det krockar.", ["information"], id="was-planned"),
        pytest.param(
            'Meningen "lotsen ansvarar för att samordna" blev det diskussion om.',
            ["information"],
            id="quoted",
        ),
        pytest.param(
            "Ärendet återremitterades 2021-01-28. Nämnden beslutade då att hämta in siffror.",
            ["reference", "reference"],
            id="decided-then",
        ),
        pytest.param("Vi går vidare med nästa punkt.", ["information"], id="next-item"),
        pytest.param("Nämnden ska besluta i maj.", ["information"], id="yet-to-decide"),
    ],
)
def test_what_is_no_outcome(body: str, told: list[str]) -> None:
    """What is quoted, was decided before or is yet to be decided is no outcome of the meeting."""
    assert kinds(body) == told


def test_who_takes_on_a_task_where_he_is_elected() -> None:
    """A sentence may elect somebody and tell what he takes on: a decision with a task of his."""
    found = said("Tage utsågs till ombud och åtog sig att gå igenom mappen.")
    assert [(one.kind.value, one.owner.words if one.owner else None) for one in found] == [
        ("decision", "Tage")
    ]


def test_a_decided_postponement_is_listed_with_the_decisions() -> None:
    """What was put off by a decision stands among the decisions of the short record."""
    body = "Det beslutades att skjuta upp frågan till nästa möte."
    assert to_record(read(notes(body)))["decisions"] == [body]
