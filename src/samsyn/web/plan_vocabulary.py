"""The pages' words for what the plan stores as codes; `words` takes them in."""

from __future__ import annotations

PART_KINDS = {"target": "Målbild", "area": "Område", "step": "Steg", "milestone": "Milstolpe"}
PLAN_SORTS = {
    "ej-bedomd": "Ej bedömda",
    "utan-underlag": "Utan underlag",
    "gammalt-underlag": "Gammalt underlag",
    "aldre-lydelse": "Mot en äldre lydelse",
    "ingar-inte": "Ingår inte",
}
MEANINGS = {"test": "Test", "everyday": "En naturlig del av vardagen"}
PLAN_STATES = {"active": "Följs", "ended": "Avslutad"}
WORDING_KINDS = {
    "milestone": "Milstolpe",
    "decision": "Beslut",
    "agreement": "Överenskommelse",
    "text": "Löpande text",
}
# Kinds of statements that are demands to the rules of wording.
WORDING_AS = {"decision": "decision", "agreed_outcome": "agreement"}
WORDING_RULES = {
    "Absolut": "Allt eller inget",
    "OklarGrupp": "Oklar grupp",
    "Undantag": "Utväg",
    "VagTid": "Vag tid",
    "EjUppfoljbart": "Går inte att följa upp",
    "IngenAgerar": "Ingen gör det",
    "IngetDatum": "Ingen tid",
    "TvaKrav": "Två krav i ett",
    "Omtvistat": "Omtvistat ord",
    "Lix": "Svårläst text",
}
PLAN_TABLES = {
    "plan": "Planer",
    "part": "Planens delar",
    "wording": "Planens lydelser",
    "checking": "Hur milstolpar följs upp",
    "actor": "Planens aktörer",
    "outside": "Vilka som inte ingår i planen",
    "namedgroup": "Vilka planens grupper är",
    "period": "Planens tider",
    "band": "Terminer, lov och reformer",
    "plancomment": "Synpunkter på planen",
    "contestedword": "Ord som kan missförstås",
    "assessmentrequest": "Frågor om bedömning",
    "assessment": "Aktörers bedömningar",
    "evidence": "Underlag till bedömningar",
    "review": "Granskares kommentarer",
    "support": "Stöd till införandet",
    "lesson": "Lärdomar",
    "sustainment": "Vidmakthållande",
    "wordingrule": "Egna språkregler",
    "remarkanswer": "Svar på språkliga anmärkningar",
    "refusedoutline": "Förslag som inte var planer",
    "readmeeting": "Möten lästa för planerna",
}
PLAN_EVENTS = {
    "plan.made": "Plan gjord",
    "meeting.plan_read": "Läst vad anteckningarna säger om planen",
    "plan.taken": "Plan gjord ur anteckningarna",
    "plan.changed": "Planen ändrad",
    "plan.ended": "Planen avslutad",
    "plan.reopened": "Planen följs igen",
    "plan.undone": "Ångrat",
    "part.added": "Del tillagd i planen",
    "part.changed": "Namn eller betydelse ändrad",
    "part.moved": "Flyttad i planen",
    "part.withdrawn": "Struken ur planen",
    "part.restored": "Återinförd i planen",
    "part.period_removed": "Tiden borttagen",
    "part.undone": "Ångrat",
    "wording.written": "Ny lydelse",
    "wording.undone": "Lydelsen ångrad",
    "checking.told": "Hur det följs upp",
    "checking.undone": "Ångrat",
    "period.told": "När det ska vara nått",
    "period.reached": "Nått",
    "period.unreached": "Inte nått",
    "period.undone": "Ångrat",
    "remarkanswer.taken": "Språklig anmärkning tagen",
    "remarkanswer.dismissed": "Språklig anmärkning avfärdad",
    "remarkanswer.undone": "Ångrat",
    "wordingrule.added": "Språkregel tillagd",
    "wordingrule.changed": "Språkregel ändrad",
    "wordingrule.switched_on": "Språkregel påslagen",
    "wordingrule.switched_off": "Språkregel avslagen",
    "wordingrule.undone": "Ångrat",
    "refusedoutline.refused": "Förslag som inte var en plan",
    "refusedoutline.undone": "Ångrat",
}
