"""Blotting out: first all places where the words stand, then one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.accounts.permissions import require
from samsyn.register import service
from samsyn.register.models import Attachment, Blotting, Meeting, SourceVersion
from samsyn.web import words
from samsyn.web.pages import read_numbers, show, signed_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

AROUND = 60  # letters on either side of what is found
SHOWN = 5  # places in each version
EARLIER = 20
WORDS, WHOLE = "ord", "allt"


@dataclass(frozen=True, slots=True)
class Asked:
    """The form, as it was filled in."""

    what: str
    words: str
    everywhere: bool
    with_names: bool
    attachments: frozenset[int]
    reason: str


class Excerpt(NamedTuple):
    """Words where they stand, with what stands around them."""

    before: str
    own: str
    after: str


class Shown(NamedTuple):
    """A version of notes in which the words stand."""

    version: SourceVersion
    name: str
    n_found: int
    excerpts: Sequence[Excerpt]


def blot(request: HttpRequest, meeting_id: int | None = None) -> HttpResponse:
    """Ask what, show where, and do it when it has been looked through."""
    meeting = None
    if meeting_id is not None:
        meeting = get_object_or_404(Meeting.objects.prefetch_related("bodies"), pk=meeting_id)
    require(request.user, "register.blot_out", meeting)
    asked = _read(request, meeting)
    if request.method != "POST":
        return _form(request, meeting, asked)
    try:
        if request.POST.get("steg") == "utplana":
            return _do(request, meeting, asked)
        return _preview(request, meeting, asked)
    except service.RegisterError as error:
        return _form(request, meeting, asked, refused=error.message)


def _do(request: HttpRequest, meeting: Meeting | None, asked: Asked) -> HttpResponse:
    by, on = signed_in(request), timezone.localdate()
    if asked.what == WHOLE and meeting is not None:
        act = service.blot_notes(meeting, attachments=asked.attachments, reason=asked.reason, by=by, on=on)
    else:
        seen = next(iter(read_numbers([request.POST.get("sedda", "")])), 0)
        act = service.blot_out(_wanted(asked, meeting), reason=asked.reason, seen=seen, by=by, on=on)
    text = ngettext("Utplånat: en rad är ändrad.", "Utplånat: %(n)s rader är ändrade.", act.n_rows)
    messages.success(request, text % {"n": act.n_rows})
    if not service.sweep_storage():
        left = _("I databasens filer kan orden ligga kvar: den som sköter servern kör ”samsyn sweep”.")
        messages.warning(request, left)
    return redirect("meeting", meeting.pk) if meeting else redirect("blot")


def _preview(request: HttpRequest, meeting: Meeting | None, asked: Asked) -> HttpResponse:
    """All places, nothing changed yet."""
    service.require_reason(asked.reason, asked.words if asked.what == WORDS else "")
    if asked.what == WHOLE and meeting is not None:
        versions = meeting.versions.defer("document").order_by("number")
        rows = [(row, None) for row in Attachment.objects.filter(meeting=meeting).exclude(source=None)]
        return _show(request, meeting, asked, step="allt", versions=versions, attachments=rows)
    found = service.look_for_words(_wanted(asked, meeting), by=signed_in(request))
    if not (found.n_rows or found.names):
        raise service.CannotBlot(_("Orden finns inte här: se efter hur de står i anteckningarna."))
    return _show(
        request,
        meeting,
        asked,
        step="platser",
        found=found,
        shown=[_shown(version, found) for version in found.versions],
        counts=_counts(found),
        attachments=found.attachments,
    )


def _form(request: HttpRequest, meeting: Meeting | None, asked: Asked, *, refused: str = "") -> HttpResponse:
    earlier = Blotting.objects.select_related("by", "meeting").order_by("-at", "-id")
    return _show(request, meeting, asked, step="fråga", refused=refused, earlier=earlier[:EARLIER])


def _show(
    request: HttpRequest, meeting: Meeting | None, asked: Asked, *, step: str, **context: Any
) -> HttpResponse:
    given = {"refused": "", "earlier": (), "attachments": ()} | context
    return show(
        request,
        "web/blotting/blot.html",
        current="" if meeting else "blot",
        meeting=meeting,
        meeting_name=service.name_of(meeting) if meeting else "",
        asked=asked,
        step=step,
        today=timezone.localdate(),
        **given,
    )


def _read(request: HttpRequest, meeting: Meeting | None) -> Asked:
    sent = request.POST
    return Asked(
        what=WHOLE if sent.get("vad") == WHOLE and meeting else WORDS,
        words=(sent.get("ord") or request.GET.get("ord", "")).replace("\x00", "")[:5000],
        everywhere=meeting is None or sent.get("var") == "overallt",
        with_names=bool(sent.get("namn")),
        attachments=frozenset(read_numbers(sent.getlist("bilaga"))),
        reason=sent.get("orsak", "").replace("\x00", "").strip(),
    )


def _wanted(asked: Asked, meeting: Meeting | None) -> service.BlottingWanted:
    return service.BlottingWanted(
        words=asked.words,
        meeting=None if asked.everywhere else meeting,
        attachments=asked.attachments,
        with_names=asked.with_names,
    )


def _shown(version: SourceVersion, found: service.Places) -> Shown:
    spans = [one.span() for one in found.pattern.finditer(version.text)]
    excerpts = [
        Excerpt(
            _whole_words(_line(version.text[max(0, start - AROUND) : start])[::-1])[::-1],
            _line(version.text[start:end]),
            _whole_words(_line(version.text[end : end + AROUND])),
        )
        for start, end in spans[:SHOWN]
    ]
    return Shown(version, service.name_of(version.meeting), len(spans), excerpts)


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _whole_words(text: str) -> str:
    """Without the word that the end cuts, where it cuts one."""
    return text if len(text) < AROUND else f"{text.rpartition(' ')[0] or text} …"


def _counts(found: service.Places) -> list[tuple[str, int]]:
    """How many rows of each table, in words; what has no word is put together."""
    counts: dict[str, int] = {}
    for name, n in found.sheet.counts().items():
        word = _(words.TABLES.get(name, "Annat"))
        counts[word] = counts.get(word, 0) + n
    return sorted(counts.items())
