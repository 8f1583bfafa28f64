"""The network as a picture."""

from samsyn.web.routes.routing import page
from samsyn.web.views import network_picture

PAGES = [page("natverk/", network_picture.network, "network", "register.read")]
