"""What the columns that events keep are called, and how their values are written."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from samsyn.web import swedish, words
from samsyn.web.rows import shown_value

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = {
    "state": "Läge",
    "n_links": "Förslag om vad som hör ihop",
    "n_changed": "Nya och ändrade förslag",
    "notes_state": "Anteckningarna",
    "title": "Rubrik",
    "start_on": "Från",
    "end_on": "Till",
    "day_words": "Dagen, anteckningarnas ord",
    "starts_at": "Börjar",
    "ends_at": "Slutar",
    "place": "Plats",
    "chair_name": "Ordförande",
    "secretary_name": "Sekreterare",
    "next_meeting": "Nästa möte",
    "target_meeting": "Mötet som avses",
    "body": "Organ",
    "organisation": "Organisation",
    "parent": "Hör till",
    "person": "Person",
    "user": "Användare",
    "item": "Punkt",
    "name": "Namn",
    "key": "Namn att jämföra",
    "present": "På plats",
    "removed": "Borttagen",
    "lost": "Platsen saknas",
    "affiliation": "Organisation, anteckningarnas ord",
    "on_behalf_of": "Företräder",
    "on_behalf_of_words": "Företräder, anteckningarnas ord",
    "role": "Roll",
    "substitute_for": "Ersätter",
    "part": "Deltog",
    "number": "Nummer",
    "heading": "Rubrik",
    "text": "Orden",
    "kind": "Sort",
    "is_action": "Åtgärd",
    "owner_name": "Ägare",
    "due_start": "Klart från",
    "due_end": "Klart före",
    "due_words": "Klart senast, anteckningarnas ord",
    "ended_on": "Avslutad",
    "ended_because": "Varför",
    "reopened_at": "Öppnad igen",
    "carried_to": "Förd till mötet",
    "value": "Uppgift",
    "words": "Anteckningarnas ord",
    "file_name": "Fil",
    "sha256": "Kontrollsumma (SHA-256)",
    "version": "Version",
    "reason": "Orsak",
    "said_for": "Sagt för",
    "answer": "Svar",
    "address": "E-postadress",
    "email": "E-postadress",
    "n_addresses": "Antal mottagare",
    "n_actions": "Antal åtgärder",
    "n_values": "Lästa uppgifter",
    "n_changes": "Ändrade uppgifter",
    "n_rows": "Ändrade rader",
    "left": "Den ena",
    "right": "Den andra",
    "is_active": "Kontot öppet",
    "is_administrator": "Administratör",
    "publishes_coverage": "Vilka som var med visas i publicerade anteckningar",
    "meeting": "Möte",
    "bodies": "Organ",
    "presenters": "Föredrar",
    "day": "Dag",
    "standing": "Läget i egna ord",
    "closed_on": "Avslutat",
    "closed_because": "Varför",
    "matter": "Ärende",
    "matters": "Ärenden",
    "split_from": "Delat från",
    "termgroup.words": "Orden",
    "termgroup.why": "Varför",
    "matterrelation.why": "Varför",
    "asked": "Det som lämnas vidare",
    "to_words": "Till, anteckningarnas ord",
    "hand_over_state": "Vad det blev",
    "handover.standing": "Bekräftat",
    "taken_up_in": "Upptaget på",
    "taken_up_item": "Upptaget under",
    "meaning": "Vad steget betyder",
    "parent_part": "Hör till",
    "wording.part": "Del av planen",
    "order": "Ordning",
    "began_on": "Börjar",
    "evidence_months": "Underlag är gammalt efter så många månader",
    "withdrawn_on": "Struken",
    "withdrawn_because": "Varför",
    "how": "Hur det följs upp",
    "who": "Av vem",
    "when_words": "När",
    "actor": "Aktör",
    "left_on": "Inte längre aktör",
    "from_on": "Från",
    "until": "Ingår igen",
    "is_resolved": "Utskriven",
    "decided_on": "Beslutat",
    "members": "Vilka",
    "outside.why": "Varför",
    "outside.part": "Del av planen",
    "answer_wording": "Lydelsen som kom av den",
    "reached_on": "Nått",
    "reached_because": "Vad som visar det",
    "step": "Steg",
    "since_words": "Sedan",
    "needs": "Behöver för nästa steg",
    "said_by": "Sagt av",
    "dated_on": "Underlagets dag",
    "asked_by": "Av vem",
    "support.asked": "Stöd",
    "given": "Vad det blev",
    "given_by": "Givet av",
    "given_on": "Dag",
    "told_by": "Var den kommer ifrån",
    "routine": "Beslutad rutin",
    "annual_cycle": "I årshjulet",
    "introduction": "I introduktionen",
    "measured": "Mäts",
    "note": "Kommentar",
    "due_on": "Frågades",
    "answered_on": "Besvarad",
    "reply": "Aktörens svar",
    "evidence.address": "Länk",
    "evidence.withdrawn_on": "Taget tillbaka",
    "evidence.part": "Område",
    "assessment.part": "Område",
    "wish": "Önskad lydelse",
    "instead": "Hellre",
    "contestedword.why": "Hur det missförstås",
    "word": "Ord",
    "answer_in": "Beslutat i",
    "period.words": "När",
    "remark": "Regel",
    "remarkanswer.words": "Orden",
    "sentence": "Meningen",
    "wordingrule.text": "Regeln",
    "is_on": "Prövas",
    "part.words": "När",
}
# What an event keeps for its own undoing, and what another column already says.
QUIET = {
    "rows", "doubts", "decided_by", "decided_at", "precision", "due_precision", "owner_kind",
    "owner_person", "owner_organisation", "owner_body", "chair", "secretary", "comment", "ids", "moved",
    "merge", "names", "kinds", "alias", "purpose", "search_text", "position", "start", "end", "rule",
    "certainty", "made", "owner_changed", "due_changed", "content", "correction", "links", "knots",
    "standing_at",
    "parts", "actors", "other", "period", "source", "asked_in", "periods", "comments", "groups", "contested",
    "settled_by", "settled_at", "answered_by", "reasons", "score", "by", "replied_by", "replied_at",
    "answered", "at", "statement", "given_in", "numbers", "wordings",
}  # fmt: skip
REFERS = {
    "meeting": "register.meeting",
    "next_meeting": "register.meeting",
    "target_meeting": "register.meeting",
    "carried_to": "register.meeting",
    "taken_up_in": "register.meeting",
    "taken_up_item": "register.agendaitem",
    "body": "register.body",
    "bodies": "register.body",
    "substitute_for": "register.seat",
    "on_behalf_of": "register.body",
    "organisation": "register.organisation",
    "parent": "register.organisation",
    "person": "register.person",
    "item": "register.agendaitem",
    "user": "accounts.user",
    "matter": "matters.matter",
    "matters": "matters.matter",
    "split_from": "matters.matter",
    "parent_part": "plan.part",
    "part": "plan.part",
    "actor": "plan.actor",
    "members": "plan.actor",
    "answer_in": "register.statement",
    "answer_wording": "plan.wording",
}
STATES: Mapping[str, Mapping[str, str]] = {
    "value": words.STATES,
    "doubt": {"open": "Öppen", "settled": "Besvarad"},
    "suggestion": {"open": "Öppen", "taken": "De är en och samma", "refused": "De hålls isär"},
    "meeting": words.MEETING_STATES,
    "statement": words.REPORTS,
    "execution": words.EXECUTIONS,
    "partyline": words.PARTIES,
    "outgoingmail": words.MAIL_STATES,
    "dutyturn": words.HEARD,
    "matter": words.MATTER_STATES,
    "knot": words.PROPOSAL_STATES,
    "matterlink": words.PROPOSAL_STATES,
    "matterrelation": words.PROPOSAL_STATES,
    "handover": words.HAND_OVER_STATES,
    "plan": words.PLAN_STATES,
    "evidence": words.EVIDENCE_STATES,
    "support": words.SUPPORT_STATES,
    "plancomment": words.COMMENT_STATES,
    "contestedword": words.PLAN_PROPOSAL_STATES,
}
CODES: Mapping[str, Mapping[str, str]] = {
    "kind": words.KINDS | words.ROLES | words.BAND_KINDS,
    "notes_state": words.NOTES_STATES,
    "hand_over_state": words.HAND_OVER_STATES,
    "standing": words.HAND_OVER_STANDINGS,
    "meaning": words.MEANINGS,
    **dict.fromkeys(words.LASTING, words.KNOWN),
}


def write_column(column: str, value: Any, model: str, names: Mapping[tuple[str, int], str]) -> str:
    """A column's value as people read it; empty where there is none.

    Args:
        column: Its name.
        value: As the event keeps it: JSON.
        model: Name of the model that it is of.
        names: Of the rows that ids refer to, by the label of their model and id.
    """
    if value is None or value in ("", [], {}):
        return ""
    if column in REFERS and isinstance(value, int):
        return names.get((REFERS[column], value), _("finns inte längre"))
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, list):
        return swedish.joined([write_column(column, one, model, names) for one in value])
    if isinstance(value, dict):
        return shown_value(column, value)
    return _write_word(column, value, model)


def _write_word(column: str, value: Any, model: str) -> str:
    known = STATES.get(model, {}) if column == "state" else CODES.get(column, {})
    if value in known:
        return _(known[value])
    if isinstance(value, int | float):
        return swedish.number(value)
    return _write_time(column, str(value))


def _write_time(column: str, value: str) -> str:
    """Days and times of day in Swedish form; other texts as they are."""
    if column.endswith("_on") or column in {"due_start", "due_end"}:
        return swedish.day(date.fromisoformat(value))
    if column in {"starts_at", "ends_at"}:
        return swedish.clock(time.fromisoformat(value))
    if column.endswith("_at"):
        return swedish.moment(datetime.fromisoformat(value))
    return value
