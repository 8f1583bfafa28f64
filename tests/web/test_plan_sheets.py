"""A plan as a workbook on its pages: fetched, chosen, shown, taken."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from tests import make
from tests.plan import plans
from tests.plan.test_sheets import CHANGED, HEAD, SIMPLE, book
from tests.web import signed

from samsyn.plan.models import Part, Plan, PlanComment, Wording
from samsyn.plan.sheets.telling import tell_plan
from samsyn.plan.sheets.writing import Table, write_book
from samsyn.register.models import Person
from samsyn.register.service import protect_person

if TYPE_CHECKING:
    from django.test import Client

    from samsyn.plan.sheets.writing import Value

pytestmark = pytest.mark.django_db


def file(content: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile("plan.xlsx", content)


def chosen(client: Client, plan: Plan, content: bytes) -> str:
    """The page after a workbook was chosen."""
    return client.post(f"/plan/{plan.pk}/las-in/", {"fil": file(content)}, follow=True).content.decode()


def stamp(html: str) -> str:
    """The sign of the proposal that a page shows."""
    return html.split('name="sedd" value="')[1].split('"', maxsplit=1)[0]


def test_the_workbook_is_fetched() -> None:
    """As a file of its own."""
    plan = plans.plan()
    response = signed.bo().get(f"/plan/{plan.pk}/plan.xlsx")
    opened = load_workbook(BytesIO(response.content))
    assert (opened.sheetnames[0], response["Content-Disposition"].startswith("attachment")) == ("Plan", True)


def test_a_workbook_names_nobody_who_is_hidden() -> None:
    """The file is looked through before it is made."""
    plan, anna = plans.plan(), make.administrator()
    siv = Person.objects.create(name="Siv Sandelin", key="siv sandelin")
    PlanComment.objects.create(plan=plan, text="Siv Sandelin tycker att steget är bra.", by=anna)
    protect_person(siv, why="Hot.", by=anna)
    opened = load_workbook(BytesIO(signed.bo().get(f"/plan/{plan.pk}/plan.xlsx").content))
    cells = [str(cell.value) for sheet in opened for row in sheet.iter_rows() for cell in row]
    assert [text for text in cells if "Siv" in text or "Sandelin" in text] == []


def test_a_workbook_is_shown_before_it_is_kept() -> None:
    """With how much would change, and nothing does."""
    plan = plans.plan()
    html = chosen(signed.anna(), plan, book(Blad1=CHANGED))
    told = "Tre nya delar, en ändrad lydelse, en ändrad tid och en ändrad uppföljning. Inget är sparat än."
    assert (told in html, Wording.objects.filter(number__gt=1).count()) == (True, 0)


def test_a_proposal_is_taken() -> None:
    """With why the words become others; all of it can be taken back in one."""
    plan, client = plans.plan(), signed.anna()
    html = chosen(client, plan, book(Blad1=CHANGED))
    answer = {"gor": "ta", "sedd": stamp(html), "varfor": "Efter mötet."}
    taken = client.post(f"/plan/{plan.pk}/las-in/", answer, follow=True).content.decode()
    back = [one.split('"')[0] for one in taken.split('name="handelse" value="')[1:]]
    made = Part.objects.count()
    client.post("/angra/", {"handelse": back, "next": "/plan/"})
    assert ("Planen är ändrad efter filen." in taken, made, Part.objects.count()) == (True, 13, 10)


def test_what_moves_goes_and_stays_is_shown_before_it_is_kept() -> None:
    """Why a part goes is asked for, and what the file does not have is named."""
    plan = plans.plan(n_steps=3)
    content = write_book([Table("Plan", tell_plan(plan, on=date(2026, 11, 22))[0].head, _gone(plan))])
    html = chosen(signed.anna(), plan, content)
    told = ("En del som utgår och en ny ordning.", "Varför delarna utgår", "Fyra delar i planen finns inte")
    assert [words for words in told if words not in html] == []


def _gone(plan: Plan) -> list[list[Value]]:
    """The rows of the first area, its last step first and its first one going."""
    rows = [list(row) for row in tell_plan(plan, on=date(2026, 11, 22))[0].rows[:4]]
    rows[1][10] = "utgår"
    return [rows[0], rows[3], rows[1], rows[2]]


def test_a_proposal_without_reason_stays() -> None:
    """It is asked for, and nothing is lost."""
    plan, client = plans.plan(), signed.anna()
    html = chosen(client, plan, book(Blad1=CHANGED))
    again = client.post(f"/plan/{plan.pk}/las-in/", {"gor": "ta", "sedd": stamp(html)}, follow=True)
    text = again.content.decode()
    assert ("Skriv varför lydelserna ändras." in text, "Inget är sparat än." in text) == (True, True)


def test_a_proposal_is_let_go() -> None:
    """The page is then as before."""
    plan, client = plans.plan(), signed.anna()
    chosen(client, plan, book(Blad1=CHANGED))
    html = client.post(f"/plan/{plan.pk}/las-in/", {"gor": "slang"}, follow=True).content.decode()
    assert "Det här ändras" not in html


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Hej", "plan.xlsx"),
        (book(Blad1=(HEAD, ("A", "1", "Ring 19121212-1212"))), "Blad1, C2"),
        (book(Blad1=(HEAD, ("Arbetssätt",))), "inget ändras"),
    ],
    ids=["no-workbook", "identity-number", "nothing"],
)
def test_what_is_wrong_with_a_file_is_said(content: bytes, said: str) -> None:
    """In words, by cell."""
    html = chosen(signed.anna(), plans.plan(), content)
    assert (said in html, 'value="ta"' in html) == (True, False)


def test_an_identity_number_is_neither_kept_nor_shown() -> None:
    """Not even with the session."""
    plan, client = plans.plan(), signed.anna()
    html = chosen(client, plan, book(Blad1=(HEAD, ("A", "1", "Ring 19121212-1212"))))
    assert ("19121212-1212" in html, "plan_sheet" in client.session) == (False, False)


def test_another_plans_proposal_is_not_shown() -> None:
    """A file is for the plan that it was chosen for."""
    plan, other, client = plans.plan(), plans.plan(name="En annan"), signed.anna()
    chosen(client, plan, book(Blad1=CHANGED))
    assert "Det här ändras" not in signed.page(client, f"/plan/{other.pk}/las-in/")


def test_a_plan_is_made_of_a_workbook() -> None:
    """Shown first, then made without choosing the file again."""
    client = signed.anna()
    fields = {"satt": "excel", "name": "Plan 2"}
    shown = client.post("/plan/ny/", {**fields, "fil": file(book(Blad1=SIMPLE))}).content.decode()
    none = Plan.objects.count()
    client.post("/plan/ny/", {**fields, "gor": "plan"})
    assert ("Så förstås texten" in shown, none, Part.objects.filter(kind="step").count()) == (True, 0, 3)


def test_a_workbook_that_is_wrong_makes_no_plan() -> None:
    """It is said what to put right."""
    content = book(Blad1=(HEAD, ("A", "1", "Ring 19121212-1212")))
    html = signed.anna().post(
        "/plan/ny/", {"satt": "excel", "name": "Plan 2", "gor": "plan", "fil": file(content)}
    )
    assert ("Blad1, C2" in html.content.decode(), Plan.objects.count()) == (True, 0)
