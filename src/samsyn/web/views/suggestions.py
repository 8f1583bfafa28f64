"""Are these two the same? A person answers; the machine only asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.register import service
from samsyn.register.models import Suggestion
from samsyn.register.protection import hidden_from
from samsyn.register.queries import open_suggestions
from samsyn.register.sight import sight_of
from samsyn.web.pages import next_address, show, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 50
ANSWERS = {
    "samma": (service.take_suggestion, gettext_lazy("De är nu en och samma.")),
    "olika": (service.refuse_suggestion, gettext_lazy("De hålls isär. Frågan ställs inte igen.")),
}


def suggestions(request: HttpRequest) -> HttpResponse:
    """The open questions, so many that one sitting is enough for them."""
    pairs = open_suggestions(hidden=hidden_from(request.user).people, sees=sight_of(request.user))
    return show(
        request,
        "web/suggestions.html",
        current="suggestions",
        pairs=pairs[:SHOWN],
        n_pairs=len(pairs),
        may_decide=may(request.user, "register.settle_suggestion"),
    )


@require_POST
def answer(request: HttpRequest, suggestion_id: int) -> HttpResponse:
    """Take a suggestion (they are the same) or refuse it (they are two)."""
    suggestion = get_object_or_404(Suggestion, pk=suggestion_id)
    verb = request.POST.get("svar", "")
    if verb not in ANSWERS:
        raise Http404
    act, told = ANSWERS[verb]
    try:
        event = act(suggestion, by=signed_in(request))
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(
            request, str(told), extra_tags=str(event.pk) if event.what in service.INVERSES else ""
        )
    return redirect(next_address(request, reverse("suggestions")))
