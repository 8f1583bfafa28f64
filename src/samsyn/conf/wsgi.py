"""The door for a web server: the WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
application = get_wsgi_application()

# The apps are loaded only now.
from samsyn.mail.postman import start_postman  # noqa: E402

start_postman()

# A page makes thousands of rows that all go with it; looking through them for rings took a fifth of its time.
# What has been loaded until now stays as long as the process.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)
