"""The page where notes are written: saved as one types, and as a plain form where nothing is run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samsyn.accounts.permissions import require
from samsyn.matters.queries.carried import followed_at
from samsyn.matters.service import FEW, catch_up, heading_of
from samsyn.publish import service as publish
from samsyn.register import service
from samsyn.register.models import NotesDraft
from samsyn.register.models.states import LOCKED
from samsyn.register.protection import hidden_from
from samsyn.register.sight import sight_of
from samsyn.register.writing.content import content_from_json, content_to_json
from samsyn.register.writing.merging import clashes
from samsyn.web.differences import write_differences
from samsyn.web.forms.writing import as_lines, change, read_form, read_json
from samsyn.web.pages import frame_context, read_numbers, show, signed_in
from samsyn.web.swedish import clock
from samsyn.web.veil import cleared

if TYPE_CHECKING:
    from django.http import HttpRequest

    from samsyn.matters.queries.actions import Action
    from samsyn.register.writing.content import Content

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The page, and what it sends: everything that stands on it, each time."""
    found = own_draft(request, draft_id)
    # What stands here was written by those who see it: a veil over a name would be saved in its place.
    return cleared(_answer(request, found))


def _answer(request: HttpRequest, found: NotesDraft) -> HttpResponse:
    if request.content_type == "application/json":
        return _save_as_typed(request, found)
    if request.method == "POST":
        return _save_form(request, found)
    if found.meeting and found.meeting.notes_state in LOCKED:
        return redirect("meeting", found.meeting.pk)
    return _page(request, found, content_from_json(found.content))


draft.says_where = True  # type: ignore[attr-defined]  # the action refuses an identity number, with its field


def own_draft(request: HttpRequest, draft_id: int) -> NotesDraft:
    """A draft, for somebody who may write it; one that was taken away must be had back first.

    Raises:
        Http404: There is none.
        PermissionDenied: They may not.
    """
    found = get_object_or_404(
        NotesDraft.objects.select_related("body", "meeting", "saved_by"),
        pk=draft_id,
        discarded_at=None,
    )
    require(request.user, "register.write_draft", found.written_for)
    return found


def _save_as_typed(request: HttpRequest, found: NotesDraft) -> JsonResponse:
    """Save, and say what became of it; what two have written is shown to the second."""
    try:
        sent = read_json(request.body)
        content = content_from_json(sent.get("content"))
        seen = sent.get("version")
        kept = service.save_draft(
            found, content, seen=seen if isinstance(seen, int) else 0, by=signed_in(request)
        )
    except service.DraftUnusable as error:
        return JsonResponse({"message": error.message, "field": error.field}, status=422)
    except service.DraftChanged:
        clash = _clash(request, own_draft(request, found.pk), content)
        return JsonResponse({"html": render_to_string("web/writing/clash.html", clash)}, status=409)
    return JsonResponse({"version": kept.version, "at": clock(timezone.localtime(kept.saved_at).time())})


def _save_form(request: HttpRequest, found: NotesDraft) -> HttpResponse:
    """Save the plain form, and do what its button says."""
    wanted = request.POST.get("do", "")
    try:
        if wanted in ("merge", "keep-own", "restore"):
            return _settle(request, found, wanted)
        content, place = change(read_form(request.POST), wanted)
        service.save_draft(found, content, seen=_seen(request), by=signed_in(request))
    except service.DraftUnusable as error:
        return _page(request, found, read_form(request.POST), refused=error)
    except service.DraftChanged:
        return _clash_page(request, found, content)
    return redirect(reverse("draft", args=[found.pk]) + (f"#{place}" if place else ""))


def _settle(request: HttpRequest, found: NotesDraft, wanted: str) -> HttpResponse:
    """What becomes of words that were written beside somebody else's, or never came here."""
    content = content_from_json(read_json(request.POST.get("own", "")))
    try:
        if wanted == "merge":
            service.merge_draft(found, content, by=signed_in(request))
        else:
            service.save_draft(found, content, seen=_seen(request), by=signed_in(request))
    except service.DraftChanged:
        return _clash_page(request, found, content)
    except service.DraftUnusable as error:
        return _page(request, found, content, refused=error)
    return redirect("draft", found.pk)


def _seen(request: HttpRequest) -> int:
    return next(iter(read_numbers([request.POST.get("version", "")])), 0)


def _page(
    request: HttpRequest, found: NotesDraft, content: Content, *, refused: service.DraftUnusable | None = None
) -> HttpResponse:
    return show(
        request,
        "web/writing/draft.html",
        current="drafts",
        draft=found,
        content=content,
        refused=refused,
        followed=_followed(request, found, content),
        today=timezone.localdate(),
    )


def _followed(request: HttpRequest, found: NotesDraft, content: Content) -> list[Action]:
    """What the meeting is to follow up and has no item yet; nothing that names somebody hidden."""
    if found.meeting is None:
        return []
    mask, there = hidden_from(request.user).mask, {item.heading for item in content.items}
    followed = followed_at(found.meeting, on=timezone.localdate(), sees=sight_of(request.user))
    own = [one for one in followed.actions if heading_of(one) not in there]
    return [one for one in own if not mask.is_in(f"{one.statement.text} {one.owner.full_owner}")]


def _clash_page(request: HttpRequest, found: NotesDraft, content: Content) -> HttpResponse:
    clash = _clash(request, own_draft(request, found.pk), content)
    return show(request, "web/writing/clash_page.html", current="drafts", **clash)


def _clash(request: HttpRequest, kept: NotesDraft, own: Content) -> dict[str, Any]:
    """Both, side by side."""
    theirs = content_from_json(kept.content)
    return frame_context(request) | {
        "draft": kept,
        "rows": write_differences(as_lines(theirs), as_lines(own)),
        "clashes": clashes(theirs, own),
        "own": content_to_json(own),
    }


@require_POST
def hand_in(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Save what stands on the page, make the file, and take it in as the meeting's notes.

    A script has saved already, and sends the number of the version alone.
    """
    found, seen = own_draft(request, draft_id), _seen(request)
    content = None
    try:
        if "day" in request.POST:
            content = read_form(request.POST)
            seen = service.save_draft(found, content, seen=seen, by=signed_in(request)).version
        meeting = publish.hand_in(found, seen=seen, by=signed_in(request))
    except service.DraftChanged:
        return _clash_page(request, found, content or content_from_json(found.content))
    except service.RegisterError as error:
        refused = error if isinstance(error, service.DraftUnusable) else service.DraftUnusable(error.message)
        now = own_draft(request, draft_id)
        return _page(request, now, content or content_from_json(now.content), refused=refused)
    catch_up(at_most=FEW)
    messages.success(request, _("Anteckningarna är klara att granskas. Filen är sparad som original."))
    return redirect("meeting", meeting.pk)


@require_POST
def discard(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Throw away what was written."""
    found = own_draft(request, draft_id)
    try:
        service.discard_draft(found, seen=_seen(request), by=signed_in(request))
    except service.DraftChanged as error:
        messages.error(request, error.message)
        return redirect("draft", draft_id)
    messages.success(request, _("Utkastet är borttaget. Det går att ta tillbaka här nere på sidan."))
    return redirect("drafts")


@require_POST
def restore(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Have back what was taken away."""
    found = get_object_or_404(NotesDraft.objects.select_related("body"), pk=draft_id)
    try:
        service.restore_draft(found, by=signed_in(request))
    except service.DraftUnusable as error:
        messages.error(request, error.message)
        return redirect("drafts")
    return redirect("draft", draft_id)


@require_safe
def draft_docx(request: HttpRequest, draft_id: int) -> HttpResponse:
    """What is written so far, as a Word file."""
    return _file(request, draft_id, "docx")


@require_safe
def draft_pdf(request: HttpRequest, draft_id: int) -> HttpResponse:
    """What is written so far, as a PDF."""
    return _file(request, draft_id, "pdf")


def _file(request: HttpRequest, draft_id: int, ending: str) -> HttpResponse:
    found = own_draft(request, draft_id)
    try:
        made = publish.draft_as_pdf(found) if ending == "pdf" else publish.draft_as_word_file(found)
    except service.TemplateUnusable as error:
        messages.error(request, error.message)
        return redirect("draft", draft_id)
    return send_file(made, f"{publish.file_name_of(found)}.{ending}")


def send_file(content: bytes, name: str) -> HttpResponse:
    """A file to be kept, which no browser opens in the page's name; whoever asks has seen whom it names."""
    kind = WORD if name.endswith(".docx") else "application/pdf"
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return cleared(response)
