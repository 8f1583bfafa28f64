"""What the sheets of a plan's workbook and their columns are called; read in by the same words."""

from __future__ import annotations

PLAN, TIMES, ACTORS, CLAIMS, COMMENTS = "Plan", "Tider", "Aktörer", "Bedömningar", "Synpunkter"

SORT, AREA, STEP, MILESTONE, TEXT = "Sort", "Område", "Steg", "Milstolpe", "Lydelse"
MEANING, WHEN, HOW, WHO, CHECKED = "Betyder", "När", "Uppföljning", "Av vem", "Följs upp när"
KEY, ACTOR, ABOVE, OUTSIDE, WHY = "Nyckel", "Aktör", "Hör till", "Ingår inte i", "Varför"
BACK, REACHED, SHOWN = "Ingår igen från", "Nått", "Vad som visar det"
STATE, GONE = "Läge", "utgår"

SORTS = {"target": "Målbild", "area": "Område", "step": "Steg", "milestone": "Milstolpe"}
MEANINGS = {"": "", "test": "test", "everyday": "vardag"}
WHOLE_PLAN = "hela planen"

PLAN_HEAD = (
    SORT, AREA, STEP, MILESTONE, TEXT, MEANING, WHEN, HOW, WHO, CHECKED, STATE, WHY, KEY,
)  # fmt: skip
TIMES_HEAD = (AREA, STEP, MILESTONE, ACTOR, WHEN, "Från", "Till och med", REACHED, SHOWN, KEY)
ACTORS_HEAD = (ACTOR, ABOVE, OUTSIDE, WHY, BACK)
CLAIMS_HEAD = (
    ACTOR, ABOVE, AREA, STEP, "Sedan", "Sagt", "Behöver för nästa steg", "Mot lydelse",
    "Lydelsen ändrad sedan", "Underlag", "Underlagets dag",
)  # fmt: skip
COMMENTS_HEAD = ("Del", "Vad", "Läge", "Orden", "Önskad lydelse", "Sagt", "Dag", "Svar", "Besvarad")

# Other words that people use for the same columns, in small letters.
ALIASES = {
    "nytt": "", "delområde": AREA, "omrade": AREA, "nr": "", "mål": MILESTONE, "milstolpar": MILESTONE,
    "text": TEXT, "beskrivning": TEXT, "formulering": TEXT, "tid": WHEN, "tidpunkt": WHEN, "klart": WHEN,
    "klart senast": WHEN, "uppföljs": HOW, "hur följs det upp": HOW, "hur det följs upp": HOW,
    "hur kan det följas upp": HOW, "hur kan det följas upp?": HOW, "ansvarig": WHO, "vem": WHO,
    "betydelse": MEANING, "organisation": ACTOR, "id": KEY, "status": STATE,
    "skäl": WHY,
}  # fmt: skip
