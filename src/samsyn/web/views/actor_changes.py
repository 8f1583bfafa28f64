"""What can be changed of a person, a body or an organisation: name, ways of writing it, place, who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may, require
from samsyn.register import service
from samsyn.register.models import Body, Organisation, Person
from samsyn.register.queries.likeness import find_alike, merges_into
from samsyn.register.sight import sight_of
from samsyn.web.forms.network import AliasForm, NameForm, PersonForm, RenamingForm, TreeForm
from samsyn.web.pages import read_numbers, show, signed_in

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event

    Actor = Person | Organisation | Body

MODELS: dict[str, type[Any]] = {"person": Person, "organisation": Organisation, "body": Body}
LISTS = {"person": "people", "organisation": "organisations", "body": "bodies"}
NAME_FORMS: dict[str, type[forms.Form]] = {
    "person": PersonForm,
    "organisation": RenamingForm,
    "body": NameForm,
}
NAMED, MOVED, WRITTEN, UNWRITTEN, MERGED = "namn", "trad", "skrivsatt", "ta-bort", "samma"
LONGEST = 200


def change_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """A person's name and address; for those who write everywhere also spellings, and who it is."""
    return _change(request, "person", person_id, "register.change_person")


def change_organisation(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """An organisation's name from a day, its place in the tree, spellings, and what it is the same as."""
    return _change(request, "organisation", organisation_id, "register.name_actor")


def change_body(request: HttpRequest, body_id: int) -> HttpResponse:
    """A body's name, spellings, and what it is the same as."""
    return _change(request, "body", body_id, "register.name_actor")


def _change(request: HttpRequest, kind: str, pk: int, permission: str) -> HttpResponse:
    actor = get_object_or_404(MODELS[kind].objects.prefetch_related("aliases"), pk=pk)
    require(request.user, permission, actor)
    act, forms_ = request.POST.get("gor", ""), _forms(request, kind, actor)
    if request.method == "POST":
        try:
            event = _do(request, act, actor, forms_)
        except service.RegisterError as error:
            _refuse(request, forms_.get(act), error)
        else:
            if event is not None:
                messages.success(request, _said(act, actor, event), extra_tags=str(event.pk))
                return redirect(f"change_{kind}", pk)
    return _show(request, kind, actor, forms_)


def _show(request: HttpRequest, kind: str, actor: Actor, forms_: dict[str, Any]) -> HttpResponse:
    words = request.GET.get("sok", "")[:LONGEST]
    may_all = may(request.user, "register.merge_actors", actor)
    return show(
        request,
        "web/network/change.html",
        current="bodies",
        kind=kind,
        actor=actor,
        list_page=LISTS[kind],
        forms=forms_,
        refused=[form for form in forms_.values() if form.errors],
        sought=words,
        alike=find_alike(actor, words, sight=sight_of(request.user)) if may_all else (),
        merges=merges_into(actor) if may_all else (),
        may_all=may_all,
        today=timezone.localdate(),
    )


def _forms(request: HttpRequest, kind: str, actor: Any) -> dict[str, forms.Form]:
    """The forms of the page; the one that was sent holds what was sent."""
    act = request.POST.get("gor", "")
    initial: dict[str, Any] = {"name": actor.name, "email": getattr(actor, "email", "")}
    made: dict[str, tuple[type[forms.Form], dict[str, Any]]] = {
        NAMED: (NAME_FORMS[kind], initial),
        WRITTEN: (AliasForm, {}),
    }
    if kind == "organisation":
        made[MOVED] = (TreeForm, {"kind": actor.kind, "parent": actor.parent_id})
    return {
        name: form(request.POST if act == name else None, initial=first, auto_id=f"{name}_%s")
        for name, (form, first) in made.items()
    }


def _do(request: HttpRequest, act: str, actor: Any, forms_: dict[str, forms.Form]) -> Event | None:
    """Do what the pressed button says; None where the form is not filled in right.

    Raises:
        RegisterError: It cannot be done.
    """
    by, form = signed_in(request), forms_.get(act)
    if form is not None and not form.is_valid():
        return None
    filled = form.cleaned_data if form is not None else {}
    if act == NAMED:
        return _rename(actor, filled, by)
    if act == MOVED:
        return service.move_organisation(actor, filled["parent"], kind=filled["kind"], by=by)
    if act == WRITTEN:
        return service.add_alias(actor, filled["name"], by=by)
    asked = next(iter(read_numbers([request.POST.get("vilken", "")])), 0)
    if act == UNWRITTEN:
        return service.remove_alias(actor, asked, by=by)
    if act == MERGED:
        return service.merge_actors(actor, get_object_or_404(type(actor), pk=asked), by=by)
    raise Http404


def _rename(actor: Any, filled: dict[str, Any], by: Any) -> Event:
    if isinstance(actor, Person):
        return service.change_person(actor, name=filled["name"], email=filled["email"], by=by)
    if isinstance(actor, Organisation):
        today = timezone.localdate()
        return service.rename_organisation(
            actor, filled["name"], on=filled["on"], today=today, by=by, why=filled["why"]
        )
    return service.rename_body(actor, filled["name"], by=by)


def _refuse(request: HttpRequest, form: forms.Form | None, error: service.RegisterError) -> None:
    """Say why, above the form that was sent, or on top of the page."""
    if form is None:
        messages.error(request, error.message)
    else:
        form.add_error(None, error.message)


def _said(act: str, actor: Actor, event: Event) -> str:
    if act == MERGED:
        return _("%(one)s och %(other)s är nu en och samma. Det går att ångra när som helst.") % {
            "one": actor.name,
            "other": event.before["right"],
        }
    return {
        NAMED: _("Sparat."),
        MOVED: _("Organisationen har fått sin plats i trädet."),
        WRITTEN: _("Namnet känns nu igen."),
        UNWRITTEN: _("Namnet känns inte längre igen."),
    }[act]
