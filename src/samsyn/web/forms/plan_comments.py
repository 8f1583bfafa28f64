"""The form of a comment on a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.plan.models import Part
from samsyn.plan.service import CommentWanted
from samsyn.web.forms.plain import PlainForm

if TYPE_CHECKING:
    from samsyn.plan.models import Plan

LONGEST = 4000


class CommentForm(PlainForm):
    """What somebody wants to say, and of what."""

    part = forms.ChoiceField(label=gettext_lazy("Gäller"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Synpunkt"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": gettext_lazy("Skriv vad du vill säga.")},
    )
    wish = forms.CharField(
        label=gettext_lazy("Önskad lydelse"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 2, "data-remarks": "milestone", "data-has-time": "1"}),
        help_text=gettext_lazy("Om du vill se andra ord: skriv dem här."),
    )
    of_time = forms.BooleanField(label=gettext_lazy("Det gäller tiden"), required=False)

    def __init__(self, *args: Any, plan: Plan, **more: Any) -> None:
        """Offer the parts of one plan."""
        super().__init__(*args, **more)
        self.plan = plan
        rows = Part.objects.filter(plan=plan, withdrawn_on=None).select_related("parent")
        ordered = rows.order_by(F("parent").asc(nulls_first=True), "number", "pk")
        self.parts = {str(part.pk): part for part in ordered}
        field = self.fields["part"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Hela planen")), *((key, _name(one)) for key, one in self.parts.items())]

    def wanted(self) -> CommentWanted:
        """What it says, once it is valid."""
        said = self.cleaned_data
        part = self.parts.get(said["part"])
        return CommentWanted(self.plan, said["text"], part, said["wish"], of_time=said["of_time"])


def _name(part: Part) -> str:
    """A part's name, after its area's or step's."""
    return f"{part.parent.name}: {part.name}" if part.parent else part.name
