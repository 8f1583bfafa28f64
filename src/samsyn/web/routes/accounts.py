"""Sign-in, and what each chooses for oneself."""

from samsyn.web.routes.routing import page
from samsyn.web.views import appearance, sign_in

PAGES = [
    page("logga-in/", sign_in.sign_in, "sign_in", "open"),
    page("logga-ut/", sign_in.sign_out, "sign_out", "signed_in"),
    page("utseende/", appearance.choose_appearance, "appearance", "signed_in"),
]
