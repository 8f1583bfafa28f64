"""Answers on a matter's page: what belongs to it, what does not, and which matters are near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.matters import service
from samsyn.matters.models import Knot, KnotState, MatterLink, MatterRelation
from samsyn.matters.queries.sight import visible_knots
from samsyn.matters.queries.threads import any_links
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.pages import next_address, read_numbers, signed_in
from samsyn.web.views.matter import get_matter
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event

    Act = Callable[[HttpRequest, int, int], Event]


@require_POST
def answer_matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Do what the pressed button says: `svar` is a verb and the number of what it is about."""
    found = get_matter(request, matter_id)
    verb, _space, number = request.POST.get("svar", "").partition(" ")
    asked = next(iter(read_numbers([number])), None)
    if verb not in ACTS or asked is None:
        raise Http404
    act, told = ACTS[verb]
    try:
        event = act(request, found.pk, asked)
    except service.TwoMatters as two:
        messages.error(request, two.message)
        other = two.other if two.one.pk == found.pk else two.one
        return redirect(f"{reverse('change_matter', args=[found.pk], query={'med': other.pk})}#ihop")
    except RegisterError as error:
        messages.error(request, error.message)
    else:
        tell_done(request, event, _(told))
    return redirect(next_address(request, reverse("matter", args=[found.pk])))


def _loosen_knot(request: HttpRequest, matter: int, pk: int) -> Event:
    return service.refuse_knot(_knot(request, matter, pk), by=signed_in(request))


def _knot(request: HttpRequest, matter: int, pk: int) -> Knot:
    rows = visible_knots(sight_of(request.user), *KnotState.values).filter(matter=matter)
    found: Knot = get_object_or_404(rows.select_related("meeting", "matter"), pk=pk)
    return found


def _take_link(request: HttpRequest, _matter: int, pk: int) -> Event:
    return service.take_link(_link(request, pk), by=signed_in(request))


def _refuse_link(request: HttpRequest, _matter: int, pk: int) -> Event:
    return service.refuse_links([_link(request, pk)], by=signed_in(request))


def _relate_link(request: HttpRequest, _matter: int, pk: int) -> Event:
    return service.relate_link(_link(request, pk), by=signed_in(request))


def _link(request: HttpRequest, pk: int) -> MatterLink:
    rows = any_links(sight_of(request.user))
    found: MatterLink = get_object_or_404(
        rows.select_related("left_meeting", "right_meeting", "left_item", "right_item"), pk=pk
    )
    return found


def _take_relation(request: HttpRequest, matter: int, pk: int) -> Event:
    row = _relation(matter, pk)
    return service.relate_matters(row.one, row.other, by=signed_in(request))


def _refuse_relation(request: HttpRequest, matter: int, pk: int) -> Event:
    return service.unrelate_matters(_relation(matter, pk), by=signed_in(request), seen="")


def _relation(matter: int, pk: int) -> MatterRelation:
    rows = MatterRelation.objects.select_related("one", "other")
    found: MatterRelation = get_object_or_404(rows, pk=pk)
    if matter not in {found.one_id, found.other_id}:
        raise Http404
    return found


ACTS: dict[str, tuple[Act, str]] = {
    "bort-punkt": (_loosen_knot, "Punkten hör inte längre till ärendet."),
    "ta": (_take_link, "Punkten hör till ärendet."),
    "nej": (_refuse_link, "Punkterna hålls isär. Det föreslås inte igen."),
    "nara": (_relate_link, "Punkterna är närliggande."),
    "ta-arende": (_take_relation, "De två ärendena är närliggande."),
    "nej-arende": (_refuse_relation, "De två ärendena är inte närliggande."),
}
