"""The kinds of statements by how binding their words are, from formal decisions down to mere information."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import kinds

DECIDED = [
    "Beslut\n\nMedlemsavgiften är oförändrad.",
    "**BESLUT**\n\nAtt köpa in två projektorer.",
    "BESLUT: Taxan höjs med tio kronor.",
    "Nämndens beslut\n\nNämnden ställer sig bakom yttrandet.",
    "Vård- och omsorgsnämndens beslut\n\nTaxan höjs.",
    "STYRELSEN BESLÖT att anlita en ny revisor.",
    "Styrgruppen tog beslut om att förlänga försöket.",
    "Gruppen fattade beslut om att byta lokal.",
    "Beslut fattades om att avsluta försöket.",
    "Nätverket beslutar enhälligt att pausa enkäten.",
    "Mötet beslutade att Rut Vifell väljs till ordförande för mötet.",
    "Till justerare valdes Tage Wrangmark.",
    "Tage Wrangmark omvaldes som kassör.",
    "Nya stadgar antogs.",
    "Verksamhetsberättelsen lades med godkännande till handlingarna.",
    "Rapporten läggs till handlingarna.",
    "Informationen noteras till protokollet.",
    "Ansökan från Flens ridklubb beviljas.",
    "Ansökan avslås eftersom underlag fattas.",
    "Styrelsen avslog motionen.",
    "Motionen bifölls.",
    "Styrelsen beviljades ansvarsfrihet.",
    "Föreningen avsätter 5 000 kr till en ny gräsklippare. Enhälligt.",
    "Avgiften blir 300 kronor per familj. Klubbat!",
    "Efter omröstning (5-2) beslutades att köpa det blå tältet.",
    "Vi sa ja till samarbetet med Trosa.",
    "Gruppen sa nej till erbjudandet.",
    "Skrivelsen överlämnas till tekniska nämnden för svar.",
    "Utskottet tillstyrker förslaget.",
    "Budgeten för 2027 fastställdes till 1,2 miljoner.",
    "Beslutade vi att ställa in vårens träff.",
    "Det blev beslutat att varje skola får en nyckel.",
    "Rådet uttalar att busslinjen bör vara kvar.",
    "Beslut 9: Fältet får inte innehålla namn.",
    "Gruppen avstår från att yttra sig.",
    "Folkhälsorådet godkänner dagordningen.",
    "Nätverket ställer sig bakom skrivelsen i stort.",
]


@pytest.mark.parametrize("body", DECIDED)
def test_formal_words_decide(body: str) -> None:
    """A label, a verb of deciding or of formal acts, a vote or a word of outcome makes a decision."""
    assert kinds(body) == ["decision"]


AGREED = [
    "Överens om att kartlägga glappet.",
    "Parterna enades om att dela på kostnaden.",
    "Sektionen enig om att ungdomarna går först.",
    "Vi landade i att varje kommun väljer själv.",
    "Nätverket landade i att enkäten görs om.",
    "Gruppen var helt överens om ordningen.",
    "Kom överens om att ses hos Tage.",
    "Alla var eniga om att hålla kvar formen.",
    "Överenskommet\n\nVarje kommun skickar sina siffror.",
    "Slutsats: Formen fungerar.",
    "Det rådde full enighet om att fortsätta.",
]


@pytest.mark.parametrize("body", AGREED)
def test_words_of_agreement_agree(body: str) -> None:
    """Those present agree in many words, with a verb or without."""
    assert kinds(body) == ["agreed_outcome"]


PUT_OFF = [
    "Vi hann inte prata klart, tas på nästa möte.",
    "Beslut i frågan skjuts upp till maj.",
    "Frågan tas upp igen när budgeten är klar.",
    "Ärendet utgår.",
    "Punkten bordlades.",
    "Vi hann inte med punkten utan tar den nästa gång.",
    "Beslut: Återremiss.",
    "Frågan vilar tills vidare.",
    "Diskussionen fortsätter på nästa möte.",
]


@pytest.mark.parametrize("body", PUT_OFF)
def test_what_is_put_off_is_a_postponement(body: str) -> None:
    """What nobody got to, what rests or goes on another time is put off."""
    assert kinds(body) == ["postponement"]


NOT_DECIDED = [
    "Gruppen var inte överens om tidpunkten.",
    "Vi enades inte om någon lokal.",
    "Något beslut fattades inte.",
    "Mötet kom inte fram till något beslut.",
    "Samtalet ledde inte fram till någon gemensam hållning.",
    "Inget att besluta.",
    "Styrelsen tog inte ställning.",
]


@pytest.mark.parametrize("body", NOT_DECIDED)
def test_what_is_denied_is_information(body: str) -> None:
    """What was not decided or agreed is told, and no outcome."""
    assert kinds(body) == ["information"]


ABOUT_DECISIONS = [
    "Frågan är under beredning och beslut väntas i höst.",
    "Kommunfullmäktige beslutar i november.",
    "Nämnden fattar beslut den 14 oktober.",
    "Alla beslut ska kunna följas upp.",
    "Ett inriktningsbeslut väntas i mars.",
    "Beslutet om nytt namn ligger kvar.",
    "Styrgruppen ska fatta beslut i frågan.",
    "Om nämnden beslutar att stänga flyttas barnen.",
    "Här skrivs vad som beslutades.",
]


@pytest.mark.parametrize("body", ABOUT_DECISIONS)
def test_words_about_decisions_are_information(body: str) -> None:
    """What somebody is to decide, or a decision stands for, decides nothing."""
    assert kinds(body) == ["information"]


TOLD_AGAIN = [
    "Beslutet från i maj är verkställt.",
    "Beslutet från i våras gäller.",
    "Regionen har beslutat att avsluta avtalet.",
    "Tage berättade att nämnden antagit planen.",
    "På förra mötet bestämdes att städa förrådet.",
    "Enligt beslut i maj ska dörren vara låst.",
    "(Se även mötet i mars, då vi beslutade att avstå.)",
    "Chefsforum behandlade frågan 2026-01-14 och beslutade då att avvakta.",
]


@pytest.mark.parametrize("body", TOLD_AGAIN)
def test_earlier_decisions_are_references(body: str) -> None:
    """A decision of another day or of others is quoted."""
    assert kinds(body) == ["reference"]


PROPOSED = [
    "Kansliets förslag till beslut är att avtalet godkänns.",
    "Styrelsen föreslår att avgiften höjs, årsmötet beslutar.",
    "Förslag om gemensam utbildning lyftes.",
    "Det föreslogs att bjuda in skolcheferna.",
    "Önskemål om tätare träffar.",
    "Tage föreslår en studieresa.",
    "Ett förslag är att börja med de yngsta.",
    "Rut yrkar avslag.",
    "Kanske kan vi dela på en tjänst, föreslog Tage.",
]


@pytest.mark.parametrize("body", PROPOSED)
def test_wishes_are_proposals(body: str) -> None:
    """What is proposed, wished or moved is not decided."""
    assert kinds(body) == ["proposal"]


NEEDED = [
    "Vi behöver komma överens om en gemensam väg.",
    "Behov av en gemensam ingång.",
    "Rutinen behöver skrivas om.",
    "Det saknas platser för de yngsta.",
    "Mer stöd efterfrågas.",
    "Ansvaret måste bli tydligare.",
    "Skolorna bör få veta tidigare.",
]


@pytest.mark.parametrize("body", NEEDED)
def test_wants_are_needs(body: str) -> None:
    """What is wanting, or must be, is a need."""
    assert kinds(body) == ["need"]


LEARNT = [
    "Lärdom: Börja i tid.",
    "En viktig erfarenhet är att alla måste vara med från början.",
    "Vi lärde oss att små grupper fungerar bäst.",
    "En framgångsfaktor var att cheferna var med.",
]


@pytest.mark.parametrize("body", LEARNT)
def test_what_was_learnt_is_a_lesson(body: str) -> None:
    """Words of experience weigh more than the need they tell."""
    assert kinds(body) == ["lesson"]


VIEWS = [
    "Medskick: Tänk på de små kommunerna.",
    "Flera tyckte att rutinen är krånglig.",
    "Tage lyfte oro för bemanningen.",
    "Det upplevs som svårt att nå fram.",
    "Vi ser en risk att familjerna faller mellan stolarna.",
    "Gruppen ser positivt på förslaget.",
]


@pytest.mark.parametrize("body", VIEWS)
def test_views_are_comments(body: str) -> None:
    """What somebody thinks, feels or sees as a risk is a comment."""
    assert kinds(body) == ["comment"]


ASKED = [
    "Vem fattar beslut om placering?",
    "Fråga: När öppnar mottagningen?",
]


@pytest.mark.parametrize("body", ASKED)
def test_questions(body: str) -> None:
    """A question is one, with a label too."""
    assert kinds(body) == ["question"]


TELLING = [
    "Mötet förklarades öppnat.",
    "Rut informerar om det nya statsbidraget.",
    "Dialog förs om hur stödet ska se ut.",
    "Tage redovisade siffrorna för kvartalet.",
    "Information: Kansliet är stängt v. 28-31.",
    "Laget runt.",
    "Kursen är fulltecknad.",
]


@pytest.mark.parametrize("body", TELLING)
def test_telling_is_information(body: str) -> None:
    """Everything else is told."""
    assert kinds(body) == ["information"]


SEVERAL = {
    "Kommunstyrelsens arbetsutskotts beslut\n\n1. Hyran betalas ur potten.\n2. Svaret noteras.": [
        "decision",
        "decision",
    ],
    "Arbetsutskottets beslut:\n- att anta taxan\n- att sända den vidare": ["decision", "decision"],
    "Beslut:\na) Linjen startar i två kommuner.\nb) Den utvärderas efter sex månader.": [
        "decision",
        "decision",
    ],
    "Vi kom överens om följande:\n\n- Kaffet står kvar\n- Dörren hålls låst": [
        "agreed_outcome",
        "agreed_outcome",
    ],
    "Förslag till beslut: att planen antas. Rut drog tillbaka förslaget.": ["proposal", "proposal"],
    "Vem tar hand om nycklarna? Svar: Vaktmästaren.": ["question", "answer"],
    "- Hur många platser finns det?\n- Svar: Fjorton.": ["question", "answer"],
    "Går det i år? Svar: Nej. Vi enades om att vänta.": ["question", "answer", "agreed_outcome"],
    "Överenskommet: Alla skriver under. Vem samlar in?": ["agreed_outcome", "question"],
    "Är blanketten klar? Svaret är nej.": ["question", "answer"],
}


@pytest.mark.parametrize(("body", "several"), SEVERAL.items(), ids=SEVERAL)
def test_several_statements(body: str, several: list[str]) -> None:
    """Clauses, points and labels within a paragraph are statements of their own."""
    assert kinds(body) == several
