"""Who may do what with the plan. Asked without a subject, a rule says whether somebody may at all.

The plan is the process leaders' own work: whoever writes everywhere changes it, its words and its times.
Whoever writes for any body may comment. An actor's assessment is its own word: it is said by whoever tells
for that organisation, or by a process leader who was told it, and the one who reviews is never the actor.
"""

import rules

from samsyn.plan.reach import has_actor_in_reach
from samsyn.register.roles import may_read, writes_everywhere, writes_somewhere

reads = rules.predicate(may_read)
writes_any = rules.predicate(writes_somewhere)
writes_all = rules.predicate(writes_everywhere)
tells_for_actor = rules.predicate(has_actor_in_reach)

rules.add_perm("plan.read", reads)
rules.add_perm("plan.change_plan", writes_all)
rules.add_perm("plan.change_words", writes_all)  # contested words and the county's rules of wording
rules.add_perm("plan.comment", writes_any | tells_for_actor)
rules.add_perm("plan.answer_comment", writes_all)
rules.add_perm("plan.assess", writes_all | tells_for_actor)
rules.add_perm("plan.add_evidence", writes_all | tells_for_actor)
rules.add_perm("plan.review_assessment", writes_all)
rules.add_perm("plan.reply_to_review", tells_for_actor)
rules.add_perm("plan.ask_for_assessment", writes_all)
rules.add_perm("plan.ask_for_support", writes_all | tells_for_actor)
rules.add_perm("plan.give_support", writes_all)
rules.add_perm("plan.tell_lesson", writes_any | tells_for_actor)
rules.add_perm("plan.point_out_words", writes_any | tells_for_actor)  # in a form that the rules above hold
rules.add_perm("plan.tell_sustainment", writes_all | tells_for_actor)
rules.add_perm("plan.check_wording", reads)  # to have a text looked through; nothing of it is kept
rules.add_perm("plan.answer_remark", writes_any | tells_for_actor)
