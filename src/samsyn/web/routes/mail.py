"""The outbox, and the one address of all signed links."""

from samsyn.web.routes.routing import page
from samsyn.web.views import links, outbox

PAGES = [
    page("lank/<str:token>/", links.follow, "link", "open"),
    page("utkorg/", outbox.outbox, "outbox", "mail.see_outbox"),
    page("utkorg/prov/", outbox.try_mail, "try_mail", "mail.send_trial"),
    page("utkorg/<int:mail_id>/skicka-sjalv/", outbox.hand_over, "hand_over_mail", "mail.hand_over_mail"),
    page("utkorg/<int:mail_id>/igen/", outbox.again, "send_again", "mail.send_again"),
]
