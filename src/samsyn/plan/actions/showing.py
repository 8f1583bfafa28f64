"""Keep what shows that an actor stands where it says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings

from samsyn.plan.actions.recording import record
from samsyn.plan.checks import clean_line, clean_text
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Evidence, EvidenceKind, ProposalState
from samsyn.reading import Limits, ReadingError, search_file
from samsyn.register.models import BlottedFile, Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Actor, Part
    from samsyn.register.models import Statement

LONGEST_ADDRESS = 1000
LONGEST_FILE_NAME = 255
MEGABYTE = 1_000_000
OPENED = ("http", "https")
# What shows something is read, never run: who opens it must not have to ask who sent it.
SHOWN = (
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".md", ".xls", ".xlsx", ".ods", ".csv",
    ".ppt", ".pptx", ".odp", ".eml", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic",
)  # fmt: skip
_SORTS = "ett dokument, ett kalkylblad, en presentation, en PDF eller en bild"


@dataclass(frozen=True, slots=True)
class EvidenceWanted:
    """What shows a step: at least words, an address, a file or words in notes.

    Attributes:
        dated_on: The day of which it tells; None for today.
        file_name: The file's own name, where `content` is one.
        statement: Words in notes.
    """

    text: str = ""
    address: str = ""
    dated_on: date | None = None
    file_name: str = ""
    content: bytes = b""
    statement: Statement | None = None

    @property
    def kind(self) -> EvidenceKind:
        """What it is; a file says more than an address, and that more than words."""
        if self.content:
            return EvidenceKind.FILE
        if self.address:
            return EvidenceKind.LINK
        return EvidenceKind.WORDS if self.statement else EvidenceKind.TOLD


def keep_evidence(
    actor: Actor, area: Part, step: Part | None, wanted: EvidenceWanted, *, on: date, by: User | None
) -> Event:
    """Write what shows a step; whoever calls has asked whether they may.

    Raises:
        PlanUnusable: There is no step or nothing that shows it, it is of a day to come, the address cannot be
            opened, or the file cannot be kept.
    """
    if step is None:
        raise PlanUnusable("Säg vilket steg underlaget visar.")
    text, address = clean_text(wanted.text), _address(wanted.address)
    if not (text or address or wanted.content or wanted.statement):
        raise PlanUnusable("Skriv vad som visar det, eller lägg till en länk eller en fil.")
    dated_on = wanted.dated_on or _said_on(wanted.statement) or on
    if dated_on > on:
        raise PlanUnusable("Underlaget har ett datum som inte varit än. Skriv den dag som det berättar om.")
    _require_new(actor, step, wanted.statement)
    made = Evidence.objects.create(
        actor=actor,
        area=area,
        step=step,
        kind=wanted.kind,
        dated_on=dated_on,
        text=text,
        address=address,
        source=keep_file(wanted.content, wanted.file_name) if wanted.content else None,
        file_name=clean_line(wanted.file_name, longest=LONGEST_FILE_NAME) if wanted.content else "",
        statement=wanted.statement,
        by=by,
    )
    after = {
        "actor": actor.pk, "part": area.pk, "step": str(step), "dated_on": dated_on.isoformat(),
        "text": text, "address": address, "file_name": made.file_name, "statement": made.statement_id,
    }  # fmt: skip
    return record(made, "evidence.added", by=by, after=after)


def with_words(wanted: EvidenceWanted, said: Sequence[Statement]) -> list[EvidenceWanted]:
    """What shows a step, once for each of the words in notes; a link and a file go with the first."""
    if not said:
        return [wanted]
    more = replace(wanted, address="", file_name="", content=b"")
    return [replace(wanted if number == 0 else more, statement=words) for number, words in enumerate(said)]


def _said_on(said: Statement | None) -> date | None:
    """The day of the meeting at which something was said."""
    return said.meeting.start_on if said is not None else None


def _require_new(actor: Actor, step: Part, said: Statement | None) -> None:
    """Go on only if words do not show a step already.

    Raises:
        PlanUnusable: They do.
    """
    held = actor.evidence.filter(step=step, statement=said, state=ProposalState.TAKEN, withdrawn_on=None)
    if said is not None and held.exists():
        raise PlanUnusable("Orden är redan underlag för steget.")


def require_small(name: str, size: int) -> None:
    """Go on only if a file may be kept by its size, in bytes; asked before it is read.

    Raises:
        PlanUnusable: It is too large.
    """
    if size > settings.SAMSYN_MAX_BYTES:
        most = settings.SAMSYN_MAX_BYTES // MEGABYTE
        raise PlanUnusable(f"”{name}” är större än {most} MB: dela filen eller ta bort bilder ur den.")


def keep_file(content: bytes, name: str) -> Source:
    """A file, byte for byte, once for all that hold it.

    Raises:
        PlanUnusable: It is too large, of a kind that shows nothing, holds an identity number, cannot be
            searched, or was taken out.
    """
    require_small(name, len(content))
    if not name.lower().endswith(SHOWN):
        raise PlanUnusable(f"”{name}” är ingen sort som kan visa något. Skicka {_SORTS}.")
    try:
        search_file(content, name=name, limits=Limits(file=settings.SAMSYN_MAX_BYTES))
    except ReadingError as error:
        raise PlanUnusable(error.message) from error
    sha = hashlib.sha256(content).hexdigest()
    if BlottedFile.objects.filter(old_sha256=sha).exists():
        raise PlanUnusable(f"”{name}” har plånats ut ur registret och kan inte läggas till igen.")
    made, _ = Source.objects.get_or_create(sha256=sha, defaults={"content": content, "size": len(content)})
    return made


def _address(text: str) -> str:
    """An address that a browser opens as a page.

    Raises:
        PlanUnusable: It is another.
    """
    line = clean_line(text, longest=LONGEST_ADDRESS)
    if not line:
        return ""
    try:
        parts = urlsplit(line)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in OPENED or not parts.hostname or " " in line:
        raise PlanUnusable("Länken ska börja med https:// eller http://.")
    return line
