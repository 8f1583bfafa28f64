"""Every label of the head in every layout: rules H1, H3, H5, H7, H8, H16 and H17."""

from __future__ import annotations

from datetime import date, time
from itertools import product
from typing import TYPE_CHECKING

import pytest
from tests.minutes.make_notes import read

if TYPE_CHECKING:
    from samsyn.minutes import Minutes

LABELS = {
    "held": ["Datum", "Dag", "Mötesdatum", "Sammanträdesdatum", "Mötesdag", "Tid", "Datum och tid",
             "Tid och plats", "Plats och tid", "När", "Möte den"],
    "times": ["Tid", "Kl", "Kl.", "Klockan", "Klockslag", "Mötestid", "Tidpunkt"],
    "place": ["Plats", "Lokal", "Mötesplats", "Sammanträdesplats", "Mötesrum", "Möteslokal", "Var"],
    "present": ["Närvarande", "Deltagare", "Närvaro", "Beslutande", "Ledamöter", "Övriga deltagande",
                "Övriga närvarande", "Övriga", "Adjungerade", "Inbjudna", "Särskilt inbjudna", "I tjänsten",
                "Tjänstgörande ersättare", "Föredragande tjänstemän"],
    "absent": ["Ej närvarande", "Frånvarande", "Förhinder", "Förhindrade", "Anmält förhinder",
               "Frånvaro anmäld", "Anmäld frånvaro", "Återbud", "Meddelat förhinder"],
    "secretary": ["Sekreterare", "Vid protokollet", "Vid pennan", "Protokollförare", "Protokollfört av",
                  "Antecknat av", "Mötessekreterare", "Protokollsekreterare"],
    "chair": ["Ordförande", "Ordf", "Mötesordförande", "Sammankallande", "Tf ordförande",
              "Tjänstgörande ordförande"],
    "nothing": ["Justerare", "Justerande", "Utses att justera", "Justeras", "Justeringsperson"],
}  # fmt: skip

VALUES = {
    "held": "tisdagen den 10 mars 2026",
    "times": "kl 9.00-11.30",
    "place": "Stadshuset, lokal Eken",
    "present": "Rut Vifell, Flens kommun; Tage Wrangmark, Trosa kommun",
    "absent": "Sune Ahlgrim, Gnesta kommun",
    "secretary": "Ingeborg Tallros",
    "chair": "Besim Dauti",
    "nothing": "Majvor Lindh",
}

LAYOUTS = {
    "colon": ("a.txt", "{label}: {value}"),
    "bold": ("a.md", "**{label}:** {value}"),
    "bold-without-colon": ("a.md", "**{label}** {value}"),
    "bold-that-does-not-open": ("a.md", "**{label} :**{value}"),
    "capitals": ("a.txt", "{capitals}: {value}"),
    "tab": ("a.txt", "{label}\t{value}"),
    "gap": ("a.txt", "{label}      {value}"),
    "cell": ("a.md", "| {label} | {value} |\n|---|---|\n| Beteckning | 4/26 |"),
    "bold-in-cell": ("a.md", "| Beteckning | 4/26 |\n|---|---|\n| **{label}:** | {value} |"),
    "next-line": ("a.txt", "{label}\n{value}"),
    "next-line-behind-colon": ("a.txt", "{label}:\n{value}"),
    "next-paragraph": ("a.md", "**{label}**\n\n{value}"),
    "space": ("a.txt", "{label} {value}"),
    "misread": ("a.txt", "{misread}: {value}"),
}
SHORTEST_MISREAD = 6  # letters of a label in which others may be taken for some
CASES = [
    pytest.param(field, label, layout, id=f"{layout}-{label}")
    for field, layout in product(LABELS, LAYOUTS)
    for label in LABELS[field]
    if not (layout == "misread" and len(label) < SHORTEST_MISREAD) and (layout, label) != ("space", "Kl.")
]
GLUED = [
    pytest.param(field, label, id=label)
    for field in LABELS
    for label in LABELS[field]
    if len(label) > 2 and not label.endswith(".")
]

TWO = [("Rut Vifell", True), ("Tage Wrangmark", True)]
NOTHING: dict[str, object] = {
    "held": date(2026, 3, 10),
    "times": (None, None),
    "place": None,
    "present": TWO,
    "secretary": None,
    "chair": None,
}
EXPECTED: dict[str, dict[str, object]] = {
    "times": {"times": (time(9), time(11, 30))},
    "place": {"place": "Stadshuset, lokal Eken"},
    "absent": {"present": [*TWO, ("Sune Ahlgrim", False)]},
    "secretary": {"secretary": "Ingeborg Tallros"},
    "chair": {"chair": "Besim Dauti"},
}


def head_with(line: str, field: str, *, name: str) -> dict[str, object]:
    """The head of notes in which one line tells a value; day and attendance stand in plain lines."""
    mark = "# " if name.endswith(".md") else ""
    day = {"held": []}.get(field, ["Datum: 2026-03-10"])
    people = {"present": []}.get(field, [f"Närvarande: {VALUES['present']}"])
    items = [f"{mark}1. Läget", "Inget nytt.", f"{mark}2. Övrigt", "Inget."]
    lines = [f"{mark}Minnesanteckningar Länsstyrgruppen", *day, *people, line, *items]
    return read_head(read("\n\n".join(lines) + "\n", name=name))


def read_head(minutes: Minutes) -> dict[str, object]:
    """What the head tells, as plain values."""
    times = (minutes.start, minutes.end)
    roles = {role: found and found.value for role, found in
             (("secretary", minutes.secretary), ("chair", minutes.chair))}  # fmt: skip
    there = [(one.name.value, one.present) for one in minutes.attendees]
    return {
        "held": minutes.held and minutes.held.value.day,
        "times": tuple(found and found.value for found in times),
        "place": minutes.place and minutes.place.value,
        "present": [one for one in there if one[0] not in roles.values()],
        **roles,
    }


@pytest.mark.parametrize(("field", "label", "layout"), CASES)
def test_each_label_in_each_layout(field: str, label: str, layout: str) -> None:
    """A label of the head fills its field, and no other, however it is set."""
    name, form = LAYOUTS[layout]
    misread = label.replace("å", "a").replace("ä", "a").replace("i", "l", 1)
    line = form.format(label=label, capitals=label.upper(), misread=misread, value=VALUES[field])
    assert head_with(line, field, name=name) == NOTHING | EXPECTED.get(field, {})


@pytest.mark.parametrize(("field", "label"), GLUED)
def test_each_label_glued_to_its_value(field: str, label: str) -> None:
    """A label that runs into a value with a capital is one, as in pages taken out of a form."""
    line = f"{label}{VALUES[field][0].upper()}{VALUES[field][1:]}"
    assert head_with(line, field, name="a.txt") == NOTHING | EXPECTED.get(field, {})
