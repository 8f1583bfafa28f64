"""Notes with headings, lists, bold and struck words, and the record of them, for what the pages show.

The record is written by hand beside the notes, so that these tests do not hang on the rules of reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from tests import make

from samsyn.minutes.records import (
    AgendaItem,
    Attendee,
    Certainty,
    Doubt,
    Found,
    Kind,
    Minutes,
    Owner,
    OwnerKind,
    Reference,
    Statement,
    Target,
)
from samsyn.reading import Document, Span, read_bytes

if TYPE_CHECKING:
    from samsyn.register.intake.files import Reading

JOINT_TEXT = """\
## Minnesanteckningar skolnätverket och länsgruppen

**Datum:** 260312

**Tid:** 10.00-12.00

**Plats:** Hotell Kvarnen, Flen

**Närvarande:** **Berit Alm**, Flens kommun, skolchef **Cesar Dahl**, Trosa **Disa Ek**, Region Sörmland

~~**Egon Falk**, Gnesta kommun~~

**Ej närvarande:** **Frida Gran**, Eskilstuna kommun

**Sekreterare:** Disa Ek

---

### 1. Hjälpmedel i skolan

Disa Ek berättar att överenskommelsen har gällt i tre år.

**Beslut:** Den nya överenskommelsen godkänns.

### 2. Stöd i väntan på utredning

Presentation av Cesar Dahl, Trosa.

- Föräldrar får olika svar i olika kommuner.
    - Särskilt under sommaren.
- Behov av en gemensam kontaktväg lyfts.
- Berit Alm tar fram ett förslag till kontaktväg till 15/4.
- Nästa möte 9 oktober, dialog om kontaktvägen.

**Överenskommet:** Frågan får mer tid på ett kommande möte.

#### Övrigt

Frågan tas vidare i styrgruppen den 26 maj.

| Vad | Vem | Klart |
|---|---|---|
| Lista över kontakter | Processledarna | maj |
"""
STEERING_TEXT = """\
# Minnesanteckningar styrgruppen

**3 februari 2026**

**Disa Ek**, enhetschef, Region Sörmland, ordförande

**Berit Alm**, skolchef, Flens kommun, rep. Skolnätverket

### Tidsplan

Det beslutades att texten till steg 3 skrivs om före sommaren.

Nästa steg är att frågan tas vidare i länsgruppen den 12/3.
"""


@dataclass(frozen=True, slots=True)
class Places:
    """Finds words in a document, and makes values of them."""

    document: Document

    def say(
        self, words: str, value: Any = None, *, near: str = "", sure: Certainty = Certainty.CLEAR
    ) -> Found[Any]:
        """The value that the words say; `near` is a longer stretch that only stands in one place."""
        start = self.document.text.index(near or words)
        start += (near or words).index(words)
        return Found(words if value is None else value, words, Span(start, start + len(words)), "T1", sure)


def joint_meeting(*, name: str = "260312 gemensamt möte.md") -> Reading:
    """Two bodies together: one decision, one agreed outcome, one action, three absent organisations."""
    document = read_bytes(JOINT_TEXT.encode(), name=name)
    say = Places(document).say
    struck = say("Egon Falk")
    minutes = Minutes(
        title=say("Minnesanteckningar skolnätverket och länsgruppen"),
        bodies=(say("skolnätverket", "Skolnätverket"), say("länsgruppen", "Länsgruppen")),
        held=say("260312", make.days(date(2026, 3, 12))),
        start=say("10.00", time(10)),
        end=say("12.00", time(12)),
        place=say("Hotell Kvarnen, Flen"),
        secretary=say("Disa Ek", near="Sekreterare: Disa Ek"),
        attendees=_joint_attendees(say),
        items=_joint_items(say),
        statements=_joint_statements(say),
        next_meeting=say("9 oktober", make.days(date(2026, 10, 9))),
        doubts=(
            Doubt(
                "Namnet är struket i texten. Var personen frånvarande?",
                "attendees[3].present",
                struck.span,
                "T1",
            ),
            Doubt(
                "Vilket möte avses? 9 oktober är det närmaste.",
                "statements[4].due",
                say("ett kommande möte").span,
                "T1",
            ),
        ),
    )
    return make.read_as(document, minutes, name=name)


def _joint_attendees(say: Any) -> tuple[Attendee, ...]:
    """Three who came and two who did not, one of them struck out."""
    return (
        Attendee(say("Berit Alm"), True, title=say("skolchef"), affiliation=say("Flens kommun")),
        Attendee(say("Cesar Dahl"), True, affiliation=say("Trosa")),
        Attendee(say("Disa Ek"), True, affiliation=say("Region Sörmland")),
        Attendee(say("Egon Falk"), False, affiliation=say("Gnesta kommun")),
        Attendee(say("Frida Gran"), False, affiliation=say("Eskilstuna kommun")),
    )


def _joint_items(say: Any) -> tuple[AgendaItem, ...]:
    """Two numbered items, and one without number."""
    presenter = say("Cesar Dahl", near="Cesar Dahl, Trosa.")
    first, second = "1. Hjälpmedel i skolan", "2. Stöd i väntan på utredning"
    return (
        AgendaItem(say("Hjälpmedel i skolan"), say(first).span, number=say("1", near=first)),
        AgendaItem(
            say("Stöd i väntan på utredning"),
            say(second).span,
            number=say("2", near=second),
            presenters=(presenter,),
        ),
        AgendaItem(say("Övrigt"), say("Övrigt").span),
    )


def _joint_statements(say: Any) -> tuple[Statement, ...]:
    """What was said under each item."""
    april = make.days(date(2026, 4, 15))
    contact = "Berit Alm tar fram ett förslag till kontaktväg till 15/4."
    steering = Reference(Target.MEETING, ("styrgruppen",), make.days(date(2026, 5, 26)))
    return (
        Statement(say("Den nya överenskommelsen godkänns."), say("Beslut:", Kind.DECISION), item=0),
        Statement(
            say("Föräldrar får olika svar i olika kommuner."),
            say("får", Kind.COMMENT, near="Föräldrar får"),
            item=1,
        ),
        Statement(say("Behov av en gemensam kontaktväg lyfts."), say("Behov", Kind.NEED), item=1),
        Statement(
            say(contact),
            say("tar fram", Kind.ASSIGNMENT),
            item=1,
            action=True,
            owner=say("Berit Alm", Owner("Berit Alm", OwnerKind.PERSON), near=contact),
            due=say("till 15/4", april),
        ),
        Statement(
            say("Frågan får mer tid på ett kommande möte."),
            say("Överenskommet:", Kind.AGREED_OUTCOME),
            item=1,
        ),
        Statement(
            say("Frågan tas vidare i styrgruppen den 26 maj."),
            say("tas vidare", Kind.NEXT_STEP),
            item=2,
            references=(say("styrgruppen den 26 maj", steering),),
        ),
    )


def steering_group(*, name: str = "260203 styrgrupp.md") -> Reading:
    """A decision in running prose, and a pointer to the joint meeting."""
    document = read_bytes(STEERING_TEXT.encode(), name=name)
    say = Places(document).say
    pointer = Reference(Target.MEETING, ("länsgruppen",), make.days(date(2026, 3, 12)))
    minutes = Minutes(
        title=say("Minnesanteckningar styrgruppen"),
        bodies=(say("styrgruppen", "Styrgruppen"),),
        held=say("3 februari 2026", make.days(date(2026, 2, 3))),
        attendees=(
            Attendee(
                say("Disa Ek"),
                True,
                title=say("enhetschef"),
                affiliation=say("Region Sörmland"),
                role=say("ordförande"),
            ),
            Attendee(
                say("Berit Alm"), True, affiliation=say("Flens kommun"), on_behalf_of=say("Skolnätverket")
            ),
        ),
        items=(AgendaItem(say("Tidsplan"), say("Tidsplan").span),),
        statements=(
            Statement(
                say("texten till steg 3 skrivs om före sommaren"),
                say("Det beslutades att", Kind.DECISION),
                item=0,
            ),
            Statement(
                say("Nästa steg är att frågan tas vidare i länsgruppen den 12/3."),
                say("Nästa steg är", Kind.NEXT_STEP),
                item=0,
                references=(say("länsgruppen den 12/3", pointer),),
            ),
        ),
    )
    return make.read_as(document, minutes, name=name)
