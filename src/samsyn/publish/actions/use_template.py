"""A body's own Word template is tried, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from samsyn.accounts.permissions import require
from samsyn.publish.trying import try_template
from samsyn.reading import Limits
from samsyn.register.actions.choose_template import choose_template

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Body


def use_template(body: Body, content: bytes, *, name: str, by: User) -> list[str]:
    """Try a Word template, and keep it for the body.

    Returns:
        What is not read back as what it is from notes made with it.

    Raises:
        PermissionDenied: They may not write for the body.
        TemplateUnusable: It cannot be used.
    """
    require(by, "register.choose_template", body)
    unread = try_template(content, name=name, limits=Limits(file=settings.SAMSYN_MAX_BYTES))
    choose_template(body, content, name=name, by=by)
    return unread
