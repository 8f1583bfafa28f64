"""Who may do what with matters. Asked without a subject, a rule says whether somebody may at all.

A matter goes over the bodies' borders, so whoever writes for any of them may tie and loosen its knots; what
they do not see of unfinished notes they cannot tie. What holds for the whole county (closing a matter, making
two one, its words) is for those who write everywhere.
"""

import rules

from samsyn.matters.handing.writers import writes_hand_over
from samsyn.matters.reach import replies_for, tells_for_party, writes_subject, wrote
from samsyn.register.roles import may_read, writes, writes_everywhere, writes_somewhere

reads = rules.predicate(may_read)
writes_it = rules.predicate(writes)
writes_any = rules.predicate(writes_somewhere)
writes_all = rules.predicate(writes_everywhere)

rules.add_perm("matters.read", reads)
rules.add_perm("matters.change", writes_any)  # anything at all
# What is laid over an action belongs to those who write the notes of its meeting.
rules.add_perm("matters.follow_up", writes_it)

# Whether a decision was carried out is told by those who write the notes of its bodies; what a party has done
# with it by them too, and by whoever tells for that party.
writes_told = rules.predicate(writes_subject)
rules.add_perm("matters.tell_execution", writes_told)
rules.add_perm("matters.open_parties", writes_told)
rules.add_perm("matters.tell_party", writes_told | rules.predicate(tells_for_party))
rules.add_perm("matters.open_matter", writes_any)
rules.add_perm("matters.rename_matter", writes_any)
rules.add_perm("matters.tell_standing", writes_any)
rules.add_perm("matters.tie_knot", writes_any)
rules.add_perm("matters.split_matter", writes_any)
rules.add_perm("matters.relate_matters", writes_any)
rules.add_perm("matters.close_matter", writes_all)
rules.add_perm("matters.reopen_matter", writes_all)
rules.add_perm("matters.merge_matters", writes_all)
rules.add_perm("matters.change_terms", writes_all)
# A reply is the organisation's own word; whoever writes everywhere puts in what it has told them.
rules.add_perm("matters.reply", writes_all | rules.predicate(replies_for))
rules.add_perm("matters.take_back_reply", writes_all | rules.predicate(wrote))
# A hand-over is the affair of both sides: whoever writes for the one or the other says what became of it.
rules.add_perm("matters.decide_hand_over", rules.predicate(writes_hand_over))
rules.add_perm("matters.settle_hand_over", rules.predicate(writes_hand_over))
rules.add_perm("matters.send_hand_over", rules.predicate(writes))
