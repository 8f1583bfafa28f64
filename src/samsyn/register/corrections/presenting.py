"""Who presents an item, as somebody has written it: names with commas between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.register.corrections.naming import person_named
from samsyn.register.models import Presenter

if TYPE_CHECKING:
    from django.db.models import Model

    from samsyn.register.corrections.understanding import Setting, Written


def presenter_rows(setting: Setting, written: Written) -> list[tuple[Model, dict[str, Any]]]:
    """The rows that change so that those named present the item, nobody else; new ones are made hidden."""
    item, meeting, by = setting.subject, setting.meeting, setting.by
    wanted = list(dict.fromkeys(" ".join(name.split()) for name in written.words.split(",") if name.strip()))
    known = {row.name: row for row in Presenter.objects.filter(item=item).order_by("id")}
    for name in wanted:
        if name not in known:
            person = person_named(meeting, name, chosen="", by=by).row
            known[name] = Presenter.objects.create(item=item, name=name[:300], person=person, removed=True)
    return [(row, {"removed": name not in wanted}) for name, row in known.items()
            if row.removed == (name in wanted)]  # fmt: skip
