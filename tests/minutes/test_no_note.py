"""Files that hold no notes of a meeting, and notices of meetings to come."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.minutes.make_notes import read

from samsyn.minutes import NotMeetingNotes

HERE = Path(__file__).parent
DOCUMENTS = sorted((HERE / "no_notes").iterdir())
NOTICES = sorted((HERE / "notices").iterdir())

OTHERS = {
    "recipe": "# Kanelbullar\n\n- 5 dl mjölk\n- 50 g jäst\n- 1 kg vetemjöl\n\nBaka ut 40 bullar. "
    "Grädda i 225 grader.\n",
    "letter": "Hej Rut!\n\nTack för senast. Vi ses väl på kalaset den 10 maj 2026?\n\nHälsningar\nTage\n",
    "code": "import sys\n\n\ndef main() -> int:\n    # 1. read\n    print(sys.argv)\n    return 0\n",
    "shopping": "Mjölk\nBröd\nSmör\n",
    "article": "# Ny bro över ån\n\nKommunen bygger en bro under 2027. Den kostar 40 miljoner "
    "kronor.\n\n## Trafik\n\nTre filer.\n",
    "table": "| Kommun | Antal |\n|---|---|\n| Flen | 12 |\n| Trosa | 9 |\n",
    "read-me": "# Anteckningsappen\n\nInstallera programmet och starta det.\n\n## Bygga\n\n1. "
    "Kör make\n2. Kör programmet\n",
    "changes": "# Ändringar\n\n## 1.2\n\n- Möten som ställs in visas.\n- Anteckningar från möten läses "
    "snabbare.\n\n## 1.1\n\n- Ett möte kan ha två ordförande.\n",
    "licence": "Licens\n\n1. Var och en får använda programmet.\n2. Den som sprider det lämnar med den här "
    "texten.\n\nIngen ansvarar för skador.\n",
    "about-notes": "# Samsyn\n\nProgrammet läser anteckningar från möten.\n\nDet visar vad man kom "
    "överens om.\n\n## Kom igång\n\nStarta det.\n",
    "calendar": "Träff i syföreningen\n\nVi brukar ses på torsdagar. Ta med kaffe!\n",
}

TOLD = {
    "phone": "Telefonsamtal skolan och soc om lovet\n\nSamtalet: Rut Vifell (skolan), Besim (soc), "
    "Tilde Ek (bup)\n\nBesim kollar budgeten. Vi enades om att bara åk 6 bjuds in.\n",
    "mail": "Från: Barbro\nTill: Alla\nÄmne: Det vi sa på styrelsemötet\n\nHej!\n\nJag, Ingvar, Nasrin och "
    "Lillemor var där. Vi beslutade att laga pumpen.\n\nBarbro\n",
    "narrative": "Boenderådet på Ekbacken\n\nVi var fyra stycken: Arvid, Majvor, Nour och Janne. "
    "Det bestämdes att vi köper dynor.\n",
    "extract-without-a-head": "§ 31 Dnr KS-2026-00007\n\nSvar på remiss om lekplatser\nBeslut\n\n"
    "Yttrandet översänds till staten.\n\nHandlingar\n\nFörvaltningens skrivelse.\n\n"
    "§ 32 Dnr KS-2026-00009\n\nVal av ombud\nBeslut\n\nRut Vifell utses till ombud.\n",
    "outcomes-alone": "Efter träffen\n\nVi bestämde att dagen blir i maj. Vi kom överens om att dela på "
    "kostnaden.\n",
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_what_tells_of_a_meeting_is_kept(text: str) -> None:
    """Sentences on who was there or what came out are notes, in whatever form and without a day."""
    kinds = {one.kind.value.value for one in read(text, name="a.txt").statements}
    assert kinds & {"decision", "agreed_outcome"}


def test_notes_without_a_day_ask_for_it() -> None:
    """A day that the notes don't tell is a question to whoever knows."""
    assert "Vilken dag hölls mötet?" in read(TOLD["narrative"], name="a.txt").doubts[0].reason


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_texts_are_no_notes(text: str) -> None:
    """What is no note is refused, and never read as an empty one."""
    with pytest.raises(NotMeetingNotes):
        read(text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_documents_that_speak_of_meetings_are_no_notes(path: Path) -> None:
    """Policies, agreements, plans, reports, news, letters and handbooks are no notes."""
    with pytest.raises(NotMeetingNotes):
        read(path.read_text("utf-8"), name=path.name)


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_agendas_and_invitations_are_told_from_notes(path: Path) -> None:
    """A notice, an agenda or an invitation is kept as what it is: a meeting to come."""
    assert read(path.read_text("utf-8"), name=path.name).notice is True


def test_an_invitation_by_mail_calls_to_a_day_after_it() -> None:
    """The day in its subject comes after the mail, and its first sentence is no place."""
    minutes = read((HERE / "notices/invitation-by-mail.txt").read_text("utf-8"), name="a.txt")
    assert minutes.held is not None
    assert (str(minutes.held.value.start), minutes.place) == ("2026-03-24", None)


DECIDED = "# Dagordning rådet 14 oktober 2026\n\n## 1. Budget\n\nBeslut: Budgeten godkänns.\n\n## 2. Val\n"


def test_an_agenda_with_decisions_is_notes() -> None:
    """Whoever writes what was decided into the agenda has made notes of it."""
    assert read(DECIDED).notice is False


def test_a_longer_text_needs_more_to_be_notes() -> None:
    """A long text holds a decision and a numbered list by chance; the same words alone are short notes."""
    short = "Möte 3 mars 2026\n\n1. Läget\nInget nytt.\n\n2. Budget\nInget nytt.\n"
    assert read(short, name="a.txt").held is not None
    with pytest.raises(NotMeetingNotes):
        read(short + "\nText utan något särskilt i sig.\n" * 600, name="a.txt")


def test_the_message_names_the_file() -> None:
    """The sentence is for whoever chose the file."""
    with pytest.raises(NotMeetingNotes, match=r"bullar\.md") as refused:
        read(OTHERS["recipe"], name="bullar.md")
    assert "anteckningar från ett möte" in refused.value.message


NOTICE = """Kallelse till styrgruppsmöte

Datum: 2026-03-10
Tid: 9-12
Plats: Stadshuset

1. Val av justerare
2. Läget
3. Nästa möte den 5 maj
"""


def test_a_notice_of_a_meeting_is_known_as_one() -> None:
    """A notice is kept, marked as what it is."""
    assert read(NOTICE, name="kallelse.txt").notice is True


def test_a_notice_decides_nothing() -> None:
    """What stands on an agenda to come is no decision."""
    minutes = read(NOTICE, name="kallelse.txt")
    assert [one for one in minutes.statements if one.kind.value == "decision"] == []


def test_notes_that_keep_the_heading_of_the_notice_are_notes() -> None:
    """Where people are listed as present, the meeting was held."""
    attendance = "Närvarande: Rut Vifell, Flens kommun; Tage Wrangmark, Trosa kommun\n\n1. Val"
    assert read(NOTICE.replace("1. Val", attendance), name="a.txt").notice is False
