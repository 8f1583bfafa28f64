"""How an action goes, as its organisation says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.register import service
from samsyn.register.models import Statement
from samsyn.register.sight import sight_of
from samsyn.web.pages import next_address, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_POST
def report(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Keep what is said, and go back to the row."""
    seen = Statement.objects.filter(sight_of(request.user).seen(), removed=False)
    statement = get_object_or_404(seen.select_related("meeting"), pk=statement_id)
    state, text = request.POST.get("hur", ""), request.POST.get("rad", "")
    try:
        service.report_action(statement, state=state, text=text, by=signed_in(request))
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Nu syns det hur det går."))
    row = f"{reverse('statements', query={'oppen': statement_id})}#statement-{statement_id}"
    return redirect(next_address(request, row))
