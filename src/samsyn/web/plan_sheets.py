"""A plan's workbook between the page that takes it and the page that shows what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _

from samsyn.plan.service import PlanUnusable
from samsyn.plan.sheets.reading import Cell, Sheet, read_book
from samsyn.plan.sheets.understanding import Understood, understand

if TYPE_CHECKING:
    from django.http import HttpRequest

KEY = "plan_sheet"


class Kept(NamedTuple):
    """A workbook that has been read and waits for an answer.

    Attributes:
        name: What the file is called.
    """

    name: str
    said: Understood


def keep_sheet(request: HttpRequest, *, of: int) -> None:
    """Read the workbook that a form sent, and keep its cells with the session until it is answered.

    Args:
        request: With the file as `fil`.
        of: Id of the plan that it is for; 0 for a new one.

    Raises:
        PlanUnusable: There is none, or it cannot be read.
    """
    file = request.FILES.get("fil")
    if file is None:
        raise PlanUnusable(_("Välj Excelfilen."))
    name = file.name or "plan.xlsx"
    sheets = read_book(file.read(), name=name)
    rows = [[sheet.name, [[list(cell) for cell in row] for row in sheet.rows]] for sheet in sheets]
    request.session[KEY] = {"of": of, "name": name, "sheets": rows}


def kept_sheet(request: HttpRequest, *, of: int) -> Kept | None:
    """The workbook that waits; None where none does, or one for another plan."""
    held = request.session.get(KEY)
    if not held or held["of"] != of:
        return None
    sheets = [
        Sheet(name, tuple(tuple(Cell(*cell) for cell in row) for row in rows))
        for name, rows in held["sheets"]
    ]
    return Kept(held["name"], understand(sheets))


def drop_sheet(request: HttpRequest) -> None:
    """Keep it no longer."""
    request.session.pop(KEY, None)


def _sheet(name: str, rows: list[list[list[Any]]]) -> Sheet:
    return Sheet(name, tuple(tuple(Cell(*cell) for cell in row) for row in rows))
