"""The head of the notes: title, bodies, day, times, place, chair, secretary, next meeting."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from tests.minutes.make_notes import notes, read
from tests.reading.make_docx import docx, p

from samsyn.minutes import read_minutes
from samsyn.reading import read_bytes

if TYPE_CHECKING:
    from samsyn.minutes import Minutes

LIST = (
    "Närvarande: Rut Vifell, Flens kommun; Tage Wrangmark, Trosa kommun\n\n1. Läget\nInget nytt.\n\n2. "
    "Övrigt\nInget.\n"
)


def head(lines: str) -> Minutes:
    """Read plain notes whose head is the lines."""
    return read(f"{lines}\n{LIST}", name="anteckningar.txt")


DAYS = {
    "Datum: 260410": "H3",
    "Datum: 2026-04-10": "H3",
    "Datum:\n10 april 2026": "H3",
    "Mötesdag: fredagen den 10 april 2026": "H3",
    "Tid: fredag 10 april 2026 kl 9-12": "H3",
    "Tid och plats: 10/4-26, Stadshuset": "H3",
    "Datum\t2026-04-10": "H3",
    "DatumFredagen den 10 april 2026": "H3",
    "10 april 2026": "H3l",
    "Flen 2026-04-10": "H3l",
}


@pytest.mark.parametrize(("line", "rule"), DAYS.items(), ids=DAYS)
def test_the_day_of_the_meeting(line: str, rule: str) -> None:
    """The day is read behind its label, or on a line of its own."""
    held = head(f"Minnesanteckningar Styrgruppen\n{line}\n").held
    assert held is not None
    assert (held.value.day, held.rule) == (date(2026, 4, 10), rule)


def test_the_day_may_stand_in_the_title() -> None:
    """A title that names a day tells when the meeting was."""
    held = head("Minnesanteckningar Styrgruppen den 10 april 2026\n").held
    assert held is not None
    assert (held.value.day, held.rule) == (date(2026, 4, 10), "H3t")


def test_a_meeting_of_two_days() -> None:
    """Both days of a meeting are kept, as a half-open interval."""
    held = head("Minnesanteckningar Styrgruppen\nDatum: 26-27 januari 2026\n").held
    assert held is not None
    assert (held.value.start, held.value.end) == (date(2026, 1, 26), date(2026, 1, 28))


def test_the_day_of_other_notes_is_not_the_day() -> None:
    """A line about the notes from last time doesn't tell when this meeting was."""
    minutes = head("Minnesanteckningar Styrgruppen\nFöregående anteckningar 2026-03-10\n")
    assert minutes.held is None


def test_notes_without_a_day_are_kept_and_asked_about() -> None:
    """No day is made up; a doubt asks for it."""
    minutes = head("Minnesanteckningar Styrgruppen\n")
    assert (minutes.held, [doubt.about for doubt in minutes.doubts]) == (None, ["held"])


def test_the_name_of_the_file_may_tell_the_day() -> None:
    """The day in the file's name counts where the notes have none, with a doubt."""
    minutes = read(f"Minnesanteckningar Styrgruppen\n\n{LIST}", name="2026-04-10_styrgrupp.txt")
    assert minutes.held is not None
    assert (minutes.held.value.day, str(minutes.held.certainty)) == (date(2026, 4, 10), "doubtful")


def test_a_running_head_may_tell_the_day() -> None:
    """The margin of a Word file counts where the notes themselves name no day."""
    body = [p("Minnesanteckningar Styrgruppen"), *(p(line) for line in LIST.splitlines() if line)]
    content = docx(*body, header=p("Styrgruppen 2026-04-10, sid 1"))
    held = read_minutes(read_bytes(content, name="a.docx")).held
    assert held is not None
    assert (held.value.day, held.rule) == (date(2026, 4, 10), "H3r")


HELD = """Mötet hölls den 10 april 2026 på Hotell Ekbacken klockan 13 med alla som brukar vara med och därtill
några från de nya verksamheterna."""


def test_a_sentence_may_tell_day_and_place() -> None:
    """ "Mötet hölls den … på …" tells both."""
    minutes = head(f"Minnesanteckningar Styrgruppen\n\n{HELD.replace(chr(10), ' ')}\n")
    assert minutes.held is not None
    assert minutes.place is not None
    assert (minutes.held.value.day, minutes.place.value) == (date(2026, 4, 10), "Hotell Ekbacken")


def test_bare_hours_straight_behind_the_day() -> None:
    """ "10 april 2026, 9-12" tells the hours without a label."""
    minutes = head("Minnesanteckningar Styrgruppen\n\nFredag 10 april 2026, 9–12, Stadshuset\n")
    assert minutes.start is not None
    assert minutes.end is not None
    assert (minutes.start.value, minutes.end.value) == (time(9), time(12))


def test_a_greeting_is_no_body() -> None:
    """A mail that begins with a greeting was not sent by a body of that name."""
    assert head("Hej!\n\nMinnesanteckningar\n\nDatum: 2026-04-10\n").bodies == ()


TIMES = {
    "Tid: 10.00-12.00": (time(10), time(12)),
    "Tid: 8.30 - 12": (time(8, 30), time(12)),
    "Kl: 13-15": (time(13), time(15)),
    "Tid: lunch 12-13, möte 13-15.30": (time(12), time(15, 30)),
    "Plats och tid: Stadshuset kl 16.00 - 17.50": (time(16), time(17, 50)),
    "Tid: klockan 18:00": (time(18), None),
}


@pytest.mark.parametrize(("line", "wanted"), TIMES.items(), ids=TIMES)
def test_the_times_of_the_meeting(line: str, wanted: tuple[time, time | None]) -> None:
    """Start and end are read behind their label."""
    minutes = head(f"Minnesanteckningar Styrgruppen\nDatum: 2026-04-10\n{line}\n")
    end = minutes.end.value if minutes.end else None
    assert (minutes.start.value if minutes.start else None, end) == wanted


def test_the_end_may_stand_where_the_meeting_is_closed() -> None:
    """ "Mötet avslutades kl 14.20" gives the end that the head leaves out."""
    text = (
        f"Protokoll Styrgruppen\nDatum: 2026-04-10 kl 13.00\n\n{LIST}\n3. Avslutning\nMötet avslutades kl "
        f"14.20.\n"
    )
    end = read(text.replace("3. Avslutning\nMötet", "Mötet"), name="a.txt").end
    assert end is not None
    assert end.value == time(14, 20)


PLACES = {
    "Plats: Hotell Ekbacken": "Hotell Ekbacken",
    "Lokal: Stadshuset, rum 301": "Stadshuset, rum 301",
    "Tid och plats: kl 9-12, Kullbergska sjukhuset": "Kullbergska sjukhuset",
    "Plats och tid: Digitalt via Teams, kl 9-12": "Digitalt via Teams",
    "Plats: Via länk": "Via länk",
}


@pytest.mark.parametrize(("line", "place"), PLACES.items(), ids=PLACES)
def test_the_place_of_the_meeting(line: str, place: str) -> None:
    """The place is what is left of the label's value without day and times."""
    found = head(f"Minnesanteckningar Styrgruppen\nDatum: 2026-04-10\n{line}\n").place
    assert found is not None
    assert found.value == place


def test_a_place_before_the_day() -> None:
    """ "Vänge 2026-04-10" tells place and day without labels."""
    found = head("Minnesanteckningar Styrgruppen\n\nVänge 2026-04-10\n").place
    assert found is not None
    assert (found.value, found.rule) == ("Vänge", "H7b")


def test_a_link_on_a_line_of_its_own_is_the_place() -> None:
    """A meeting on the net has its address as its place."""
    link = "https://meet.example/norra-barn"
    found = head(f"Minnesanteckningar Styrgruppen\nDatum: 2026-04-10\n\n{link}\n").place
    assert found is not None
    assert (found.value, found.rule) == (link, "H7u")


CHAIRS = {
    "Ordförande: Rut Vifell": "Rut Vifell",
    "Mötesordförande: Rut Vifell, Flens kommun": "Rut Vifell",
    "Ordf. Rut Vifell": "Rut Vifell",
    "Ordförande: Flens kommun": None,
}


@pytest.mark.parametrize(("line", "name"), CHAIRS.items(), ids=CHAIRS)
def test_the_chair_by_label(line: str, name: str | None) -> None:
    """A label names the chair only where a person's name follows it."""
    chair = head(f"Minnesanteckningar Styrgruppen\nDatum: 2026-04-10\n{line}\n").chair
    assert (chair.value if chair else None) == name


SECRETARIES = [
    "Sekreterare: Tage Wrangmark",
    "Vid protokollet: Tage Wrangmark",
    "Vid pennan\nTage Wrangmark",
    "Antecknar: Tage Wrangmark",
    "Antecknare: Tage Wrangmark",
    "Minnesanteckningar förda av: Tage Wrangmark, Trosa kommun",
]


@pytest.mark.parametrize("line", SECRETARIES, ids=SECRETARIES)
def test_the_secretary_by_label(line: str) -> None:
    """All usual labels for who took the notes are known."""
    secretary = head(f"Minnesanteckningar Styrgruppen\nDatum: 2026-04-10\n{line}\n").secretary
    assert secretary is not None
    assert secretary.value == "Tage Wrangmark"


def test_the_chair_opens_the_meeting() -> None:
    """Who opens the meeting as chair is the chair, likely."""
    chair = read(notes("Ordförande Rut Vifell hälsar alla välkomna.")).chair
    assert chair is not None
    assert (chair.value, chair.rule, str(chair.certainty)) == ("Rut Vifell", "H9", "likely")


TOLD = {
    "Ordförande var Rut Vifell från Flens kommun.": "chair",
    "Anteckningarna fördes av Rut Vifell.": "secretary",
    "Sekreterare är Rut Vifell.": "secretary",
}


@pytest.mark.parametrize(("words", "field"), TOLD.items(), ids=TOLD)
def test_a_sentence_tells_chair_or_secretary(words: str, field: str) -> None:
    """Without a label, a sentence says who led the meeting and who took the notes."""
    found = getattr(head(f"Minnesanteckningar Styrgruppen\n\n{words}\n"), field)
    assert (found.value, found.rule) == ("Rut Vifell", "H9")


BODIES = {
    "Minnesanteckningar Styrgruppen": ["Styrgruppen"],
    "Minnesanteckningar från Beredningsgrupp Barn 2026-04-10": ["Beredningsgrupp Barn"],
    "Minnesanteckningar skolchefsnätverket och Länsstyrgruppen": ["skolchefsnätverket", "Länsstyrgruppen"],
    "Protokoll Nämnden för samverkan, vård och skola": ["Nämnden för samverkan, vård och skola"],
    "Tillsammans för trygghet\nMinnesanteckningar\nArbetsgrupp Norra Barn": ["Arbetsgrupp Norra Barn"],
    "Organ: Samverkansrådet\nMinnesanteckningar": ["Samverkansrådet"],
}


@pytest.mark.parametrize(("lines", "bodies"), BODIES.items(), ids=BODIES)
def test_the_bodies_that_met(lines: str, bodies: list[str]) -> None:
    """A body is named by the title, a label or the lines around the title; a joint meeting has two."""
    found = head(f"{lines}\nDatum: 2026-04-10\n").bodies
    assert [body.value for body in found] == bodies


def test_a_body_that_stands_on_every_page() -> None:
    """Without title and letterhead, a body's name that comes again alone on a line is the body."""
    pages = ("§ 4 Val\nBeslut\nRut väljs till ledamot.", "§ 5 Budget\nBeslut\nBudgeten antas.")
    text = "\n\nKommunfullmäktige\n\n".join([*pages, ""])
    assert [one.value for one in read(text, name="a.txt").bodies] == ["Kommunfullmäktige"]


@pytest.mark.parametrize("words", ["Styrgruppsmöte", "styrgrupp", "Styrgruppen"])
def test_a_project_lends_its_name_to_its_steering_group(words: str) -> None:
    """ "Styrgruppsmöte" below the name of a project is the steering group of that project."""
    text = f"## Trygga barn i Sörmland\n\n# Minnesanteckningar {words}\n\n**10 april 2026**\n\n"
    assert [body.value for body in read(text + LIST).bodies] == ["Styrgrupp Trygga barn i Sörmland"]


@pytest.mark.parametrize(
    "title", ["Avstämning med SKR om skolgång", "Samtal med Hjälpmedelscentralen", "Möte om lokaler i Flen"]
)
def test_a_talk_is_no_body(title: str) -> None:
    """A title that tells with whom or about what one talked names no body."""
    assert read(f"# {title}\n\n**10 april 2026**\n\n{LIST}").bodies == ()


def test_a_line_of_its_own_may_name_two_bodies() -> None:
    """A notice calls two bodies to one meeting, as the notes of it will say."""
    head = "# KALLELSE\n\n**Skolnätverket och Länsgruppen**\n\nTid: 10 april 2026 kl. 9\n\n"
    text = head + "1. Öppnande\n\n2. Val\n"
    assert [body.value for body in read(text).bodies] == ["Skolnätverket", "Länsgruppen"]


NEXT = {
    "Nästa möte 9 oktober.": ("2026-10-09", "N1"),
    "Inget nytt. Nästa möte är den 5/6 i Flen.": ("2026-06-05", "N1"),
    "Nästa möte: 12 januari": ("2027-01-12", "N1"),
    "Nästa sammanträde\n15 maj 2026 kl 9": ("2026-05-15", "N2"),
    "Nästa träff\n\nTorsdagen den 8 oktober, Gnesta": ("2026-10-08", "N2"),
}


@pytest.mark.parametrize(("words", "wanted"), NEXT.items(), ids=NEXT)
def test_the_next_meeting(words: str, wanted: tuple[str, str]) -> None:
    """The next meeting is found wherever the notes speak of it, with the coming year where none stands."""
    found = read(notes(words)).next_meeting
    assert found is not None
    assert (str(found.value.start), found.rule) == wanted


def test_a_next_meeting_without_a_day_keeps_its_words() -> None:
    """What can't be dated is kept as written."""
    found = read(notes("Nästa möte: första veckan i hösten")).next_meeting
    assert found is not None
    assert (found.value.start, found.words) == (None, "första veckan i hösten")


NUMBERED = {
    "Protokoll nr 4 - 2026\nMöte fredag 10 april, klubbstugan": "fredag 10 april",
    "Protokoll nr 2/2026\nDatum: 10 april": "10 april",
    "Protokoll Ungdomskommittén\nNr 3:2026\n10 april kl 9-11": "10 april",
}


@pytest.mark.parametrize("lines", NUMBERED, ids=NUMBERED)
def test_a_day_without_its_year_has_that_of_the_number(lines: str) -> None:
    """Notes numbered within a year tell a day of that year; a guess, and so likely at most."""
    held = head(f"{lines}\n").held
    assert held is not None
    assert (held.value.day, held.rule) == (date(2026, 4, 10), "H3y")


WRITERS = {
    "Jag (Rut) skrev.": "Rut Vifell",
    "Mötet öppnas. Rut skriver. Tage justerar.": "Rut Vifell",
    "Gruppen beslutar att utse Rut Vifell till sekreterare.": "Rut Vifell",
    "Mötet valde Rut Vifell till sekreterare i föreningen.": None,
}


@pytest.mark.parametrize(("sentence", "secretary"), WRITERS.items(), ids=WRITERS)
def test_who_took_the_notes_in_a_sentence(sentence: str, secretary: str | None) -> None:
    """Who writes at the meeting is its secretary; who is elected to the board is not."""
    text = f"Minnesanteckningar 2026-04-10\n\n{LIST}".replace("Inget nytt.", sentence)
    found = read(text, name="a.txt").secretary
    assert (found.value if found else None) == secretary


def test_who_sent_the_notes_as_a_mail_wrote_them() -> None:
    """The sender of a mail in which the notes stand is their secretary."""
    mail = (
        "Från: Majvor Lindh\nTill: Alla\nÄmne: Styrelsemötet 10 april 2026\n\nHär kommer anteckningarna.\n\n"
    )
    found = read(mail + LIST, name="a.txt").secretary
    assert found is not None
    assert found.value == "Majvor Lindh"


def test_the_subject_of_a_mail_is_no_body() -> None:
    """What a mail is about names no body, where it has no word for one."""
    mail = "Från: Majvor Lindh\nTill: Alla\nÄmne: Anteckningar från mötet 10 april 2026\n\nHej!\n\n"
    assert read(mail + LIST, name="a.txt").bodies == ()


def test_a_body_among_the_labels_below_the_title() -> None:
    """A line of its own between labels names the body, above the first list."""
    labels = "Datum: 2026-04-10\nBeteckning: 12/71\nPlaneringsgruppen för skolgång\n\nTid: 9-12\n"
    bodies = head(f"MINNESANTECKNINGAR\n1 (3)\n\n{labels}").bodies
    assert [body.value for body in bodies] == ["Planeringsgruppen för skolgång"]


def test_a_project_below_the_title_lends_its_name_too() -> None:
    """The name of a project above its group's meeting is the body, below the word for notes."""
    lines = "PROTOKOLL   1 (4)\n\nTrygga barn\nStyrgruppsmöte nr 3\n\nFredag 10 april 2026, kl. 13\n"
    assert [body.value for body in head(lines).bodies] == ["Styrgrupp Trygga barn"]


def test_the_links_of_a_page_are_no_title() -> None:
    """A row of links beside an association's name is neither title nor part of its name."""
    minutes = head("Ekskolans Föräldraförening     [Hem] [Protokoll] [Gästbok]\n\nPROTOKOLL 260410\n")
    assert minutes.title is not None
    assert (minutes.title.value, minutes.bodies[0].value) == (
        "PROTOKOLL 260410",
        "Ekskolans Föräldraförening",
    )


def test_a_title_goes_on_below() -> None:
    """Words for notes that end with a preposition have the body on the next line."""
    minutes = head("Anteckningar från\nSamverkansforum barn och unga\n\nDatum: 2026-04-10\n")
    assert minutes.title is not None
    assert minutes.title.value == "Anteckningar från Samverkansforum barn och unga"
