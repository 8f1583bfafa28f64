"""What the forms of a plan send: days, numbers of rows, and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.plan.service import PlanUnusable, require_small
from samsyn.web.pages import asked_day, read_numbers

if TYPE_CHECKING:
    from datetime import date

    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpRequest


def read_day(text: str) -> date | None:
    """The day of a browser's field for days; None where it is empty.

    Raises:
        PlanUnusable: Something else stands there, or a day that nobody can mean.
    """
    if not text.strip():
        return None
    found = asked_day(text.strip())
    if found is None:
        raise PlanUnusable("Skriv dagen som 2026-08-31.")
    return found


def read_upload(file: UploadedFile[bytes] | None) -> tuple[str, bytes]:
    """Name and bytes of a file that was sent; empty where there is none. It is measured before it is read.

    Raises:
        PlanUnusable: It is too large, or empty.
    """
    if file is None:
        return "", b""
    name = (file.name or "fil").replace("\x00", "")
    if not file.size:
        raise PlanUnusable(f"”{name}” är tom. Välj en annan fil.")
    require_small(name, file.size)
    return name, file.read()


def posted_number(request: HttpRequest, name: str) -> int:
    """The number of a row that a form sends; 0, which no row has, where it sends none."""
    return next(iter(read_numbers([request.POST.get(name, "")])), 0)


def posted_line(request: HttpRequest, name: str) -> str:
    """What stands in a field, without the sign that no database takes."""
    return request.POST.get(name, "").replace("\x00", "")
