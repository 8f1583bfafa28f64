"""The pages' words for what is stored of a plan's actors as codes; `words` takes them in."""

from __future__ import annotations

EVIDENCE_STATES = {"proposed": "Läst, inte bekräftat", "taken": "Bekräftat", "refused": "Avvisat"}
ACTOR_EVENTS = {
    "assessmentrequest.sent": "Bedömning efterfrågad",
    "assessment.told": "Bedömning",
    "assessment.undone": "Bedömningen ångrad",
    "evidence.added": "Underlag tillagt",
    "evidence.withdrawn": "Underlag taget tillbaka",
    "evidence.taken": "Underlag ur anteckningar bekräftat",
    "evidence.refused": "Förslag till underlag avvisat",
    "evidence.undone": "Ångrat",
    "review.written": "Kommentar till bedömning",
    "review.replied": "Aktörens svar",
    "review.undone": "Ångrat",
    "support.asked": "Stöd efterfrågat",
    "support.given": "Stöd givet",
    "support.declined": "Stöd som inte kan ges",
    "support.undone": "Ångrat",
    "lesson.told": "Lärdom",
    "lesson.undone": "Lärdomen ångrad",
    "sustainment.told": "Om det håller i sig",
    "sustainment.undone": "Ångrat",
}
SUPPORT_STATES = {"asked": "Efterfrågat", "given": "Givet", "declined": "Kan inte ges"}
KNOWN = {"yes": "Ja", "no": "Nej", "unknown": "Vet inte"}
LASTING = {
    "routine": "Finns en beslutad rutin?",
    "annual_cycle": "Står det i årshjulet?",
    "introduction": "Ingår det i introduktionen av nyanställda?",
    "measured": "Mäts det?",
}
