"""What is taken out can be put back, and is the same."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.plan import plans

from samsyn.accounts.models import SignIn, User
from samsyn.accounts.service import save_view
from samsyn.mail.service import LetterLink, Link, send_trial
from samsyn.matters.models import (
    DutyTurn,
    FollowUp,
    HandOver,
    HandOverBody,
    Knot,
    Matter,
    MatterLink,
    MatterRelation,
    Reminder,
    ReminderChoice,
    TermGroup,
)
from samsyn.matters.service import ExecutionSaid, open_parties, tell_execution, write_reply
from samsyn.register.exchange.tables import TABLES, rows
from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import (
    ActionReport,
    Attachment,
    BlottedFile,
    Blotting,
    Body,
    IndexedMeeting,
    Meeting,
    NotesComment,
    Organisation,
    Person,
    Posting,
    Source,
    SourceVersion,
    Statement,
    Word,
)
from samsyn.register.service import (
    ExportUnusable,
    RegisterNotEmpty,
    SeatWanted,
    begin_draft,
    choose_template,
    confirm_value,
    decline_seat,
    export_register,
    finalise_notes,
    open_seat,
    publish_notes,
    reject_value,
    restore_register,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


def fill() -> None:
    """A register with something in every table that an import or a decision writes to."""
    anna = make.administrator()
    SignIn.objects.create(user=anna, outcome=SignIn.Outcome.IN, address="192.0.2.7", browser="Firefox")
    save_view("statements", "Sent", "datum=passerat", by=anna)
    make.secretary(Body.objects.create(name="Länsstyrgruppen för prov", key="länsstyrgruppen för prov"))
    said = (
        make.Said(text="Planen godkänns.", item=0, owner="Ebba", due=date(2026, 5, 1)),
        make.Said(text="Tas vidare.", refers_to=date(2026, 4, 10)),
    )
    came = (make.Came(name="Ebba Ek", affiliation="Flen", on_behalf_of="Länsstyrgruppen"),)
    common: dict[str, Any] = {"headings": ("Plan",), "came": came, "doubts": ("statements[0].owner",)}
    meeting = make.meeting(said=said, next_on=date(2026, 10, 9), **common)
    confirm_value(meeting.values.get(field="due"), by=anna, why="Står i anteckningarna; ”så”.")
    reject_value(meeting.values.get(field="owner"), by=anna)
    ebba, body = Person.objects.all()[0], Body.objects.all()[0]
    open_seat(SeatWanted(person=ebba, body=body), by=anna)
    decline_seat(body, Person.objects.create(name="Siv Sand", key="siv sand"), by=anna)
    mail = send_trial(to="bo@exempel.se", by=anna, on=date(2026, 3, 1))
    LetterLink.objects.create(mail=mail, link=Link.objects.all()[0], number=1)
    keep_attachment(meeting.pk, b"budget", name="budget.xlsx", by=anna)
    Attachment.objects.create(meeting=meeting, item=meeting.items.get(), label="Bilaga 2", start=1, end=9)
    make.imported(
        make.reading(said=said, also=("Mer",), name="ny.txt", **common),
        make.reading(notice=True, on=date(2026, 11, 1)),
        make.reading(came=(make.Came(name="Ebba Ekk"),), on=date(2026, 12, 1)),
    )
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="draft")
    version = SourceVersion.objects.get(meeting=meeting, is_current=True)
    NotesComment.objects.create(meeting=meeting, version=version, text="Bra.", address="bo@exempel.se")
    finalise_notes(meeting, seen=2, addresses=["bo@exempel.se"], by=anna, on=date(2026, 3, 9))
    publish_notes(meeting, seen=2, by=anna)
    blotting = Blotting.objects.create(by=anna, reason="Prov.", meeting=meeting)
    BlottedFile.objects.create(blotting=blotting, old_sha256="0" * 64, new_sha256="1" * 64)
    make.imported(make.reading(said=said, also=("Allra sist",), name="sist.txt", **common))
    ActionReport.objects.create(statement=Statement.objects.all()[0], state="done", text="Nu.", by=anna)
    fill_writing(Body.objects.all()[0], by=anna)
    fill_rooms(meeting, by=anna)


def fill_writing(body: Body, *, by: User) -> None:
    """Notes that are being written, and a template for them."""
    begin_draft(body, on=date(2027, 1, 7), agenda=["Planen"], by=by)
    choose_template(body, b"mall\x00\xff", name="mall.docx", by=by)


def fill_rooms(meeting: Meeting, *, by: User) -> None:
    """A row in each table of what stands on the register."""
    fill_matters(meeting)
    plans.fill_plan(by=by)


def fill_matters(meeting: Meeting) -> None:
    """A row in each table of the red thread."""
    TermGroup.objects.create(words=["SIP", "samordnad individuell plan"])
    one, other = Matter.objects.create(name="Planen"), Matter.objects.create(name="Hjälpmedel")
    item = meeting.items.all()[0]
    Knot.objects.create(matter=one, meeting=meeting, item=item)
    MatterRelation.objects.create(one=one, other=other)
    statement = Statement.objects.all()[0]
    DutyTurn.objects.create(statement=statement, meeting=meeting, state="missed")
    ReminderChoice.objects.create(address="bo@exempel.se", pace="daily")
    Reminder.objects.create(address="bo@exempel.se", on=date(2026, 3, 9)).statements.add(statement)
    FollowUp.objects.create(statement=statement, ended_because="Klart.")
    MatterLink.objects.create(
        left_meeting=meeting, right_meeting=meeting, strength="strong", score=0.93, left_item=item
    )
    said, anna = meeting.statements.all()[0], User.objects.get(is_administrator=True)
    tell_execution(said, ExecutionSaid("carried_out", "12 maj 2026"), by=anna)
    open_parties(said, Organisation.objects.all()[:1], by=anna)
    write_reply(said, Organisation.objects.all()[0], "Det är klart.", by=anna)
    sent = HandOver.objects.create(meeting=meeting, item=item, asked="Vem ringer?", to_words="styrgruppen")
    HandOverBody.objects.create(hand_over=sent, body=Body.objects.all()[0])


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, and the originals."""
    tables = {table: list(rows(table)) for table in TABLES}
    originals = [
        {"content": bytes(content)}
        for content in Source.objects.order_by("pk").values_list("content", flat=True)
    ]
    return {**tables, "originals": originals}


def empty() -> None:
    """Take everything out of the database, past all rules."""
    for index in (Posting, Word, IndexedMeeting):
        index._default_manager.all().delete()
    for model in reversed(TABLES.values()):
        model._base_manager.all()._raw_delete("default")


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """An export of a filled register, whose database is then emptied."""
    fill()
    export_register(tmp_path / "ut")
    empty()
    return tmp_path / "ut"


def test_restored_register_is_the_same(tmp_path: Path) -> None:
    """Table by table, row by row, and byte by byte."""
    fill()
    before = everything()
    export_register(tmp_path / "ut")
    empty()
    restore_register(tmp_path / "ut")
    assert everything() == before


def test_filled_register_has_rows_in_the_tables_that_are_written_to() -> None:
    """The comparison above compares something."""
    fill()
    assert {table for table, model in TABLES.items() if not model._default_manager.exists()} == {
        "body_alias", "organisation_alias", "person_alias", "earlier_name", "presenter",
    }  # fmt: skip


def test_what_is_restored_is_found(exported: Path) -> None:
    """The index of search is no part of an export: it is made anew."""
    restore_register(exported)
    meetings = Meeting.objects.exclude(versions=None).count()
    assert IndexedMeeting.objects.exclude(first=None).count() >= meetings > 0


def test_new_rows_come_after_the_restored_ones(exported: Path) -> None:
    """Counting goes on where it was."""
    restore_register(exported)
    highest = max(Meeting.objects.values_list("pk", flat=True))
    assert make.meeting(on=date(2027, 1, 1), also=("Nytt",)).pk > highest


def test_csv_holds_the_same_rows_as_json_lines(exported: Path) -> None:
    """One row in the sheet for each line."""
    with (exported / "csv" / "value.csv").open(encoding="utf-8", newline="") as sheet:
        in_sheet = [row["words"] for row in csv.DictReader(sheet)]
    lines = (exported / "tables" / "value.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert in_sheet == [json.loads(line)["words"] for line in lines]


def test_passwords_are_not_taken_out(exported: Path) -> None:
    """An export is no way to try passwords."""
    line, *_ = (exported / "tables" / "user.jsonl").read_text(encoding="utf-8").splitlines()
    assert set(json.loads(line)) == {"id", "email", "name", "is_administrator", "is_active", "joined_at"}


def test_export_into_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    """Nothing is written over."""
    (tmp_path / "annat.txt").write_text("kvar")
    with pytest.raises(ExportUnusable, match="inte en tom mapp"):
        export_register(tmp_path)


def test_others_may_not_export(tmp_path: Path) -> None:
    """Somebody without a role is refused."""
    with pytest.raises(PermissionDenied):
        export_register(tmp_path / "ut", by=make.user())


def test_restore_into_a_filled_register_is_refused(exported: Path) -> None:
    """Two registers are never mixed."""
    make.meeting()
    with pytest.raises(RegisterNotEmpty):
        restore_register(exported)


def test_changed_table_is_refused(exported: Path) -> None:
    """A file that is not what it was is not read."""
    with (exported / "tables" / "person.jsonl").open("a", encoding="utf-8") as table:
        table.write("\n")
    with pytest.raises(ExportUnusable, match="saknas eller är ändrad"):
        restore_register(exported)


def test_changed_original_is_refused_and_nothing_is_kept(exported: Path) -> None:
    """Whole or not at all."""
    next((exported / "sources").iterdir()).write_bytes(b"annat")
    with pytest.raises(ExportUnusable, match="saknas eller är ändrad"):
        restore_register(exported)
    assert not Meeting.objects.exists()


def test_folder_without_manifest_is_no_export(exported: Path) -> None:
    """An export that was interrupted has no manifest."""
    (exported / "manifest.json").unlink()
    with pytest.raises(ExportUnusable, match="ingen export"):
        restore_register(exported)


def test_export_of_another_version_is_refused(exported: Path) -> None:
    """What a later version wrote is not guessed at."""
    manifest = json.loads((exported / "manifest.json").read_text())
    (exported / "manifest.json").write_text(json.dumps(manifest | {"version": 999}))
    with pytest.raises(ExportUnusable, match="annan version"):
        restore_register(exported)


def test_interrupted_export_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk gives no half export."""
    fill()

    def full(folder: Path, table: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("samsyn.register.exchange.writing._write_table", full)
    with pytest.raises(OSError, match="No space"):
        export_register(tmp_path / "ut")
    assert list(tmp_path.iterdir()) == []


def test_moved_export_can_be_restored(exported: Path, tmp_path: Path) -> None:
    """Nothing in it says where it lay."""
    shutil.move(exported, tmp_path / "annan plats")
    assert restore_register(tmp_path / "annan plats")["meeting"] > 0


def test_sheets_run_no_formulas(tmp_path: Path) -> None:
    """The notes' words come from anybody, and sheets are opened by a double click."""
    make.meeting(said=(make.Said(text="=HYPERLINK(1)"),))
    export_register(tmp_path / "ut")
    with (tmp_path / "ut" / "csv" / "statement.csv").open(encoding="utf-8", newline="") as sheet:
        assert [row["text"] for row in csv.DictReader(sheet)] == ["'=HYPERLINK(1)"]


def test_export_opens_for_its_owner_only(exported: Path) -> None:
    """It holds all the notes."""
    assert exported.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "change",
    [{"sha256": None}, {"rows": []}, {"sha256": {}, "rows": {}}, {"sha256": {"../x": "0"}}],
    ids=["no-hashes", "no-rows", "nothing", "outside"],
)
def test_crafted_manifest_is_refused(exported: Path, change: dict[str, Any]) -> None:
    """A manifest that somebody wrote is no way past the checks."""
    manifest = json.loads((exported / "manifest.json").read_text())
    (exported / "manifest.json").write_text(json.dumps(manifest | change))
    with pytest.raises(ExportUnusable):
        restore_register(exported)
