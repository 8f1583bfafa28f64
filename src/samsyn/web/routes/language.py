"""The wording of what is written: remarks, the rules that make them, and answers to them."""

from samsyn.web.routes.routing import page
from samsyn.web.views import language, wording_rules

PAGES = [
    page("sprak/", language.language, "language", "plan.read"),
    page("sprak/prova/", language.check_wording, "check_wording", "plan.check_wording"),
    page("sprak/anmarkningar/", language.remarks, "remarks", "plan.check_wording"),
    page("sprak/svar/", language.answer_remark, "answer_remark", "plan.answer_remark"),
    page("sprak/regler/ny/", wording_rules.new_rule, "new_wording_rule", "plan.change_words"),
    page("sprak/regler/<int:rule_id>/", wording_rules.wording_rule, "wording_rule", "plan.change_words"),
]
