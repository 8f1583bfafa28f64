"""Terms, holidays and reforms: the time around the plan, typed by the county."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may
from samsyn.plan import service
from samsyn.plan.models import Band
from samsyn.register.service import RegisterError
from samsyn.web.forms.plan_bands import BandForm
from samsyn.web.pages import posted, show, signed_in
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

DAY = timedelta(days=1)


def plan_bands(request: HttpRequest) -> HttpResponse:
    """All of them: those to come first, then those that have passed."""
    today = timezone.localdate()
    rows = list(Band.objects.filter(removed=False).select_related("organisation"))
    return show(
        request,
        "web/plan/bands.html",
        current="plan",
        coming=[band for band in rows if band.end_on > today],
        passed=[band for band in rows if band.end_on <= today][::-1],
        may_change=may(request.user, "plan.change_plan"),
        today=today,
    )


def new_band(request: HttpRequest) -> HttpResponse:
    """Add one."""
    form = BandForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            event = service.add_band(form.wanted(), by=signed_in(request))
        except RegisterError as error:
            form.add_error(None, error.message)
        else:
            tell_done(request, event, _("Tiden är tillagd."))
            return redirect("new_band" if "en-till" in request.POST else "plan_bands")
    return show(request, "web/plan/band.html", current="plan", form=form, band=None, stamp="")


def change_band(request: HttpRequest, band_id: int) -> HttpResponse:
    """Change one, or take it away."""
    band = get_object_or_404(Band.objects.filter(removed=False), pk=band_id)
    if request.POST.get("gor") == "ta-bort":
        try:
            tell_done(request, service.remove_band(band, by=signed_in(request)), _("Tiden är borttagen."))
        except RegisterError as error:
            messages.error(request, error.message)
        return redirect("plan_bands")
    names = ("kind", "name", "start_on", "organisation")
    initial = {name: getattr(band, name) for name in names} | {"last_on": band.end_on - DAY}
    form = BandForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("sedd", "")
        try:
            event = service.change_band(band, form.wanted(), by=signed_in(request), seen=seen)
        except RegisterError as error:
            form.add_error(None, error.message)
        else:
            tell_done(request, event, _("Tiden är ändrad."))
            return redirect("plan_bands")
    stamp = service.stamp_of_row(band)
    return show(request, "web/plan/band.html", current="plan", form=form, band=band, stamp=stamp)
