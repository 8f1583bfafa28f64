"""Who may do what in the register. Asked without a subject, a rule says whether somebody may at all."""

import rules

from samsyn.accounts.permissions import is_administrator
from samsyn.register.models import RoleKind
from samsyn.register.protection import knows
from samsyn.register.reporting import may_report
from samsyn.register.roles import has_role, may_invite, may_read, writes, writes_everywhere, writes_somewhere

reads = rules.predicate(may_read)
writes_it = rules.predicate(writes)
writes_any = rules.predicate(writes_somewhere)
writes_all = rules.predicate(writes_everywhere)
is_archivist = rules.predicate(lambda user: has_role(user, RoleKind.ARCHIVIST), name="is_archivist")
is_contributor = rules.predicate(lambda user: has_role(user, RoleKind.CONTRIBUTOR), name="is_contributor")

rules.add_perm("register.read", reads)
rules.add_perm("register.change", writes_it | is_archivist)  # anything at all
rules.add_perm("register.import_notes", writes_it)
rules.add_perm("register.send_for_comments", writes_it)
rules.add_perm("register.answer_comment", writes_it)
rules.add_perm("register.finalise_notes", writes_it)
rules.add_perm("register.correct_notes", writes_it)
rules.add_perm("register.leave_correction", writes_it)
rules.add_perm("register.publish_notes", writes_it)
rules.add_perm("register.withdraw_notes", writes_it)
# Which organisations were in the room is told to all only where the body says so.
rules.add_perm("register.publish_coverage", writes_it)
# What is being written is seen and written only by those who write for the body.
rules.add_perm("register.write_draft", writes_it)
rules.add_perm("register.choose_template", writes_it)
# What an organisation says of its own actions.
rules.add_perm("register.report_action", rules.predicate(may_report))
rules.add_perm("register.export", is_administrator | is_archivist)
rules.add_perm("register.confirm_value", writes_it)
rules.add_perm("register.reject_value", writes_it)
rules.add_perm("register.correct_value", writes_it)
rules.add_perm("register.undo_event", writes_it)
# Anything at all: an organisation takes back what it has said of itself. Each has its own rule besides.
rules.add_perm("register.take_back", writes_it | is_contributor)
rules.add_perm("register.settle_doubt", writes_it)
# The log tells of drafts too: a body's secretary sees that of the body; an object's own stands on its page.
rules.add_perm("register.see_history", writes_any | is_archivist)
rules.add_perm("register.see_all_history", writes_all | is_archivist)
# Whoever must know somebody says whether others may: asked of the person.
rules.add_perm("register.protect_person", rules.predicate(knows))
# What is made one changes the notes of all bodies.
rules.add_perm("register.settle_suggestion", writes_all)
rules.add_perm("register.grant_role", is_administrator)
rules.add_perm("register.end_role", is_administrator)
rules.add_perm("register.invite_user", is_administrator | rules.predicate(may_invite))
# A seat is the body's; a person is changed by those who write a body in which they sit.
rules.add_perm("register.open_seat", writes_it)
rules.add_perm("register.change_seat", writes_it)
rules.add_perm("register.end_seat", writes_it)
rules.add_perm("register.add_person", writes_any)
rules.add_perm("register.add_body", writes_all)
rules.add_perm("register.add_organisation", writes_all)
# What should never have come in goes out of every body's notes, and out of the history.
rules.add_perm("register.blot_out", is_administrator | is_archivist)
rules.add_perm("register.merge_actors", writes_all)
rules.add_perm("register.name_actor", writes_all)
rules.add_perm("register.move_organisation", writes_all)
rules.add_perm("register.change_person", writes_it)
