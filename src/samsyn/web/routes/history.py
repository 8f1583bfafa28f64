"""The history, and undoing one's own changes."""

from samsyn.web.routes.routing import page
from samsyn.web.views import history

PAGES = [
    page("historik/", history.history, "history", "register.see_history"),
    page("historik.csv", history.history_csv, "history_csv", "register.see_history"),
    page("historik/mina/", history.my_changes, "my_changes", "register.read"),
    page("historik/<str:kind>/<int:pk>/", history.history_of, "history_of", "register.read"),
]
