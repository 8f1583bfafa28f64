"""Hand-overs: what goes from one body to another, and what became of it."""

from samsyn.web.routes.routing import page
from samsyn.web.views import hand_over_changes, hand_overs

PAGES = [
    page("medskick/", hand_overs.hand_overs, "hand_overs", "matters.read"),
    page("medskick/<int:hand_over_id>/", hand_overs.hand_over, "hand_over", "matters.read"),
    page(
        "medskick/<int:hand_over_id>/stammer/",
        hand_over_changes.decide,
        "decide_hand_over",
        "matters.decide_hand_over",
    ),
    page(
        "medskick/<int:hand_over_id>/till/",
        hand_over_changes.readdress,
        "readdress_hand_over",
        "matters.decide_hand_over",
    ),
    page(
        "medskick/<int:hand_over_id>/upptaget/",
        hand_over_changes.take_up,
        "take_up_hand_over",
        "matters.settle_hand_over",
    ),
    page(
        "medskick/<int:hand_over_id>/svar/",
        hand_over_changes.answer,
        "answer_hand_over",
        "matters.settle_hand_over",
    ),
    page(
        "medskick/<int:hand_over_id>/vantas/",
        hand_over_changes.wait,
        "wait_for_hand_over",
        "matters.settle_hand_over",
    ),
    page(
        "moten/<int:meeting_id>/medskick/nytt/",
        hand_over_changes.new_hand_over,
        "new_hand_over",
        "matters.send_hand_over",
    ),
]
