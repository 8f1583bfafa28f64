"""The door to the register's changes; its questions are in `samsyn.register.queries`."""

from samsyn.register.actions.add_actor import add_body, add_organisation, add_person
from samsyn.register.actions.add_row import RowWanted, add_row
from samsyn.register.actions.answer_comment import answer_comment
from samsyn.register.actions.answer_doubt import answer_doubt
from samsyn.register.actions.begin_draft import begin_draft, begin_draft_of
from samsyn.register.actions.blot_notes import blot_notes
from samsyn.register.actions.blot_out import blot_out, look_for_words, require_reason
from samsyn.register.actions.change_alias import add_alias, remove_alias
from samsyn.register.actions.change_seat import change_seat
from samsyn.register.actions.choose_password import choose_password
from samsyn.register.actions.choose_template import choose_template, leave_template
from samsyn.register.actions.confirm_row import confirm_row
from samsyn.register.actions.confirm_value import confirm_value
from samsyn.register.actions.correct_notes import Correction, correct_notes
from samsyn.register.actions.correct_value import ValueCorrection, correct_value
from samsyn.register.actions.decide_correction import leave_correction, take_correction
from samsyn.register.actions.deciding import columns_of, set_columns
from samsyn.register.actions.decline_seat import decline_seat
from samsyn.register.actions.discard_draft import discard_draft, restore_draft
from samsyn.register.actions.end_role import end_role
from samsyn.register.actions.end_seat import end_seat
from samsyn.register.actions.export_register import export_register, restore_register
from samsyn.register.actions.finalise_notes import COMMENTING, OPEN, finalise_notes
from samsyn.register.actions.grant_role import RoleWanted, grant_role
from samsyn.register.actions.hand_in_draft import hand_in_draft
from samsyn.register.actions.import_notes import import_content, import_files, import_notes
from samsyn.register.actions.inverses import INVERSES, Inverse, add_inverses, set_back
from samsyn.register.actions.invite_user import PURPOSE as CHOOSE_PASSWORD
from samsyn.register.actions.invite_user import ask_for_password, invite_user, send_password_link
from samsyn.register.actions.merge_actors import merge_actors
from samsyn.register.actions.merge_statements import merge_statements, next_statement
from samsyn.register.actions.move_organisation import move_organisation
from samsyn.register.actions.open_seat import open_seat
from samsyn.register.actions.protect_person import protect_person, unprotect_person
from samsyn.register.actions.publish_coverage import publish_coverage, withhold_coverage
from samsyn.register.actions.publish_notes import PUBLISHABLE, publish_notes, withdraw_notes
from samsyn.register.actions.refuse_suggestion import refuse_suggestion
from samsyn.register.actions.reject_value import reject_value
from samsyn.register.actions.rename_actor import change_person, rename_body, rename_organisation
from samsyn.register.actions.report_action import Told, keep_report, report_action
from samsyn.register.actions.reread_notes import Reread, reread_notes
from samsyn.register.actions.save_draft import merge_draft, save_draft
from samsyn.register.actions.seating import SeatWanted
from samsyn.register.actions.send_for_comments import send_for_comments
from samsyn.register.actions.sending import PURPOSE as OPEN_NOTES
from samsyn.register.actions.sending import name_of
from samsyn.register.actions.settle_doubt import settle_doubt
from samsyn.register.actions.shown import lock_reading, require_as_shown, stamp_of
from samsyn.register.actions.split_statement import split_statement
from samsyn.register.actions.standing import why_it_stands
from samsyn.register.actions.take_suggestion import take_suggestion
from samsyn.register.actions.undo_event import last_decision, undo_event
from samsyn.register.actions.write_comment import write_comment
from samsyn.register.answers import AS_READ, KEEP, TAKE, Answer, Answers
from samsyn.register.blotting.places import BlottingWanted, Places
from samsyn.register.blotting.storage import sweep_storage
from samsyn.register.corrections.cutting import cut_text, suggest_cut
from samsyn.register.corrections.fields import COLUMNS as CORRECTABLE
from samsyn.register.corrections.fields import HAND, plain_of, seen_of
from samsyn.register.corrections.understanding import read_due
from samsyn.register.errors import (
    AlreadyDecided,
    AnswerUnknown,
    CannotBlot,
    CannotMerge,
    CannotUndo,
    ChangedMeanwhile,
    CorrectionUnusable,
    DraftChanged,
    DraftUnusable,
    ExportUnusable,
    NameUnusable,
    NotesLocked,
    NotesNotReady,
    ReasonMissing,
    RegisterError,
    RegisterNotEmpty,
    ReportUnusable,
    RoleUnusable,
    SeatUnusable,
    TemplateUnusable,
    TreeUnusable,
)
from samsyn.register.exchange.tables import add_tables
from samsyn.register.intake.files import FilesFound, find_files
from samsyn.register.intake.outcomes import Outcome, Result
from samsyn.register.listening import listen, listen_absorbed, mark_changed
from samsyn.register.models import Finalisation
from samsyn.register.queries.changes import add_parts
from samsyn.register.queries.current import Current, add_current
from samsyn.register.search.keeping import rebuild_index

__all__ = [
    "AS_READ",
    "CHOOSE_PASSWORD",
    "COMMENTING",
    "CORRECTABLE",
    "HAND",
    "INVERSES",
    "KEEP",
    "OPEN",
    "OPEN_NOTES",
    "PUBLISHABLE",
    "TAKE",
    "AlreadyDecided",
    "Answer",
    "AnswerUnknown",
    "Answers",
    "BlottingWanted",
    "CannotBlot",
    "CannotMerge",
    "CannotUndo",
    "ChangedMeanwhile",
    "Correction",
    "CorrectionUnusable",
    "Current",
    "DraftChanged",
    "DraftUnusable",
    "ExportUnusable",
    "FilesFound",
    "Finalisation",
    "Inverse",
    "NameUnusable",
    "NotesLocked",
    "NotesNotReady",
    "Outcome",
    "Places",
    "ReasonMissing",
    "RegisterError",
    "RegisterNotEmpty",
    "ReportUnusable",
    "Reread",
    "Result",
    "RoleUnusable",
    "RoleWanted",
    "RowWanted",
    "SeatUnusable",
    "SeatWanted",
    "TemplateUnusable",
    "Told",
    "TreeUnusable",
    "ValueCorrection",
    "add_alias",
    "add_body",
    "add_current",
    "add_inverses",
    "add_organisation",
    "add_parts",
    "add_person",
    "add_row",
    "add_tables",
    "answer_comment",
    "answer_doubt",
    "ask_for_password",
    "begin_draft",
    "begin_draft_of",
    "blot_notes",
    "blot_out",
    "change_person",
    "change_seat",
    "choose_password",
    "choose_template",
    "columns_of",
    "confirm_row",
    "confirm_value",
    "correct_notes",
    "correct_value",
    "cut_text",
    "decline_seat",
    "discard_draft",
    "end_role",
    "end_seat",
    "export_register",
    "finalise_notes",
    "find_files",
    "grant_role",
    "hand_in_draft",
    "import_content",
    "import_files",
    "import_notes",
    "invite_user",
    "keep_report",
    "last_decision",
    "leave_correction",
    "leave_template",
    "listen",
    "listen_absorbed",
    "lock_reading",
    "look_for_words",
    "mark_changed",
    "merge_actors",
    "merge_draft",
    "merge_statements",
    "move_organisation",
    "name_of",
    "next_statement",
    "open_seat",
    "plain_of",
    "protect_person",
    "publish_coverage",
    "publish_notes",
    "read_due",
    "rebuild_index",
    "refuse_suggestion",
    "reject_value",
    "remove_alias",
    "rename_body",
    "rename_organisation",
    "report_action",
    "require_as_shown",
    "require_reason",
    "reread_notes",
    "restore_draft",
    "restore_register",
    "save_draft",
    "seen_of",
    "send_for_comments",
    "send_password_link",
    "set_back",
    "set_columns",
    "settle_doubt",
    "split_statement",
    "stamp_of",
    "suggest_cut",
    "sweep_storage",
    "take_correction",
    "take_suggestion",
    "undo_event",
    "unprotect_person",
    "why_it_stands",
    "withdraw_notes",
    "withhold_coverage",
    "write_comment",
]
