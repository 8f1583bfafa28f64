"""The door for a web server: the WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
application = get_wsgi_application()

# The apps are loaded only now.
from samsyn.mail.postman import start_postman  # noqa: E402

start_postman()
