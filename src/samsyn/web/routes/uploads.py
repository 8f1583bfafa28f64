"""Taking in notes from the browser."""

from samsyn.web.routes.routing import page
from samsyn.web.views import uploads

PAGES = [page("moten/las-in/", uploads.upload, "upload", "register.import_notes")]
