"""Who is to do what and by when, in sentences, lists and tables; and who only tells."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import said

Task = tuple[str, str | None, str | None]


def tasks(body: str) -> list[Task]:
    """Kind, owner and due of each action in the item, as written."""
    return [
        (str(one.kind.value), one.owner.words if one.owner else None, one.due.words if one.due else None)
        for one in said(body)
        if one.action
    ]


ASSIGNED: dict[str, list[Task]] = {
    "Rut och Tage ansvarar för utskicket.": [("assignment", "Rut och Tage", None)],
    "Tage tar kontakt med rektorn i Flen.": [("assignment", "Tage", None)],
    "Rut ser över mallen till nästa gång.": [("assignment", "Rut", "till nästa gång")],
    "Katarina Lodin återkommer om lokalen.": [("assignment", "Katarina Lodin", None)],
    "Rut fick i sin frånvaro i uppdrag att köpa kaffe.": [("assignment", "Rut", None)],
    "Kansliet får i uppdrag att ta fram ett underlag till maj.": [("assignment", "Kansliet", "maj")],
    "Uppdrag: Sixten mejlar bussbolaget.": [("assignment", "Sixten", None)],
    "Uppdrag till Tage: boka lokal.": [("assignment", "Tage", None)],
    "Åtgärd: Rut och Tage meddelar de sökande senast den 28 april.": [
        ("assignment", "Rut och Tage", "den 28 april")
    ],
    "Rut har inte hunnit med listan, Tage påminner.": [("assignment", "Tage", None)],
    "Efter en stund drogs förslaget tillbaka och Tage omarbetar skissen.": [("assignment", "Tage", None)],
    "Vi pratade om kursen och Tage tar fram en lista till maj.": [("assignment", "Tage", "maj")],
    "Arbetsgruppen (Rut, Tage) bokar musik.": [("assignment", "Arbetsgruppen", None)],
    "Rut (Flen) undersöker saken.": [("assignment", "Rut", None)],
    "Nycklarna lämnas ut av Tage.": [("assignment", "Tage", None)],
    "Uppdrogs åt Rut att sätta upp skyltar.": [("assignment", "Rut", None)],
    "@rutvif kollar om vi får ett bord.": [("assignment", "@rutvif", None)],
    "Rut skriver, Tage läser korrektur.": [("assignment", "Rut", None)],
    "Styrelsen beslutar att Rut och Tage får i uppdrag att flytta sidan.": [
        ("decision", "Rut och Tage", None)
    ],
    "➡ Rut skriver ihop en guide (klar v. 45)": [("assignment", "Rut", "v. 45")],
    "Styrgruppen ber kansliet undersöka saken till mars.": [("assignment", "kansliet", "mars")],
    "Tage expedierar skrivelsen.": [("assignment", "Tage", None)],
    "Rut felanmäler lampan.": [("assignment", "Rut", None)],
    "Ska göras före sommaren: Rut gör klart listan.": [("assignment", "Rut", None)],
    "Tage rapporterar löpande till nätverket.": [("assignment", "Tage", "löpande")],
    "Alla skickar in sina siffror före den 1 maj.": [("assignment", "Alla", "den 1 maj")],
    "Samtliga kommuner lämnar svar senast 15/4.": [("assignment", "Samtliga kommuner", "15/4")],
    "Respektive skolchef utser en kontaktperson.": [("assignment", "Respektive skolchef", None)],
    "Ordföranden kallar till nästa möte.": [("assignment", "Ordföranden", "till nästa möte")],
    "Sekreteraren skickar ut anteckningarna.": [("assignment", "Sekreteraren", None)],
    "Tage formulerar två frågor. Skickas runt före 30/4.": [("assignment", "Tage", "30/4")],
    "Rut tar med sig frågan till sin ledningsgrupp.": [("assignment", "Rut", None)],
    "Tage lovade att fixa skyltarna till lördag.": [("assignment", "Tage", "lördag")],
    "Rut erbjöd sig att hålla i kursen.": [("assignment", "Rut", None)],
    "Tage kollar om salen är ledig.": [("assignment", "Tage", None)],
    "Rut och Tage ska tillsammans skriva ett svar.": [("assignment", "Rut och Tage", None)],
    "Tage håller i nästa träff.": [("assignment", "Tage", None)],
}


@pytest.mark.parametrize(("body", "wanted"), ASSIGNED.items(), ids=ASSIGNED)
def test_assignments(body: str, wanted: list[Task]) -> None:
    """Somebody that the notes know is to act: asked, told, or by a verb of doing."""
    assert tasks(body) == wanted


NEXT_STEPS: dict[str, list[Task]] = {
    "Nästa steg: Enkäten skickas ut i april.": [("next_step", None, "april")],
    "Nästa steg är att bjuda in rektorerna.": [("next_step", None, None)],
    "Frågan lyfts till Länsstyrgruppen.": [("next_step", None, None)],
    "Frågan tas med till nästa styrgruppsmöte.": [("next_step", None, "till nästa styrgruppsmöte")],
    "Vi kommer att lyfta frågan på Länsstyrgruppen den 8 maj.": [("next_step", None, "den 8 maj")],
    "Uppföljning görs i september.": [("next_step", None, "september")],
    "Återrapportering sker löpande till styrgruppen.": [("next_step", None, "löpande")],
}


@pytest.mark.parametrize(("body", "wanted"), NEXT_STEPS.items(), ids=NEXT_STEPS)
def test_next_steps(body: str, wanted: list[Task]) -> None:
    """What comes next, whoever does it, and what recurs."""
    assert tasks(body) == wanted


ROWS: dict[str, list[Task]] = {
    "Beslut: Kursen utvidgas till tjugo platser\nRut tar fram en lista till 31 mars": [
        ("assignment", "Rut", "31 mars")
    ],
    "Att göra\n\n- Rut: skicka listan\n- Tage: boka lokal (12/4)": [
        ("assignment", "Rut", None),
        ("assignment", "Tage", "12/4"),
    ],
    "Att göra:\n- Boka lokal - Tage\n- Skicka listan - Rut, senast 3/5": [
        ("assignment", "Tage", None),
        ("assignment", "Rut", "3/5"),
    ],
    "| Uppgift | Klart | Ansvarig |\n|---|---|---|\n| Ringa SKR | maj | Rut + Tage |": [
        ("assignment", "Rut + Tage", "maj")
    ],
    "| Namn | Att göra | Tidpunkt |\n|---|---|---|\n| Tage | Skriva brev | v. 20 |": [
        ("assignment", "Tage", "v. 20")
    ],
    "| Status | Åtgärd | Ansvar | Deadline |\n|---|---|---|---|\n| Pågår | Ny mall | Rut | 1/6 |": [
        ("assignment", "Rut", "1/6")
    ],
    "| Vad | Vem |\n|---|---|\n| Ny mall | Rut + Tage, till 5/3 |": [
        ("assignment", "Rut + Tage", "till 5/3")
    ],
    "| Vad | Vem och när |\n|---|---|\n| Ny mall | Rut, 5 maj |\n| Lokal | Tage (v. 14) |": [
        ("assignment", "Rut", "5 maj"),
        ("assignment", "Tage", "v. 14"),
    ],
    "| Åtgärd | Status |\n|---|---|\n| Ny mall (Rut) | Pågår |": [("assignment", "Rut", None)],
    "| Ärende | Ansvarig | Status |\n|---|---|---|\n| Bok | Tage | klart 30/11 |\n| Stol | Rut | klart |": [
        ("assignment", "Tage", "klart 30/11")
    ],
    "Beslut\n\nInget beslut fattades. Rut skickar ut texten senast 12/4.": [("assignment", "Rut", "12/4")],
    "Fråga: Vem svarar?\nSvar: kansliet återkommer senast 20/6.": [("answer", "kansliet", "20/6")],
    "Beslut att bjuda in regionen\nRut bokar lokal": [("assignment", "Rut", None)],
}


@pytest.mark.parametrize(("body", "wanted"), ROWS.items(), ids=ROWS)
def test_lists_and_tables(body: str, wanted: list[Task]) -> None:
    """Columns in any order, and entries with an owner before or behind them."""
    assert tasks(body) == wanted


NOBODY = [
    "Rut ber om ursäkt för förseningen.",
    "Länsstyrelsen söker kommuner till ett försök.",
    "Varje huvudman svarar för sig.",
    "Rut svarar på frågor.",
    "Tage föredrar rapporten.",
    "Rut bjuder på bullar.",
    "Tage ansvarade för kursen i fjol.",
    "Rut tog fram en lista i höstas.",
    "Tage har bokat lokal.",
    "Rut ska gå i pension.",
    "Tage kunde inte komma.",
    "Rut skrev listan.",
    "Kommunen har tagit fram en plan.",
    "Regionen inför ett nytt system i höst.",
    "Rut går igenom listan.",
    "Tage sammanfattar läget.",
    "Skolan ska vara klar 2027.",
    "Rut önskar alla en glad påsk.",
    "Tage tackar för sig.",
    "Ordföranden avslutar mötet.",
    "Ordföranden förklarar mötet avslutat.",
    "Ordföranden hälsar alla välkomna.",
    "Förskolan i Flen ska ha öppet hus.",
    "Rut hoppas att alla kommer.",
    "Arbetsgruppen har träffats två gånger.",
    "Tage visar bilder från resan.",
    "Kommunerna ansvarar enligt lagen för skolgången.",
    "Rut undrar om någon har nyckeln.",
]


@pytest.mark.parametrize("body", NOBODY)
def test_nobody_is_to_act(body: str) -> None:
    """Who tells, did, has or leaves something has nothing to do."""
    assert tasks(body) == []
