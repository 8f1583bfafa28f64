"""What is decided, agreed and put off; and what only speaks of decisions."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import kinds, said

DECIDED = {
    "label": ("**Beslut:** Tidsplanen antas.", "Tidsplanen antas."),
    "label-in-plain": ("Beslut: Tidsplanen antas.", "Tidsplanen antas."),
    "label-on-a-line": ("Beslut\n\nTidsplanen antas.", "Tidsplanen antas."),
    "label-in-square-brackets": ("[BESLUT] Tidsplanen antas.", "Tidsplanen antas."),
    "body-in-the-label": ("Folkhälsorådets beslut: Tidsplanen antas.", "Tidsplanen antas."),
    "att-below-the-label": ("Beslut\n\natt anta tidsplanen", "att anta tidsplanen"),
    "beslutar-att": ("Styrgruppen beslutar att tidsplanen antas.", None),
    "beslutade-att": ("Styrgruppen beslutade att anta tidsplanen.", None),
    "beslutade-without-att": ("Styrgruppen beslutade godkänna tidsplanen.", None),
    "capitals": ("ARBETSUTSKOTTET BESLUTAR att notera informationen.", None),
    "det-beslutades": ("Det beslutades att formuleringen i steg 2 ses över.", None),
    "beslutades-first": ("Beslutades att höja avgiften till 150 kronor.", None),
    "bestämde": ("Vi bestämde att hastigheten mäts i november.", None),
    "godkänner": ("Styrgruppen godkänner den nya rutinen.", None),
    "godkändes": ("Dagordningen godkändes.", None),
    "fastställdes": ("Förslaget till budget fastställdes.", None),
    "laid-aside": ("Anteckningarna läggs till handlingarna.", None),
    "laid-aside-once": ("Protokollet lades till handlingarna.", None),
    "appoints": ("Rut Vifell utses att justera protokollet.", None),
    "appoints-now": ("Nämnden utser Rut Vifell att justera protokollet.", None),
    "stämman-grants": ("Stämman beviljade styrelsen ansvarsfrihet.", None),
    "stämman-elects": ("Stämman valde Rut Vifell (omval) till kassör på två år.", None),
    "mötet-elects": ("Mötet valde Rut Vifell och Tage Wrangmark till revisorer.", None),
    "behind-a-comma": ("Båten behöver målas, styrelsen godkände kostnaden.", None),
    "clause-alone": ("att lägga rapporten till handlingarna", None),
    "letter-behind-a-noun": ("Mötet beslutade att välja skiss B.", None),
    "stands-behind": ("Samrådet ställer sig bakom rapporten.", None),
}


@pytest.mark.parametrize(("body", "words"), DECIDED.values(), ids=DECIDED)
def test_a_decision(body: str, words: str | None) -> None:
    """A label or a verb of deciding makes a decision; the label is no part of it."""
    assert [(str(one.kind.value), one.text.value) for one in said(body)] == [("decision", words or body)]


def test_a_label_may_open_a_later_sentence() -> None:
    """From the label on its kind holds; what stands before it is something else."""
    assert kinds("Kursen är full sedan i mars. Beslut: Kursen ges igen.") == ["information", "decision"]


def test_a_sentence_straight_below_a_list_is_no_part_of_it() -> None:
    """What a label or lead-in gives to a list ends with the list."""
    body = (
        "Vi enades om följande:\n\n- En gemensam mall används\nTre skolor har börjat.\n\nAlla skolor är med."
    )
    assert kinds(body) == ["agreed_outcome", "information", "information"]


NEVER = {
    "dialogue-about-decisions": "Dialog om beslut och införande fördes.",
    "all-decisions": "Målet att alla beslut ska utgå från barnet är för absolut.",
    "needed": "Ett beslut behöver fattas före sommaren.",
    "must-be-decided": "Nämnden behöver besluta om budgeten.",
    "shall-be-decided": "Nämnden ska besluta om avtalet i maj.",
    "proposed": "Förslag till beslut: Avtalet förlängs.",
    "proposed-in-prose": "Förvaltningen föreslår att nämnden antar budgeten.",
    "earlier": "Vid mötet den 18 februari 2026, § 5, beslutades följande:",
    "dated": "Styrgruppen beslutade den 26 maj att texten gäller från augusti.",
    "dated-meeting": "Vid mötet 2025-11-12 beslutades att annonsen fick kosta 10 000 kronor.",
    "instruction": "Instruktion: skriv vad som beslutades.",
    "told-again": "Det bestämdes redan i mars och ändras inte.",
    "clause-as-subject": "Att skriva ner rutinen tar en eftermiddag.",
    "already": "Länsstyrgruppen har tidigare beslutat att avtalet gäller.",
    "earlier-law": "Rutinen används enligt tidigare beslut.",
    "none": "Inga beslut fattades.",
    "led-to-nothing": "Diskussionen ledde inte fram till några slutsatser.",
    "could-not": "Gruppen kunde inte enas om en modell.",
    "not-decided": "Styrgruppen beslutade inte i frågan.",
    "after-a-decision": "När nämnden har beslutat skickas avtalet ut.",
    "question": "Vem beslutar om hjälpmedel?",
    "basis": "Beslutsunderlag: Rapport från arbetsgruppen.",
    "follow-up": "Uppföljning av beslut görs i höst.",
}


@pytest.mark.parametrize("body", NEVER.values(), ids=NEVER)
def test_never_a_decision(body: str) -> None:
    """Words about decisions that somebody else takes, took, or may take decide nothing."""
    assert "decision" not in kinds(body)


def test_a_heading_with_the_word_decides_nothing() -> None:
    """The standing item "Uppföljning av beslut" holds no decision of its own."""
    assert kinds("### Uppföljning av beslut\n\nListan gicks igenom.") == []


POSTPONED = [
    "Frågan bordläggs.",
    "Ärendet skjuts upp till nästa möte.",
    "Ärendet återremitteras till arbetsgruppen.",
    "Punkten flyttas till nästa möte.",
    "Beslut tas vid ett kommande möte.",
    "Frågan bordlades till mötet i maj.",
]


@pytest.mark.parametrize("body", POSTPONED)
def test_a_matter_put_off(body: str) -> None:
    """What is laid on the table, put off or sent back is a postponement."""
    assert kinds(body) == ["postponement"]


def test_a_decision_to_put_off_is_a_postponement() -> None:
    """A label "Beslut" over words that put the matter off doesn't make them a decision on the matter."""
    assert kinds("Beslut: Ärendet bordläggs.") == ["postponement"]


AGREED = {
    "label": "**Överenskommet:** Alla använder samma blankett.",
    "came-to-agree": "Vi kom överens om att alla använder samma blankett.",
    "agree": "Kommunerna är överens om att använda samma blankett.",
    "enades": "Gruppen enades om en gemensam blankett.",
    "eniga": "Rådet är enigt om att väntetiden är för lång.",
}


@pytest.mark.parametrize("body", AGREED.values(), ids=AGREED)
def test_an_agreed_outcome(body: str) -> None:
    """Agreeing is weaker than deciding, and a kind of its own."""
    assert kinds(body) == ["agreed_outcome"]


def test_a_weak_word_of_agreement_is_a_doubt() -> None:
    """ "Det finns en samsyn" may describe a mood; a person is asked."""
    (statement,) = said("Det finns en samsyn om att stödet behövs.")
    assert (str(statement.kind.value), str(statement.kind.certainty)) == ("agreed_outcome", "doubtful")


@pytest.mark.parametrize(
    "body",
    [
        "Vi är inte överens om fördelningen.",
        "Kommunerna behöver komma överens om priset.",
        "Är vi överens om blanketten?",
    ],
    ids=["not", "must", "question"],
)
def test_never_an_agreed_outcome(body: str) -> None:
    """What is denied, wanted or asked is not agreed."""
    assert "agreed_outcome" not in kinds(body)


POINTS = {
    "att-clauses": "Beslut\n\natt anta planen\natt sända den på remiss",
    "numbered-points": "Beslut:\n\n1. Planen antas.\n2. Den sänds på remiss.",
    "bullets": "Beslut:\n\n- Planen antas.\n- Den sänds på remiss.",
    "lead-in": "Styrgruppen beslutar\n\natt anta planen\n\natt sända den på remiss",
    "sentences": "Beslut: Planen antas. Den sänds på remiss.",
}


@pytest.mark.parametrize("body", POINTS.values(), ids=POINTS)
def test_each_point_is_a_decision_of_its_own(body: str) -> None:
    """A decision in several points is as many decisions."""
    assert kinds(body).count("decision") == 2


def test_entries_below_a_lead_in_have_its_kind() -> None:
    """ "Vi enades om följande:" makes each entry of the list below an agreed outcome."""
    body = "Vi enades om följande:\n\n- Samma blankett används.\n- Väntetiden mäts."
    assert kinds(body) == ["agreed_outcome", "agreed_outcome"]


KINDS = {
    "Hur når vi familjerna?": "question",
    "Det föreslås att en föreläsare bjuds in.": "proposal",
    "Det behövs tydligare ansvar.": "need",
    "En lärdom är att börja tidigt.": "lesson",
    "Steg 2 upplevs som otydligt.": "comment",
    "Tre skolor har börjat.": "information",
}


@pytest.mark.parametrize(("body", "kind"), KINDS.items(), ids=KINDS)
def test_the_weaker_kinds(body: str, kind: str) -> None:
    """Questions, proposals, needs, lessons, views and information are told apart."""
    assert kinds(body) == [kind]


def test_an_answer_belongs_to_its_question() -> None:
    """A line that begins with "Resultat:" answers the question before it."""
    statements = said("- Hur når vi familjerna?\n\n  Resultat: Genom förskolan.")
    assert [(str(one.kind.value), one.answer_to) for one in statements] == [("question", None), ("answer", 0)]


def test_a_paragraph_that_a_page_break_cut_is_one() -> None:
    """A sentence that goes on in small letters after a blank is not two."""
    body = "Styrgruppen beslutar att den gemensamma blanketten används i alla\n\nkommuner från hösten."
    assert kinds(body) == ["decision"]
