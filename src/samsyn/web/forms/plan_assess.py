"""What is sent when an actor assesses itself: a step, since when, what is needed and what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.service import Claimed, EvidenceWanted, PlanUnusable
from samsyn.web.plan_posts import read_day, read_upload
from samsyn.web.swedish import day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.core.files.uploadedfile import UploadedFile

    from samsyn.plan.models import Assessment, Part
    from samsyn.plan.queries.actor import ActorSeen, AreaSeen

    Files = Mapping[str, UploadedFile[bytes]]

NOT_BEGUN = "0"


@dataclass(frozen=True, slots=True)
class AreaForm:
    """The fields of an area, filled with what was sent, else with what was said last.

    Attributes:
        chosen: Id of the step as text; "0" for not begun, empty where nothing is chosen.
    """

    seen: AreaSeen
    chosen: str = ""
    since: str = ""
    needs: str = ""
    text: str = ""
    address: str = ""
    dated_on: str = ""

    @property
    def has_evidence(self) -> bool:
        """Whether something was written that shows the step."""
        return bool(self.text or self.address or self.dated_on)


def forms_of(seen: ActorSeen, sent: Mapping[str, str] | None = None) -> list[AreaForm]:
    """A form for each area that the actor is part of."""
    return [_sent_form(one, sent) if sent is not None else _last_form(one) for one in seen.inside]


def _last_form(seen: AreaSeen) -> AreaForm:
    last = seen.last
    if last is None:
        return AreaForm(seen)
    return AreaForm(seen, str(last.step_id or NOT_BEGUN), _since(last), last.needs)


def _since(last: Assessment) -> str:
    """Since when, as it was written, or else as a day."""
    return last.since_words or (day(last.since_on) if last.since_on else "")


def _sent_form(seen: AreaSeen, sent: Mapping[str, str]) -> AreaForm:
    return AreaForm(
        seen,
        *(
            sent.get(f"{name}-{seen.area.pk}", "").replace("\x00", "")
            for name in ("steg", "sedan", "behov", "underlag", "lank", "dag")
        ),
    )


def claims_of(forms: Sequence[AreaForm], files: Files | None = None) -> list[Claimed]:
    """What is said in the forms in which a step is chosen.

    Raises:
        PlanUnusable: A step is none of the area's, a day is none, or something shows a step that is not said.
    """
    said = []
    for form in forms:
        shown = _shown(form, (files or {}).get(f"fil-{form.seen.area.pk}"))
        if form.chosen:
            step = _step(form)
            said.append(Claimed(form.seen.area, step, form.since, form.needs, shown=shown))
        elif shown is not None:
            raise PlanUnusable(f"Välj steg i {form.seen.area}: underlaget ska visa ett steg.")
    return said


def unchanged(seen: ActorSeen) -> list[Claimed]:
    """What was said last, once more."""
    return claims_of([_last_form(one) for one in seen.inside])


def _step(form: AreaForm) -> Part | None:
    """The chosen step.

    Raises:
        PlanUnusable: It is none of the area's.
    """
    if form.chosen == NOT_BEGUN:
        return None
    for one in form.seen.steps:
        if str(one.part.pk) == form.chosen:
            return one.part
    raise PlanUnusable(f"Steget finns inte längre i {form.seen.area}: välj ett av dem som står där.")


def _shown(form: AreaForm, file: UploadedFile[bytes] | None) -> EvidenceWanted | None:
    if not form.has_evidence and file is None:
        return None
    return EvidenceWanted(form.text, form.address, read_day(form.dated_on), *read_upload(file))
