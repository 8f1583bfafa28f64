"""A plan goes out as a workbook and comes in as a proposal of changes."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from time import process_time
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from tests import make
from tests.plan import plans

from samsyn.plan import service
from samsyn.plan.models import Checking, Evidence, Outside, Part, Period, Plan, PlanComment, Wording
from samsyn.plan.service import PlanUnusable
from samsyn.plan.sheets.proposing import propose_changes, wanted_parts
from samsyn.plan.sheets.reading import read_book
from samsyn.plan.sheets.telling import tell_plan
from samsyn.plan.sheets.understanding import Understood, understand
from samsyn.plan.sheets.writing import Table, write_book
from samsyn.register.service import ChangedMeanwhile, undo_event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

DAY = date(2026, 11, 22)
HEAD = ("Område", "Steg", "Lydelse", "Milstolpe", "När", "Uppföljning")
SIMPLE = (
    HEAD,
    ("Arbetssätt", "1. Veta", "Ledningen vet.", None, "till årsskiftet", None),
    (None, None, None, "Alla rektorer har fått en genomgång.", date(2027, 6, 1), "Enkät i juni"),
    (None, "2. Pröva", "Två ärenden har prövats.", None, None, None),
    ("Styrning", "1. Veta", None, None, 2027, None),
)


def book(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook as somebody writes it."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def said(content: bytes) -> Understood:
    """What a workbook says."""
    return understand(read_book(content, name="plan.xlsx"))


def filled() -> Plan:
    """A plan with everything that its workbook tells."""
    plan = plans.plan(areas=("Arbetssätt", "Styrning"))
    area = plans.area_of(plan)
    step = plans.step_of(area, 1)
    milestone = Part.objects.create(plan=plan, kind="milestone", parent=step, name="Alla vet")
    Wording.objects.create(part=milestone, text="=Alla vet.\nOch kan.")
    Checking.objects.create(part=milestone, how="Enkät", who="Processledarna", when_words="i maj")
    actor = plans.actor(plan)
    Period.objects.create(
        part=step, words="till årsskiftet", start_on=date(2026, 12, 15), end_on=date(2027, 1, 16)
    )
    Period.objects.create(
        part=step, actor=actor, words="hösten 2027", reached_on=DAY, reached_because="Allt."
    )
    Outside.objects.create(actor=actor, part=plans.area_of(plan, 2), why="Har ingen skola.")
    plans.assessment(actor, area, 2, needs="Tid")
    plans.evidence(actor, area, 2)
    return plan


def sheet(plan: Plan, name: str) -> Worksheet:
    """A sheet of a plan's workbook, as a spreadsheet program opens it."""
    found: Worksheet = load_workbook(BytesIO(write_book(tell_plan(plan, on=DAY))))[name]
    return found


@pytest.mark.django_db
def test_the_workbook_tells_all_of_the_plan() -> None:
    """On five sheets, the head of each in sight."""
    plan = filled()
    PlanComment.objects.create(plan=plan, text="För tidigt.", by=make.administrator())
    opened = load_workbook(BytesIO(write_book(tell_plan(plan, on=DAY))))
    assert [(one.title, one.max_row, one.freeze_panes) for one in opened.worksheets] == [
        ("Plan", 12, "A2"),
        ("Tider", 3, "A2"),
        ("Aktörer", 2, "A2"),
        ("Bedömningar", 3, "A2"),
        ("Synpunkter", 2, "A2"),
    ]


@pytest.mark.django_db
def test_no_cell_is_a_formula() -> None:
    """Words that begin as one are text, here and in the program that opens it."""
    cells = [cell for row in sheet(filled(), "Plan").iter_rows() for cell in row if cell.value is not None]
    assert {(cell.data_type, str(cell.value)[:1] == "=") for cell in cells} == {
        ("s", False), ("s", True), ("n", False),
    }  # fmt: skip


@pytest.mark.django_db
def test_days_are_days() -> None:
    """A spreadsheet program counts with them; the last day is the last that counts."""
    row = [cell.value for cell in sheet(filled(), "Tider")[2]]
    days = [f"{value:%Y-%m-%d}" for value in row if isinstance(value, date)]
    assert days == ["2026-12-15", "2027-01-15"]


@pytest.mark.django_db
def test_claim_and_evidence_stand_apart() -> None:
    """Each with its own day."""
    plan = filled()
    Evidence.objects.update(dated_on=date(2026, 8, 1))
    row = [cell.value for cell in sheet(plan, "Bedömningar")[2]]
    days = [f"{value:%Y-%m-%d}" for value in row if isinstance(value, date)]
    assert (row[3], row[9], days) == (
        "2. Steg 2",
        "Rutin antagen.",
        ["2026-09-01", "2026-09-01", "2026-08-01"],
    )


@pytest.mark.django_db
def test_a_workbook_that_nobody_changed_changes_nothing() -> None:
    """Out and in again."""
    plan = filled()
    proposal = propose_changes(plan, said(write_book(tell_plan(plan, on=DAY))))
    assert (proposal.changes, proposal.wrong, proposal.untouched) == ((), (), ())


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_texts_come_back_as_they_went(rows: list[tuple[str, str]]) -> None:
    """Whatever they begin with, apart from spaces around them."""
    found = read_book(write_book([Table("Blad", ("A", "B"), rows)]), name="x.xlsx")[0].rows[1:]
    back = [cell.text for row in found for cell in row]
    assert back == [text.strip() for row in rows for text in row if text.strip()]


def test_a_simple_layout_is_understood() -> None:
    """Empty cells repeat the area and step above; a milestone has the row's time and follow-up."""
    lines = [
        (one.kind, one.top, one.number, one.name, one.text, one.when, one.how)
        for one in said(book(Blad1=SIMPLE)).lines
    ]
    asked = "Alla rektorer har fått en genomgång"
    assert lines == [
        ("step", "Arbetssätt", 1, "Veta", "Ledningen vet.", "till årsskiftet", ""),
        ("milestone", "Arbetssätt", 1, asked, f"{asked}.", "2027-06-01", "Enkät i juni"),
        ("step", "Arbetssätt", 2, "Pröva", "Två ärenden har prövats.", "", ""),
        ("step", "Styrning", 1, "Veta", "", "2027", ""),
    ]


@pytest.mark.django_db
def test_a_plan_is_made_of_a_simple_layout() -> None:
    """With words, times and follow-up."""
    parts = wanted_parts(said(book(Blad1=SIMPLE)))
    service.make_plan(service.PlanWanted("Plan", parts), on=DAY, by=make.administrator())
    assert (
        list(Part.objects.filter(kind="step").order_by("pk").values_list("parent__name", "number", "name")),
        list(Wording.objects.order_by("pk").values_list("text", flat=True)),
        list(Period.objects.order_by("pk").values_list("words", "precision")),
        Checking.objects.get().how,
    ) == (
        [("Arbetssätt", 1, "Veta"), ("Arbetssätt", 2, "Pröva"), ("Styrning", 1, "Veta")],
        ["Ledningen vet.", "Alla rektorer har fått en genomgång.", "Två ärenden har prövats."],
        [("till årsskiftet", "turn_of_year"), ("2027-06-01", "day"), ("2027", "year")],
        "Enkät i juni",
    )


CHANGED = (
    HEAD,
    ("Arbetssätt", "Steg 1", "Ledningen vet.", None, "tidigast 2028", "Enkät"),
    ("Arbetssätt", "5. Sprida", "Andra län kan se det.", None, None, None),
    ("Uppföljning", "1. Mäta", None, None, None, None),
)


@pytest.mark.django_db
def test_what_would_change_is_told_before_it_does() -> None:
    """New parts, other words, times and follow-up; what is not in the file stays."""
    plan = filled()
    actors = (("Aktör", "Ingår inte i", "Varför"), ("Gnestas skola", "hela planen", "Pausar."))
    plans.organisation("Gnestas skola")
    proposal = propose_changes(plan, said(book(Blad1=CHANGED, Aktörer=actors)))
    counts = {"wording": 1, "time": 1, "checking": 1, "new": 3, "actor": 1, "outside": 1}
    assert (proposal.counts, proposal.wrong, len(proposal.untouched), proposal.needs_reason) == (
        counts, (), 10, True,
    )  # fmt: skip


@pytest.mark.django_db
def test_a_proposal_is_taken_and_taken_back() -> None:
    """All of it in one, and the file then changes nothing more."""
    anna, plan, read = make.administrator(), filled(), said(book(Blad1=CHANGED))
    before = list(Wording.objects.order_by("pk").values_list("part", "text"))
    stamp = propose_changes(plan, read).stamp
    events = service.take_sheet(plan, read, seen=stamp, why="Efter mötet.", on=DAY, by=anna)
    left = propose_changes(plan, read).changes
    [undo_event(event, by=anna) for event in reversed(events)]
    back = list(Wording.objects.order_by("pk").values_list("part", "text"))
    assert (left, back == before, propose_changes(plan, read).stamp) == ((), True, stamp)


WRONG = {
    "no-head": ({"Blad1": (("Hej", "på"), ("dig", "där"))}, "Inget blad har en rubrikrad"),
    "no-area": ({"Blad1": (HEAD, (None, "1. Veta"))}, "Blad1, B2: Raden säger inte vilket område"),
    "sort": ({"Blad1": (("Sort", "Område"), ("Sak", "A"))}, "Skriv Målbild, Område, Steg eller Milstolpe"),
    "meaning": ({"Blad1": (("Område", "Steg", "Betyder"), ("A", "1", "kanske"))}, "Blad1, C2: Skriv test"),
    "key": ({"Blad1": (("Område", "Steg", "Nyckel"), ("A", "1", 999999))}, "Nyckeln 999999 finns inte"),
    "actor": ({"Blad1": (("Aktör", "Varför"), ("Ingen alls", None))}, "Ingen organisation heter Ingen alls"),
    "why": ({"Blad1": (("Aktör", "Ingår inte i"), ("Flens skola", "hela planen"))}, "Skriv varför"),
    "of-what": (
        {"Blad1": (("Aktör", "Ingår inte i", "Varför"), ("Flens skola", "Månen", "Långt bort."))},
        "Ingen del i planen heter Månen",
    ),
    "time-of-nothing": (
        {"Tider": (("Område", "Aktör", "När"), ("Månen", None, "i maj"))},
        "Ingen del i planen",
    ),
    "time-of-nobody": (
        {"Tider": (("Område", "Aktör", "När"), ("Arbetssätt", "Ingen alls", "i maj"))},
        "Ingen alls är ingen av planens aktörer",
    ),
    "day": (
        {"Tider": (("Område", "Aktör", "När", "Nått"), ("Arbetssätt", None, "i maj", "snart"))},
        "Tider, D2: Skriv dagen som",
    ),
    "unshown": (
        {"Tider": (("Område", "Aktör", "När", "Nått"), ("Arbetssätt", None, "i maj", DAY))},
        "Skriv vad som visar",
    ),
    "area-checked": ({"Blad1": (("Område", "Uppföljning"), ("Arbetssätt", "Enkät"))}, "Ett helt område"),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("sheets", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_by_cell_and_nothing_is_taken(
    sheets: dict[str, Sequence[Sequence[object]]], told: str
) -> None:
    """Not even what is right beside it."""
    plan, read = filled(), said(book(**sheets))
    proposal = propose_changes(plan, read)
    with pytest.raises(PlanUnusable):
        service.take_sheet(plan, read, seen=proposal.stamp, why="x", on=DAY, by=make.administrator())
    assert any(told in f"{one.at}: {one.said}" for one in proposal.wrong)


@pytest.mark.django_db
def test_a_proposal_of_a_plan_that_has_changed_is_shown_anew() -> None:
    """Nobody takes what they have not seen."""
    anna, plan, read = make.administrator(), filled(), said(book(Blad1=CHANGED))
    stamp = propose_changes(plan, read).stamp
    service.tell_period(plans.step_of(plans.area_of(plan), 1), "i maj", on=DAY, by=anna)
    with pytest.raises(ChangedMeanwhile):
        service.take_sheet(plan, read, seen=stamp, why="Efter mötet.", on=DAY, by=anna)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("why", "rows"), [("", CHANGED), ("x", (HEAD, ("Arbetssätt",)))], ids=["why", "same"]
)
def test_a_file_without_reason_or_change_is_refused(why: str, rows: Sequence[Sequence[object]]) -> None:
    """It is said which."""
    plan, read = filled(), said(book(Blad1=rows))
    stamp = propose_changes(plan, read).stamp
    with pytest.raises(PlanUnusable, match=r"Skriv varför|ändrar inget"):
        service.take_sheet(plan, read, seen=stamp, why=why, on=DAY, by=make.administrator())


@pytest.mark.django_db
def test_a_reader_takes_no_file() -> None:
    """The plan is the process leaders' own work."""
    plan, read = filled(), said(book(Blad1=CHANGED))
    with pytest.raises(PermissionDenied):
        service.take_sheet(plan, read, seen="", why="x", on=DAY, by=make.reader())


def test_an_identity_number_comes_no_further() -> None:
    """The file is refused before anything of it is kept, and its cell is named."""
    with pytest.raises(PlanUnusable, match="Blad1, C2: här står något"):
        read_book(book(Blad1=(HEAD, ("A", "1", "Ring 19121212-1212"))), name="plan.xlsx")


def archive(**parts: str) -> bytes:
    """An archive with some parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/"), text)
    return out.getvalue()


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Hej",
        archive(word__document="x"),
        archive(**{"xl__workbook.xml": "<a"}),
        archive(**{"xl__workbook.xml": BOMB}),
    ],
    ids=["empty", "text", "word", "damaged", "bomb"],
)
def test_what_is_no_workbook_is_refused_in_words(content: bytes) -> None:
    """And nothing else is raised."""
    with pytest.raises(PlanUnusable):
        read_book(content, name="plan.xlsx")


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINK = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="a"'


def by_hand(
    rows: str, *, sheet: str = f'<sheet name="Plan" {LINK}/>', styles: str = "", text: str = ""
) -> bytes:
    """A workbook that no program writes; its second text is `text`."""
    return archive(
        **{
            "xl__workbook.xml": f"<workbook {MAIN}><sheets>{sheet}</sheets></workbook>",
            "xl___rels__workbook.xml.rels": '<R><R Id="a" Target="s.xml"/></R>',
            "xl__s.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
            "xl__sharedStrings.xml": f"<sst {MAIN}><si><t>Noise {NOISE}</t></si><si><t>{text}</t></si></sst>",
            "xl__styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>",
        }
    )


NOISE = " ".join(str(number * number) for number in range(20_000))  # else it would look like a bomb
LONG = '<row><c r="A2" t="s"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(by_hand(LONG * 2_000, text="a b " * 1_000), "mer text", id="one-text-in-all-cells"),
        pytest.param(by_hand(f"<row>{'<c/>' * 100_001}</row>"), "fler rader", id="one-cell-over-and-over"),
        pytest.param(by_hand("<row/>" * 100_001), "fler rader", id="empty-rows"),
        pytest.param(
            by_hand('<row><c r="A2"><v>1.98507099805E11</v></c></row>'),
            "personnummer",
            id="as-a-power-of-ten",
        ),
        pytest.param(
            by_hand(LONG, sheet=f'<sheet name="198507099805" {LINK}/>', text="a"), "personnummer", id="name"
        ),
    ],
)
def test_a_workbook_is_gone_through_within_bounds(content: bytes, said: str) -> None:
    """Small files that would become large, and numbers where nobody looks."""
    with pytest.raises(PlanUnusable, match=said):
        read_book(content, name="plan.xlsx")


def test_the_format_of_a_number_is_read_as_far_as_excel_has_it() -> None:
    """Two hundred thousand brackets would take an hour; and a part that two sheets share is read once."""
    code = f'<numFmts><numFmt numFmtId="200" formatCode="{"[" * 200_000}"/></numFmts>'
    begun = process_time()
    read = read_book(
        by_hand(LONG, sheet=f'<sheet name="Plan" {LINK}/>' * 2, styles=code, text="a"), name="x.xlsx"
    )
    assert (len(read), process_time() - begun < 5) == (1, True)
