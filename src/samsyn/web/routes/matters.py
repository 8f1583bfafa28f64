"""Matters: the list, what is proposed, one matter, and what is changed of it."""

from samsyn.web.routes.routing import page
from samsyn.web.views import matter, matter_answers, matter_changes, matters, terms, tying

PAGES = [
    page("arenden/", matters.matters, "matters", "matters.read"),
    page("arenden/nytt/", matter_changes.new_matter, "new_matter", "matters.open_matter"),
    page("arenden/trad/<int:link_id>/", matters.answer_thread, "answer_thread", "matters.open_matter"),
    page("arenden/<int:matter_id>/", matter.matter, "matter", "matters.read"),
    page("arenden/<int:matter_id>/andra/", matter_changes.change_matter, "change_matter", "matters.change"),
    page("arenden/<int:matter_id>/svar/", matter_answers.answer_matter, "answer_matter", "matters.tie_knot"),
    page("arenden/koppling/<int:link_id>/", tying.answer_link, "answer_link", "matters.tie_knot"),
    page("moten/<int:meeting_id>/arende/", tying.tie_item, "tie_item", "matters.tie_knot"),
    page("ordlista/", terms.terms, "terms", "matters.read"),
    page("ordlista/ny/", terms.new_terms, "new_terms", "matters.change_terms"),
    page("ordlista/<str:which>/", terms.change_terms, "change_terms", "matters.change_terms"),
]
