"""The pages' words for what the register stores as codes. Swedish texts are the message ids."""

from __future__ import annotations

from samsyn.web.matter_vocabulary import MATTER_EVENTS
from samsyn.web.plan_actor_vocabulary import ACTOR_EVENTS, EVIDENCE_STATES, KNOWN, LASTING, SUPPORT_STATES
from samsyn.web.plan_vocabulary import (
    BAND_KINDS,
    COMMENT_STATES,
    MEANINGS,
    PART_KINDS,
    PLAN_COMMENT_REASONS,
    PLAN_EVENTS,
    PLAN_PROPOSAL_STATES,
    PLAN_SORTS,
    PLAN_STATES,
    PLAN_TABLES,
    SHEET_CHANGES,
    WORDING_AS,
    WORDING_KINDS,
    WORDING_RULES,
)

__all__ = [
    "BAND_KINDS", "COMMENT_STATES", "EVIDENCE_STATES", "KNOWN", "LASTING", "MEANINGS", "PART_KINDS",
    "PLAN_COMMENT_REASONS", "PLAN_PROPOSAL_STATES", "PLAN_SORTS", "PLAN_STATES", "SHEET_CHANGES",
    "SUPPORT_STATES", "WORDING_AS", "WORDING_KINDS", "WORDING_RULES",
]  # fmt: skip

KINDS = {
    "decision": "Beslut",
    "agreed_outcome": "Överenskommet",
    "postponement": "Uppskjutet",
    "assignment": "Uppdrag",
    "next_step": "Nästa steg",
    "proposal": "Förslag",
    "need": "Behov",
    "lesson": "Lärdom",
    "comment": "Synpunkt",
    "question": "Fråga",
    "answer": "Svar",
    "information": "Information",
    "reference": "Hänvisning",
}
FIRST_KINDS = ("decision", "agreed_outcome", "assignment", "next_step", "information")  # those with a key
BINDING = ("decision", "agreed_outcome", "assignment", "next_step", "postponement")

FIELDS = {
    "title": "Rubrik",
    "body": "Organ",
    "held": "Dag",
    "start": "Börjar",
    "end": "Slutar",
    "place": "Plats",
    "chair": "Ordförande",
    "secretary": "Sekreterare",
    "next_meeting": "Nästa möte",
    "reference": "Hänvisning",
    "name": "Namn",
    "affiliation": "Organisation",
    "on_behalf_of": "Företräder",
    "role": "Roll på mötet",
    "substitute_for": "Ersätter",
    "part": "Deltog",
    "heading": "Rubrik",
    "number": "Nummer",
    "presenter": "Föredrar",
    "text": "Orden",
    "kind": "Sort",
    "owner": "Ägare",
    "due": "Klart senast",
    "excluded": "Berörs inte",
}
ATTENDANCE_FIELDS = {"title": "Titel"}

STATES = {
    "proposed": "Förslag",
    "confirmed": "Bekräftat",
    "corrected": "Rättat",
    "rejected": "Avvisat",
    "doubtful": "Tveksamt",
    "lost": "Platsen saknas",
    "missing": "Ej angivet",
}
CERTAINTIES = {"clear": "säker", "likely": "trolig", "doubtful": "tveksam"}
ROLES = {
    "reader": "Läsare",
    "contributor": "Uppgiftslämnare",
    "secretary": "Sekreterare",
    "process_leader": "Processledare",
    "archivist": "Arkivarie",
}
EXECUTIONS = {
    "to_do": "Att verkställa",
    "under_way": "Pågår",
    "carried_out": "Verkställt",
    "not_relevant": "Inte aktuellt längre",
}
PARTIES = {
    "pending": "Väntar",
    "on_agenda": "På dagordningen",
    "adopted": "Antaget",
    "referred_back": "Återremiss",
    "turned_down": "Avslag",
    "outside": "Ingår inte",
}
REPORTS = {"done": "Klart", "under_way": "På gång", "needs_help": "Behöver hjälp"}
PACES = {
    "daily": "Varje dag",
    "weekly": "Varje måndag",
    "before_meetings": "Före möten",
    "off": "Aldrig",
}
HEARD = {
    "reported": "Rapporterat",
    "proposed": "Kan ha varit uppe",
    "missed": "Inte rapporterat",
    "unknown": "Anteckningar saknas",
    "coming": "Kommer",
}
ACTION_STATES = {
    "open": "Inget hört",
    "under_way": "På gång",
    "needs_help": "Behöver hjälp",
    "done": "Klart",
    "ended": "Avslutad",
}
SIGN_INS = {"signed_in": "Inloggad", "wrong_password": "Fel lösenord", "wrong_code": "Fel kod"}
MEETING_STATES = {"planned": "Planerat", "held": "Hållet", "referenced": "Omnämnt"}
NOTES_STATES = {
    "none": "Inga anteckningar",
    "draft": "Utkast",
    "in_review": "Granskas",
    "finalised": "Färdigställda",
    "published": "Publicerade",
    "finalised_elsewhere": "Färdigställda på annat håll",
}
RESULTS = {
    "new": "Inläst",
    "filled": "Inläst",
    "version": "Ny version",
    "waiting": "Väntar på beslut",
    "planned": "Kallelse inläst",
    "attached": "Bilaga",
    "known": "Redan inläst",
}
MATTER_STATES = {"open": "Pågår", "closed": "Avslutat", "merged": "Ingår i ett annat"}
PROPOSAL_STATES = {
    "open": "Väntar på svar",
    "proposed": "Förslag",
    "taken": "Hör ihop",
    "related": "Närliggande",
    "refused": "Hör inte ihop",
}
MAIL_STATES = {
    "waiting": "Väntar",
    "sent": "Skickat",
    "undelivered": "Kom inte fram",
    "handed_over": "Skickat för hand",
}
HAND_OVER_KINDS = {
    "message": "Medskick",
    "passed_on": "Skickad vidare",
    "proposed_to": "Begäran",
    "assigned": "Uppdrag",
    "invitation": "Inbjudan",
    "more_time": "Behöver mer tid",
    "report_back": "Återrapportering",
}
HAND_OVER_STATES = {
    "sent": "På väg",
    "taken_up": "Upptaget",
    "answered": "Besvarat",
    "missed": "Inte upptaget",
    "withdrawn": "Återtaget",
}
HAND_OVER_STANDINGS = {
    "proposed": "Läst, inte bekräftat",
    "confirmed": "Bekräftat",
    "refused": "Inget medskick",
}
OWNER_KINDS = {
    "person": "person",
    "role": "roll",
    "organisation": "organisation",
    "body": "organ",
    "unresolved": "oklart vem",
}
SUGGESTION_KINDS = {
    "person": "personer",
    "organisation": "organisationer",
    "body": "organ",
    "meeting": "möten",
}
TABLES = {
    "sourceversion": "Versioner av anteckningar",
    "meeting": "Möten: rubrik, plats, ordförande",
    "agendaitem": "Punkter",
    "attendance": "Rader i närvarolistor",
    "presenter": "Föredragande",
    "statement": "Beslut och annat som sagts",
    "value": "Lästa uppgifter",
    "reference": "Hänvisningar",
    "doubt": "Frågor om läsningen",
    "notescomment": "Synpunkter",
    "attachment": "Bilagors namn",
    "finalisation": "Orsaker till rättelser",
    "publication": "Orsaker till att något togs tillbaka",
    "suggestion": "Förslag om vilka som är samma",
    "seat": "Platser i organ",
    "actionreport": "Besked om åtgärder",
    "execution": "Besked om vad som verkställts",
    "partyline": "Vad parter har gjort med beslut",
    "reply": "Organisationers svar",
    "waitingcorrection": "Väntande rättelser",
    "notesdraft": "Utkast",
    "bodytemplate": "Namn på Wordmallar",
    "matter": "Ärendens namn och läge",
    "knot": "Vad som hör till ärenden",
    "matterlink": "Förslag om vad som hör ihop",
    "matterrelation": "Närliggande ärenden",
    "termgroup": "Ordlistan",
    "followup": "Uppföljning av åtgärder",
    "reminder": "Påminnelser",
    "reminderchoice": "Val av hur ofta påminnelser kommer",
    "handover": "Medskick",
    **PLAN_TABLES,
    "savedview": "Sparade vyer",
    "outgoingmail": "Brev",
    "event": "Rader i historiken",
}
EVENTS = {
    "meeting.imported": "Läst ur anteckningarna",
    "meeting.hand_over_read": "Medskick läst ur anteckningarna",
    "meeting.hand_over_followed": "Följt upp vad ett medskick blev",
    "meeting.revised": "Läst på nytt ur en ny version",
    "meeting.reread": "Läst på nytt ur samma fil",
    "notes.sent_for_comments": "Skickade på synpunkter",
    "comment.written": "Synpunkt skriven",
    "comment.answered": "Synpunkt besvarad",
    "notes.finalised": "Färdigställda",
    "notes.corrected": "Rättade",
    "correction.came": "Ändrad fil väntar på beslut",
    "correction.left": "Ändrad fil lämnad",
    "notes.published": "Publicerade",
    "notes.withdrawn": "Tillbakadragna",
    "draft.begun": "Anteckningar påbörjade",
    "draft.merged": "Tvås anteckningar sammanförda",
    "draft.handed_in": "Anteckningar lämnade för granskning",
    "draft.discarded": "Påbörjade anteckningar borttagna",
    "draft.restored": "Påbörjade anteckningar tagna tillbaka",
    "template.chosen": "Wordmall vald",
    "notice.imported": "Läst ur kallelsen",
    "attachment.imported": "Bilaga tillagd",
    "attachment.replaced": "Bilaga utbytt mot en ny fil",
    "action.reported": "Hur det går",
    "value.confirmed": "Bekräftat",
    "value.rejected": "Avvisat",
    "value.corrected": "Rättat",
    "statement.split": "Delad i två",
    "statement.merged": "Sammanslagen med nästa rad",
    "statement.added": "Tillagd för hand",
    "attendance.added": "Tillagd för hand",
    "agendaitem.added": "Tillagd för hand",
    "statement.undone": "Ångrat",
    "attendance.undone": "Ångrat",
    "agendaitem.undone": "Ångrat",
    "difference.kept": "Det som stod behölls när en ny läsning sade annat",
    "difference.taken": "Den nya läsningen togs",
    "value.undone": "Ångrat",
    "value.reread": "Läst annorlunda i den nya versionen",
    "value.gone": "Finns inte i den nya versionen",
    "statement.removed": "Står inte i den nya versionen",
    "attendance.removed": "Står inte i den nya versionens närvarolista",
    "item.removed": "Punkten finns inte i den nya versionen",
    "doubt.settled": "Tveksamheten avgjord",
    "doubt.undone": "Tveksamheten öppen igen",
    "person.merged": "Två personer blev en",
    "organisation.merged": "Två organisationer blev en",
    "body.merged": "Två organ blev ett",
    "person.changed": "Namn eller adress ändrad",
    "body.renamed": "Nytt namn",
    "body.coverage_published": "Vilka som var med visas öppet",
    "body.coverage_withheld": "Vilka som var med visas inte längre öppet",
    "organisation.renamed": "Nytt namn",
    "organisation.moved": "Flyttad i trädet",
    "person.alias_added": "Skrivsätt tillagt",
    "organisation.alias_added": "Skrivsätt tillagt",
    "body.alias_added": "Skrivsätt tillagt",
    "person.alias_removed": "Skrivsätt borttaget",
    "organisation.alias_removed": "Skrivsätt borttaget",
    "body.alias_removed": "Skrivsätt borttaget",
    "person.parted": "Två personer är isär igen",
    "organisation.parted": "Två organisationer är isär igen",
    "body.parted": "Två organ är isär igen",
    "person.added": "Tillagd för hand",
    "person.undone": "Ångrat",
    "organisation.added": "Tillagd för hand",
    "organisation.undone": "Ångrat",
    "body.added": "Tillagt för hand",
    "body.undone": "Ångrat",
    "seat.opened": "Plats tillagd",
    "seat.changed": "Plats ändrad",
    "seat.ended": "Plats avslutad",
    "seat.undone": "Ändring av plats ångrad",
    "noseat.said": "Har ingen plats",
    "noseat.undone": "Frågan om plats öppen igen",
    "meeting.merged": "Två möten blev ett",
    "suggestion.refused": "Två hålls isär",
    "mail.handed_over": "Brev uttaget för att skickas för hand",
    "mail.tried_again": "Brev prövas igen",
    "link.used": "Länk använd",
    "suggestion.undone": "Frågan öppen igen",
    **MATTER_EVENTS,
    **PLAN_EVENTS,
    **ACTOR_EVENTS,
    "words.blotted": "Ord utplånade",
    "notes.blotted": "Anteckningarna utplånade",
    "role.granted": "Roll given",
    "role.ended": "Roll avslutad",
    "role.undone": "Roll gäller igen",
    "user.made": "Konto skapat",
    "user.invited": "Inbjuden",
    "user.link_asked_for": "Nytt lösenord begärt",
    "user.link_sent": "Länk för nytt lösenord skickad",
    "user.password_reset": "Nytt lösenord gjort",
    "user.password_changed": "Lösenord bytt",
    "user.password_chosen": "Lösenord valt",
    "user.second_step_added": "Andra steg vid inloggning valt",
    "user.second_step_removed": "Andra steg vid inloggning borttaget",
    "user.closed": "Konto stängt",
    "user.reopened": "Konto öppnat igen",
    "user.appointed": "Blev administratör",
    "user.dismissed": "Inte längre administratör",
}


def field_word(field: str, *, of_person: bool = False) -> str:
    """What a field is called; a person's `title` is not a meeting's."""
    if of_person and field in ATTENDANCE_FIELDS:
        return ATTENDANCE_FIELDS[field]
    return FIELDS.get(field, field)
