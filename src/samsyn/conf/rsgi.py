"""The door for our own server: Django's application, behind bounds on what a request may bring."""

from django.conf import settings

from samsyn.conf.door import Door
from samsyn.conf.wsgi import application

# The apps are loaded only now.
from samsyn.web.large_requests import may_send_files

door = Door(
    application,
    may_send_files=may_send_files,
    small=settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
    large=settings.SAMSYN_MAX_REQUEST_BYTES,
)
