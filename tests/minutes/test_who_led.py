"""Who led the meeting and who took the notes: elections (H33), signatures (H34) and talk (H9)."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

HEAD = (
    "Protokoll Byarådet\n2026-03-10 kl 9-11\n\n"
    "Närvarande: Rut Vifell, Tage Wrangmark, Siv Fjällgren\nFrånvarande: Olle Ekeving"
)
LAST = "\n\n8. Läget\nInget nytt att säga om läget i dag.\n"


def _roles(text: str) -> tuple[str | None, str | None]:
    minutes = read(text, name="a.txt")
    return (
        minutes.chair.value if minutes.chair else None,
        minutes.secretary.value if minutes.secretary else None,
    )


ELECTIONS = {
    "elected": "§ 1 Val av mötesordförande\nRut Vifell valdes.\n\n"
    "§ 2 Val av mötessekreterare\nTage Wrangmark valdes.",
    "given-names": "§ 1 Val av mötesordförande\nRut väljs.\n\n§ 2 Val av mötessekreterare\nTage väljs.",
    "names-alone": "1. Val av ordförande för mötet\nRut Vifell\n\n2. Val av sekreterare\nTage Wrangmark",
    "decided": "§ 1 Val av mötesordförande\nMötet beslutade att välja Rut Vifell till mötesordförande.\n\n"
    "§ 2 Val av mötessekreterare\nMötet beslutade att välja Tage Wrangmark till sekreterare.",
    "both": "§ 1 Val av ordförande och sekreterare för mötet\n"
    "Till ordförande valdes Rut Vifell och till sekreterare Tage Wrangmark.",
    "and-the-other": "§ 1 Val av mötesfunktionärer\n"
    "Rut Vifell valdes till ordförande och Tage Wrangmark till sekreterare för mötet.",
    "labels": "§ 1 Val av mötesfunktionärer\nOrdförande: Rut Vifell\nSekreterare: Tage Wrangmark",
    "on-the-line": "1. Val av mötesordförande: Rut Vifell\n2. Val av mötessekreterare: Tage Wrangmark",
    "office-as-heading": "§ 1 Ordförande\nTill ordförande för årsmötet valdes Rut Vifell.\n\n"
    "§ 2 Sekreterare\nTill sekreterare för årsmötet valdes Tage Wrangmark.",
    "office-of-the-meeting": "§ 1 Öppnande\nTill stämmoordförande utsågs Rut Vifell.\n\n"
    "§ 2 Röstlängd\nTill mötessekreterare utsågs Tage Wrangmark.",
    "its-secretary": "§ 1 Val av mötesordförande Rut Vifell valdes till årsmötets ordförande\n"
    "och Tage Wrangmark till dess sekreterare.",
}


@pytest.mark.parametrize("items", ELECTIONS.values(), ids=ELECTIONS)
def test_the_meeting_elects(items: str) -> None:
    """Whoever the meeting elects leads it and takes its notes."""
    assert _roles(f"{HEAD}\n\n{items}{LAST}") == ("Rut Vifell", "Tage Wrangmark")


OTHERS = {
    "for-years": "8. Val av ordförande i föreningen\nRut Vifell valdes på ett år.",
    "for-a-year": "1. Styrelse\nTill ordförande valdes Rut Vifell på ett år.",
    "vice": "1. Val av vice ordförande\nRut Vifell valdes.",
    "adjuster": "1. Val av justerare\nRut Vifell valdes.",
    "no-name": "1. Val av mötesordförande\nBeslut\natt lämna frågan till nästa möte",
}


@pytest.mark.parametrize("items", OTHERS.values(), ids=OTHERS)
def test_other_elections_tell_nothing(items: str) -> None:
    """Elections of others than the meeting's own chair leave it untold."""
    assert _roles(f"{HEAD}\n\n{items}{LAST}") == (None, None)


SIGNED = {
    "below-a-label": "Vid protokollet:                 Justeras:\n\n"
    "Tage Wrangmark                   Rut Vifell\n"
    "Sekreterare                      Ordförande",
    "roles-below": "____________              ____________\nRut Vifell                Tage Wrangmark\n"
    "Mötesordförande           Mötessekreterare",
    "slipped": "Rut Vifell                Tage Wrangmark               Siv Fjällgren\n"
    "ordf                              vid protokollet              justerare",
}


@pytest.mark.parametrize("end", SIGNED.values(), ids=SIGNED)
def test_roles_below_signatures(end: str) -> None:
    """A role below a name in the rows of signatures is that person's."""
    assert _roles(f"{HEAD}\n\n1. Läget\nInget nytt.{LAST}\n\n{end}\n") == ("Rut Vifell", "Tage Wrangmark")


@pytest.mark.parametrize(
    "closing", ["Kram", "Med vänliga hälsningar", "Mvh", "vid pennan", "Dag som ovan", "Byn, dag som ovan"]
)
def test_whoever_closes_took_the_notes(closing: str) -> None:
    """The name below the words that close the notes is that of who wrote them."""
    assert _roles(f"{HEAD}\n\n1. Läget\nInget nytt.{LAST}\n\n{closing}\nTage\n")[1] == "Tage Wrangmark"


TALK = {
    "office-and-name": ("Ordförande Rut öppnade mötet.", "Rut Vifell", None),
    "opened-by": ("Mötet öppnades av ordförande Rut.", "Rut Vifell", None),
    "opened-by-a-guest": ("Mötet öppnades av ordförande Berit.", "Berit", None),
    "name-and-office": ("Rut Vifell ordförande hälsar oss välkomna och öppnar.", "Rut Vifell", None),
    "office-between": ("Rut Vifell, rådets ordförande, hälsade välkommen.", "Rut Vifell", None),
    "over-two-lines": ("Tage skrev. Rut höll i\nklubban.", "Rut Vifell", "Tage Wrangmark"),
    "served-as": (
        "Som ordförande tjänstgjorde Rut Vifell, som sekreterare Tage Wrangmark.",
        "Rut Vifell",
        "Tage Wrangmark",
    ),
    "other-verbs": ("Rut modererade och Tage dokumenterade.", "Rut Vifell", "Tage Wrangmark"),
    "i-who-write": ("Det här är ett urval, jag som skriver, Tage Wrangmark, valde.", None, "Tage Wrangmark"),
    "behind-a-greeting": ("Säg till om jag glömt något. /Tage", None, "Tage Wrangmark"),
    "whose-turn": ("Föreningen skriver till kommunen. Tage skriver.", None, None),
}


@pytest.mark.parametrize(("line", "chair", "secretary"), TALK.values(), ids=TALK)
def test_talk_tells_who_led_and_wrote(line: str, chair: str | None, secretary: str | None) -> None:
    """Sentences tell who led the meeting and who took the notes, by given names too."""
    assert _roles(f"{HEAD}\n\n1. Läget\n{line}{LAST}") == (chair, secretary)
