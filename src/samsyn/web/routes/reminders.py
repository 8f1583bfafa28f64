"""How often one is reminded of what one is to do."""

from samsyn.web.routes.routing import page
from samsyn.web.views import reminders

PAGES = [
    page("mitt-konto/paminnelser/", reminders.my_reminders, "my_reminders", "signed_in"),
]
