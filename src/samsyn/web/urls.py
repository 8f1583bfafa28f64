"""Every address, and who may open it.

`PERMISSIONS` says it for each by name: "open", "signed_in", or "administrator". A page without a row
cannot be made: `_page` takes the rule. What an action itself allows is asked once more by the action.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.urls import path

from samsyn.accounts.permissions import is_administrator
from samsyn.web.views import (
    appearance,
    decisions,
    errors,
    meeting,
    meetings,
    originals,
    overview,
    sign_in,
    statements,
    suggestions,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase
    from django.urls import URLPattern

    View = Callable[..., HttpResponseBase]

PERMISSIONS: dict[str, str] = {}


def _page(route: str, view: View, name: str, rule: str) -> URLPattern:
    """An address with its rule; pages are closed to those not signed in unless the rule is "open"."""
    PERMISSIONS[name] = rule
    guards: dict[str, Callable[[View], View]] = {
        "open": login_not_required,
        "signed_in": lambda guarded: guarded,
        "administrator": _administrators_only,
    }
    return path(route, guards[rule](view), name=name)


def _administrators_only(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        # Those not signed in never come here: the middleware sends them to the sign-in page.
        if not is_administrator(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


urlpatterns = [
    _page("", overview.overview, "overview", "signed_in"),
    _page("logga-in/", sign_in.sign_in, "sign_in", "open"),
    _page("logga-ut/", sign_in.sign_out, "sign_out", "signed_in"),
    _page("utseende/", appearance.choose_appearance, "appearance", "signed_in"),
    _page("moten/", meetings.meetings, "meetings", "signed_in"),
    _page("moten/<int:meeting_id>/", meeting.meeting, "meeting", "signed_in"),
    _page("moten/<int:meeting_id>/original/<int:number>/", originals.original, "original", "signed_in"),
    _page(
        "moten/<int:meeting_id>/bilaga/<int:attachment_id>/", originals.attachment, "attachment", "signed_in"
    ),
    _page("moten/<int:meeting_id>/avgor/", decisions.decide, "decide", "administrator"),
    _page("moten/<int:meeting_id>/tveksamt/<int:doubt_id>/", decisions.settle, "settle", "administrator"),
    _page("angra/", decisions.undo, "undo", "administrator"),
    _page("beslut/", statements.statements, "statements", "signed_in"),
    _page("beslut/<int:statement_id>/", statements.statement, "statement", "signed_in"),
    _page("beslut.csv", statements.statements_csv, "statements_csv", "signed_in"),
    _page("forslag/", suggestions.suggestions, "suggestions", "signed_in"),
    _page("forslag/<int:suggestion_id>/", suggestions.answer, "answer_suggestion", "administrator"),
]

handler400 = errors.bad_request
handler403 = errors.not_allowed
handler404 = errors.not_found
handler500 = errors.broken
