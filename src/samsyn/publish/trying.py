"""A template is tried before it is kept: an invented meeting is written with it and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes import read_notes
from samsyn.publish.reaching_out import require_nothing_from_outside
from samsyn.publish.word_files import write_word_file
from samsyn.publish.words import words_for
from samsyn.reading import Limits, ReadingError
from samsyn.register.errors import TemplateUnusable
from samsyn.register.writing.content import Block, BlockKind, Came, Content, Item

if TYPE_CHECKING:
    from samsyn.minutes import Minutes

EXAMPLE = Content(
    day="2026-04-10",
    starts="10:00",
    ends="12:00",
    place="Stadshuset i Provköping",
    chair="Anna Provsson",
    secretary="Bo Provsson",
    people=(
        Came("Anna Provsson", "Provköpings kommun", present=True),
        Came("Cilla Provsson", "Region Prov", present=False),
    ),
    lists_absent=True,
    items=(
        Item(
            "1",
            "Prov av mallen",
            (
                Block("1", text="Mallen gicks igenom."),
                Block("2", BlockKind.DECISION, "Mallen antas."),
                Block("3", BlockKind.AGREED, "Mallen prövas under våren."),
                Block("4", BlockKind.ACTION, "Skicka ut mallen", "Anna Provsson", "4 maj 2026"),
            ),
        ),
    ),
    next_day="2026-05-08",
)
# What must stand in the file, with its words; without it, what is written would be lost.
WRITTEN = {
    "dag": "10 april 2026",
    "punkternas rubriker": "Prov av mallen",
    "text": "Mallen gicks igenom.",
    "beslut": "Mallen antas.",
    "överenskommet": "Mallen prövas under våren.",
    "åtgärder": "Skicka ut mallen",
    "ansvarig": "Anna Provsson",
    "klart senast": "4 maj 2026",
}


def try_template(template: bytes, *, name: str, limits: Limits) -> list[str]:
    """Write an invented meeting with a template, and read it back.

    Args:
        template: The file.
        name: What it is called.
        limits: How large it may be.

    Returns:
        What was written but not read as what it is, in Swedish; empty where all was.

    Raises:
        TemplateUnusable: It is no Word file, cannot be filled in, or leaves out what is written.
    """
    _require_word_file(template, name, limits)
    made = write_word_file(words_for(EXAMPLE, bodies=["Provgruppen"]), template=template)
    notes = read_notes(made, name="prov.docx", limits=limits).notes[0]
    lost = [what for what, words in WRITTEN.items() if words not in notes.document.text]
    if lost:
        raise TemplateUnusable(f"Mallen skriver inte ut allt. Det här saknas: {', '.join(lost)}.")
    return [what for what, is_read in _read_as(notes.minutes).items() if not is_read]


def _require_word_file(template: bytes, name: str, limits: Limits) -> None:
    """The ordinary reader looks for what is hostile, too large, or another kind of file."""
    try:
        found = read_notes(template, name=name, limits=limits).notes[0].document.format
    except ReadingError as error:
        raise TemplateUnusable(error.message) from error
    if found != "docx":
        raise TemplateUnusable("Välj en Word-fil (.docx).")
    require_nothing_from_outside(template)


def _read_as(minutes: Minutes) -> dict[str, bool]:
    kinds = {statement.kind.value.value: statement for statement in minutes.statements}
    action = kinds.get("assignment")
    return {
        "dag": minutes.held is not None,
        "tid": minutes.start is not None and minutes.end is not None,
        "plats": minutes.place is not None,
        "ordförande": minutes.chair is not None,
        "sekreterare": minutes.secretary is not None,
        "närvaro": [one.present for one in minutes.attendees] == [True, False],
        "punkter": len(minutes.items) == 1,
        "beslut": "decision" in kinds,
        "överenskommet": "agreed_outcome" in kinds,
        "åtgärder": action is not None and action.owner is not None and action.due is not None,
        "nästa möte": minutes.next_meeting is not None,
    }
