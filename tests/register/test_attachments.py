"""Attachments: what notes name, what lies beside them, what came with them in a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.reading.make_docx import archive
from tests.reading.make_eml import PICTURE, eml

from samsyn.history.models import Event
from samsyn.register.intake.attachments import is_named_by, keep_attachment
from samsyn.register.intake.beside import Shelf, is_called_attachment
from samsyn.register.models import Attachment, Meeting
from samsyn.register.service import import_content, import_notes

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db

NOTES = """# Minnesanteckningar Styrgruppen

Datum: 2026-03-10

Närvarande: Rut Vifell, Tage Wrangmark

## 1. Läget

Rut går igenom läget.
{named}

## 2. Tidsplan

Gruppen enades om planen.
"""
SHEET = archive({"xl/workbook.xml": b"<x/>"})


def notes(named: str = "", day: str = "2026-03-10") -> bytes:
    return NOTES.format(named=named).replace("2026-03-10", day).encode()


def write(folder: Path, **files: bytes) -> Path:
    """Files by their names: two underscores are a full stop, three a stroke."""
    for name, content in files.items():
        path = folder / name.replace("___", "/").replace("__", ".").replace("_", " ")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return folder


def results(folder: Path) -> dict[str, str]:
    return {outcome.shown: outcome.result.value for outcome in import_notes([folder])}


def kept() -> list[tuple[str, str, str | None, bool]]:
    """Name shown, file name, heading of the item and whether it is missing."""
    rows = Attachment.objects.order_by("id").select_related("item")
    return [
        (row.shown_name, row.file_name, row.item.heading if row.item else None, row.is_missing)
        for row in rows
    ]


@pytest.mark.parametrize(
    ("named", "file", "expected"),
    [
        pytest.param("\nBilaga 1: Budget", "Bilaga_1__xlsx", ("Bilaga 1: Budget", "Läget"), id="label"),
        pytest.param("\nBilaga 1: Budget", "budget_2026__xlsx", ("Bilaga 1: Budget", "Läget"), id="title"),
        pytest.param(
            "Se ”Budget 2026.xlsx”.", "Budget_2026__xlsx", ("Budget 2026.xlsx", "Läget"), id="file-name"
        ),
        pytest.param("", "möte_budget__xlsx", ("möte budget.xlsx", None), id="named-after-the-notes"),
        pytest.param("", "möte_bilagor___budget__xlsx", ("budget.xlsx", None), id="folder-of-its-own"),
        pytest.param("", "bilagor___budget__xlsx", ("budget.xlsx", None), id="folder-of-attachments"),
        pytest.param("", "Bilaga_budget__xlsx", ("Bilaga budget.xlsx", None), id="called-so"),
    ],
)
def test_a_file_beside_notes_is_kept_with_the_meeting(
    tmp_path: Path, named: str, file: str, expected: tuple[str, str | None]
) -> None:
    """Where the notes name it, with the item that does."""
    write(tmp_path, möte__md=notes(named), **{file: SHEET})
    assert sorted(results(tmp_path).values()) == ["attached", "new"]
    ((shown, _, item, missing),) = kept()
    assert ((shown, item), missing) == (expected, False)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"möte__md": notes(), "budget__xlsx": SHEET}, id="named-nowhere"),
        pytest.param(
            {"möte__md": notes("\nBilaga 1"), "Bilaga_2__xlsx": SHEET, "a__md": notes(day="2026-04-01")},
            id="other-number",
        ),
        pytest.param({"möte__md": notes(), "möte__exe": b"MZ\x90\0"}, id="program"),
        pytest.param(
            {"a__md": notes(), "b__md": notes(day="2026-04-01"), "Bilaga__xlsx": SHEET}, id="two-notes"
        ),
        pytest.param({"a___möte__md": notes(), "b___möte_budget__xlsx": SHEET}, id="other-folder"),
    ],
)
def test_a_file_that_may_belong_elsewhere_is_left(tmp_path: Path, files: dict[str, bytes]) -> None:
    """What is unsure is not attached."""
    write(tmp_path, **files)
    assert "attached" not in results(tmp_path).values()


def test_a_readable_file_that_is_no_notes_is_kept_with_those_it_is_named_after(tmp_path: Path) -> None:
    """It is no failure of the import either."""
    write(tmp_path, möte__md=notes(), möte_bilaga_1_plan__md=b"# Plan\n\nVi b\xc3\xb6rjar i maj.")
    assert results(tmp_path) == {"möte.md": "new", "möte bilaga 1 plan.md": "attached"}


def test_notes_called_an_attachment_of_none_are_read_as_notes(tmp_path: Path) -> None:
    """A name alone takes nothing away."""
    write(tmp_path, Bilaga_1__md=notes(), a__md=notes(day="2026-04-01"), b__md=notes(day="2026-05-01"))
    assert results(tmp_path) == {"a.md": "new", "b.md": "new", "Bilaga 1.md": "new"}


def test_an_attachment_that_is_not_there_is_known_to_be_missing(tmp_path: Path) -> None:
    """The notes name it; nobody has put it there."""
    write(tmp_path, möte__md=notes("\nBilaga 2: Tidsplan för hösten"))
    results(tmp_path)
    assert kept() == [("Bilaga 2: Tidsplan för hösten", "", "Läget", True)]


def test_a_missing_attachment_is_filled_when_its_file_comes(tmp_path: Path) -> None:
    """A later import finds the notes unchanged and the file new."""
    write(tmp_path, möte__md=notes("\nBilaga 2: Tidsplan"))
    results(tmp_path)
    write(tmp_path, Bilaga_2__pptx=archive({"ppt/presentation.xml": b"<x/>"}))
    assert results(tmp_path) == {"möte.md": "known", "Bilaga 2.pptx": "attached"}
    assert kept() == [("Bilaga 2: Tidsplan", "Bilaga 2.pptx", "Läget", False)]


def test_importing_twice_adds_nothing(tmp_path: Path) -> None:
    """The second import knows the files."""
    write(tmp_path, möte__md=notes("\nBilaga 1"), Bilaga_1__xlsx=SHEET)
    results(tmp_path)
    before = (Attachment.objects.count(), Event.objects.count())
    assert set(results(tmp_path).values()) == {"known"}
    assert (Attachment.objects.count(), Event.objects.count()) == before


def test_a_changed_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """The history tells which it was."""
    write(tmp_path, möte__md=notes("\nBilaga 1"), Bilaga_1__xlsx=SHEET)
    results(tmp_path)
    before = Attachment.objects.get().source
    write(tmp_path, Bilaga_1__xlsx=archive({"xl/workbook.xml": b"<y/>"}))
    results(tmp_path)
    assert before is not None
    event = Event.objects.get(what="attachment.replaced")
    assert (Attachment.objects.count(), event.before) == (1, {"sha256": before.sha256})


def test_a_new_version_of_the_notes_keeps_files_and_drops_bare_names(tmp_path: Path) -> None:
    """What is no longer named and never came is gone; a file stays."""
    write(tmp_path, möte__md=notes("\nBilaga 1: Budget\n\nBilaga 2: Plan"), Bilaga_1__xlsx=SHEET)
    results(tmp_path)
    write(tmp_path, möte__md=notes("Allt står still."))
    assert results(tmp_path)["möte.md"] == "version"
    assert kept() == [("Bilaga 1: Budget", "Bilaga 1.xlsx", "Läget", False)]
    assert Attachment.objects.get().start is None


def test_a_file_with_an_identity_number_is_not_kept(tmp_path: Path) -> None:
    """The same check guards this door."""
    sheet = archive({"xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": b"<t>19811218-9876</t>"})
    write(tmp_path, möte__md=notes(), möte_lista__xlsx=sheet)
    (refused,) = (one for one in import_notes([tmp_path]) if one.result == "refused")
    assert refused.message.startswith("”möte lista.xlsx” innehåller ett personnummer")
    assert not Attachment.objects.exists()


def test_what_came_with_notes_in_a_mail_is_kept_with_them() -> None:
    """The mail too, where its letter is no notes: nothing of it is lost."""
    damaged = b"PK\x03\x04" + bytes(200)
    mail = eml("Hej!", möte__md=notes(), bild__png=PICTURE, spel__exe=b"MZ\x90\0", skadad__docx=damaged)
    (outcome,) = import_content(mail, name="brev.eml", by=make.administrator())
    assert (outcome.result, [row[1] for row in kept()]) == ("new", ["bild.png", "brev.eml"])
    assert Meeting.objects.get().versions.get().file_name == "möte.md"


def test_a_mail_with_two_notes_gives_two_meetings(tmp_path: Path) -> None:
    """And a second import knows it."""
    mail = eml("Hej!", a__md=notes(), b__md=notes(day="2026-04-14"))
    write(tmp_path, brev__eml=mail)
    assert results(tmp_path) == {"brev.eml/a.md": "new", "brev.eml/b.md": "new"}
    assert results(tmp_path) == {"brev.eml": "known"}


@pytest.mark.parametrize(
    ("row", "name", "named"),
    [
        pytest.param(Attachment(label="Bilaga 1"), "Bilaga 1.pdf", True, id="label"),
        pytest.param(Attachment(label="Bilaga 1"), "2026_bilaga-1_budget.pdf", True, id="label-within"),
        pytest.param(Attachment(label="Bilaga 1"), "Bilaga 11.pdf", False, id="longer-number"),
        pytest.param(Attachment(label="Bilaga A", title="Bilaga A"), "bil A.pdf", True, id="letter"),
        pytest.param(Attachment(title="Tidsplan"), "tidsplan_v2.pdf", True, id="title"),
        pytest.param(Attachment(title="Plan"), "planering.pdf", False, id="short-title"),
        pytest.param(Attachment(file_name="a b.xlsx"), "a_b.pdf", True, id="file-name"),
        pytest.param(Attachment(file_name="a.xlsx"), "b.xlsx", False, id="other-file-name"),
    ],
)
def test_a_name_in_notes_means_a_file(row: Attachment, name: str, *, named: bool) -> None:
    """By number as a whole word, by title, or by the file's own name."""
    assert is_named_by(row, name) is named


@pytest.mark.parametrize(
    ("file", "owner"),
    [
        pytest.param("a/möte bilaga 1.pdf", "a/möte.docx", id="begins-with-the-name"),
        pytest.param("a/möte-2 bilaga.pdf", "a/möte 2.docx", id="longest-name"),
        pytest.param("a/mötet.pdf", None, id="other-word"),
        pytest.param("a/möte bilagor/x.pdf", "a/möte.docx", id="folder"),
        pytest.param("a/bilagor/x.pdf", None, id="several-notes"),
        pytest.param("b/bilagor/x.pdf", "b/ensam.docx", id="only-notes"),
        pytest.param("b/möte bilaga.pdf", None, id="other-folder"),
    ],
)
def test_names_tell_whose_a_file_is(file: str, owner: str | None) -> None:
    """Names of files and folders, however their words are parted."""
    assert Shelf(["a/möte.docx", "a/möte 2.docx", "b/ensam.docx"]).find_owner(file) == owner


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("bilaga_1.pdf", True),
        ("2026 Bilagor.pdf", True),
        ("bilagor/x.pdf", True),
        ("bilagan.pdf", False),
    ],
)
def test_a_name_says_that_a_file_is_an_attachment(name: str, *, called: bool) -> None:
    """As a word of its own, in the file's name or its folder's."""
    assert is_called_attachment(name) is called


def test_keeping_a_file_twice_changes_nothing() -> None:
    """The very same content is one attachment."""
    meeting = make.meeting()
    assert keep_attachment(meeting.pk, b"x", name="a.pdf", by=None)
    assert not keep_attachment(meeting.pk, b"x", name="b.pdf", by=None)
