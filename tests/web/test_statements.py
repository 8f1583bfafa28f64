"""The list of decisions and actions: filters, rows in place, paging and CSV."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.http import QueryDict
from django.utils import timezone
from tests import make
from tests.web import signed, specimens

from samsyn.matters.models import FollowUp
from samsyn.minutes.records import OwnerKind
from samsyn.register.models import ActionReport, Body, Organisation, Statement
from samsyn.web.filters import period_options, read_chosen, read_period
from samsyn.web.views import statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

pytestmark = pytest.mark.django_db


def taken_in() -> None:
    """Two meetings with five binding statements."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())


def rows(query: str = "") -> list[str]:
    """The words of the rows that a filter shows."""
    return shown_to(signed.bo(), query)


def shown_to(client: Client, query: str) -> list[str]:
    """The words of the rows that somebody sees."""
    html = signed.page(client, f"/beslut/?{query}")
    found = re.findall(r'class="source row-toggle".*?>(.*?)</a>', html, flags=re.DOTALL)
    return [words.strip() for words in found]


DECIDED = "Den nya överenskommelsen godkänns."
AGREED = "Frågan får mer tid på ett kommande möte."
TASK = "Berit Alm tar fram ett förslag till kontaktväg till 15/4."
STEP3 = "texten till steg 3 skrivs om före sommaren"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        pytest.param("", [DECIDED, TASK, AGREED, STEP3], id="all-latest-first"),
        pytest.param("sort=decision", [DECIDED, STEP3], id="kind"),
        pytest.param("sort=action", [TASK], id="actions"),
        pytest.param("sort=need", ["Behov av en gemensam kontaktväg lyfts."], id="kind-that-binds-nobody"),
        pytest.param("agare=finns", [TASK], id="with-owner"),
        pytest.param("datum=saknas", [DECIDED, AGREED, STEP3], id="without-date"),
        pytest.param("ord=kommande", [AGREED], id="words"),
        pytest.param("ord=alm", [TASK], id="words-in-owner"),
        pytest.param("period=2026-2", [], id="half-year-without-meetings"),
        pytest.param("lage=bekraftat", [], id="confirmed"),
        pytest.param("sort=decision&ord=steg", [STEP3], id="two-choices"),
        pytest.param(
            "sort=bort&organ=x&period=9999&lage=kanske", [DECIDED, TASK, AGREED, STEP3], id="nonsense"
        ),
    ],
)
def test_a_filter_shows_what_it_says(query: str, shown: list[str]) -> None:
    """Choices narrow the list together; what makes no sense is left out."""
    taken_in()
    assert rows(query) == shown


def test_a_body_shows_its_meetings() -> None:
    """Of a joint meeting, either body will do."""
    taken_in()
    body = Body.objects.get(name__startswith="Skolnät")
    assert rows(f"organ={body.pk}") == [DECIDED, TASK, AGREED]


def test_an_organisation_shows_what_its_people_own() -> None:
    """Berit came from Flen."""
    taken_in()
    flen = Organisation.objects.get(name__startswith="Flen")
    assert rows(f"organisation={flen.pk}") == [TASK]


def test_a_quick_filter_says_how_many_it_would_show() -> None:
    """Each with its count, and taken away by a second click."""
    taken_in()
    html = signed.page(signed.bo(), "/beslut/?agare=saknas")
    chips = re.findall(
        r'class="chip" href="([^"]*)"( aria-current="true")?>(.*?) <span class="count">(\d+)', html
    )
    assert ("/beslut/?", ' aria-current="true"', "Ägare saknas", "3") in chips


def test_a_filter_without_rows_offers_all() -> None:
    """An empty answer has a way on."""
    taken_in()
    assert "Inga rader med det här filtret." in signed.page(signed.bo(), "/beslut/?ord=zebra")


def test_an_empty_register_says_what_comes() -> None:
    """The first day there is nothing to filter."""
    assert "Inga beslut och åtgärder än." in signed.page(signed.bo(), "/beslut/")


def test_an_open_row_shows_the_words_in_their_place() -> None:
    """The sentence lit within what stands around it."""
    taken_in()
    said = Statement.objects.get(text=STEP3)
    html = signed.page(signed.bo(), f"/beslut/?oppen={said.pk}")
    assert f'Det beslutades att <mark class="quote-lit">{STEP3}</mark>.' in html


def test_a_row_opens_in_place() -> None:
    """With script only the row comes, open."""
    taken_in()
    said = Statement.objects.get(text=STEP3)
    response = signed.bo().get(f"/beslut/{said.pk}/?oppen=1", headers={"HX-Request": "true"})
    html = response.content.decode().strip()
    assert (html.startswith(f'<tbody id="statement-{said.pk}"'), "quote-lit" in html) == (True, True)


def test_opened_by_itself_a_row_is_a_page() -> None:
    """With the words in their surroundings."""
    taken_in()
    said = Statement.objects.get(text=STEP3)
    html = signed.page(signed.bo(), f"/beslut/{said.pk}/")
    assert ("<h1>" in html, "quote-lit" in html) == (True, True)


def test_csv_has_the_rows_of_the_filter() -> None:
    """Head and one line a row, in the same order as on the page."""
    taken_in()
    text = signed.bo().get("/beslut.csv?sort=decision").content.decode("utf-8-sig")
    table = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert [(row["Dag"], row["Källans ord"]) for row in table] == [
        ("2026-03-12", DECIDED),
        ("2026-02-03", STEP3),
    ]


def test_an_owner_is_shown_in_full() -> None:
    """Initials are shown as the name that they stand for, where that is known."""
    said = make.Said(text="EE bokar rum i Flen.", action=True, owner="EE", owner_kind=OwnerKind.PERSON)
    make.meeting(came=(make.Came(name="Ebba Ek"),), said=(said,))
    cell = re.search(r'class="cell-owner"[^>]*>(.*?)</td>', signed.page(signed.bo(), "/beslut/"))
    assert cell is not None
    assert re.fullmatch(r'<a href="/personer/\d+/">Ebba Ek</a>', cell[1])


TERSE = {"headings": ("Nytt reglemente",), "said": (make.Said(text="Bifalles.", item=0),)}


@pytest.mark.parametrize("path", ["/", "/beslut/"])
def test_a_word_alone_is_shown_with_its_heading(path: str) -> None:
    """What "Bifalles." was said of stands before it, in what needs attention and in the list."""
    make.meeting(**TERSE)
    shown = re.sub(r"<[^>]+>", "", signed.page(signed.bo(), path))
    assert "Nytt reglemente: Bifalles." in shown


def test_words_that_say_enough_stand_alone() -> None:
    """Where the words say what they are about, the heading is not said twice."""
    make.meeting(
        headings=("Nytt reglemente",), said=(make.Said(text="Det nya reglementet bifalles.", item=0),)
    )
    assert rows() == ["Det nya reglementet bifalles."]


def test_csv_has_the_heading_beside_the_words() -> None:
    """The words stay the source's own; the heading has a column."""
    make.meeting(**TERSE)
    text = signed.bo().get("/beslut.csv").content.decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(text), delimiter=";")
    assert (row["Källans ord"], row["Punkt"]) == ("Bifalles.", "Nytt reglemente")


def test_csv_is_written_a_part_at_a_time_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody takes the server's memory with a sheet; the last line says that there is more."""
    monkeypatch.setattr(statements, "AT_A_TIME", 2)
    monkeypatch.setattr(statements, "MOST_ROWS", 3)
    taken_in()
    bo = signed.bo()
    text = bo.get("/beslut.csv").content.decode("utf-8-sig")
    _head, *some, last = csv.reader(StringIO(text), delimiter=";")
    more = ["Fler rader finns: välj ett organ eller en tid."]
    assert ([row[3] for row in some], last) == (shown_to(bo, "")[:3], more)


def test_csv_has_all_pages() -> None:
    """What the page shows in portions, the file has whole."""
    make.meeting(said=tuple(make.Said(text=f"Beslut nummer {n}.") for n in range(60)))
    text = signed.bo().get("/beslut.csv").content.decode("utf-8-sig")
    assert len(text.splitlines()) == 61


def test_a_long_list_comes_in_portions() -> None:
    """Fifty on a page, the rest on the next, with the filter kept."""
    make.meeting(said=tuple(make.Said(text=f"Beslut nummer {n}.") for n in range(60)))
    client = signed.bo()
    assert [len(shown_to(client, f"ord=nummer&sida={page}")) for page in (1, 2)] == [50, 10]


@pytest.mark.parametrize(
    ("code", "period"),
    [
        ("2026", (date(2026, 1, 1), date(2027, 1, 1))),
        ("2026-1", (date(2026, 1, 1), date(2026, 7, 1))),
        ("2026-2", (date(2026, 7, 1), date(2027, 1, 1))),
        ("2026-3", None),
        ("0000", None),
        ("9999", None),
        ("i går", None),
    ],
)
def test_a_period_is_half_open(code: str, period: tuple[date, date] | None) -> None:
    """The first day after does not count."""
    assert read_period(code) == period


def test_only_periods_with_meetings_are_offered() -> None:
    """Latest first, a year before its halves."""
    offered = period_options([date(2026, 3, 1), date(2025, 9, 1), None])
    assert [option.word for option in offered] == ["2026", "Våren 2026", "2025", "Hösten 2025"]


def test_an_address_keeps_the_other_choices() -> None:
    """Changing one choice leaves the rest as they are."""
    chosen = read_chosen(QueryDict("ord=en+plan&sort=decision"))
    assert chosen.address(sort="") == "ord=en+plan"


def test_words_without_sense_find_nothing() -> None:
    """A nought character is no word: PostgreSQL would refuse the question."""
    assert "<h1>" in signed.page(signed.anna(), "/beslut/?ord=%00")


def test_a_quick_filter_shows_what_has_passed() -> None:
    """Only what is to be done and whose last day lies behind."""
    done_by = make.Said(text="Ebba kallar till mötet.", action=True, due=date(2026, 2, 1))
    make.meeting(said=(done_by, make.Said(text="Senare.", action=True, due=date(2100, 2, 1))))
    assert rows("datum=passerat") == ["Ebba kallar till mötet."]


def moved(said: Statement, to: date) -> None:
    """Somebody has said another last day since."""
    FollowUp.objects.create(
        statement=said, due_changed=True, due_start=to, due_end=to + timedelta(1), due_precision="day",
        due_words=to.isoformat(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("since", "passed"),
    [
        pytest.param(lambda said: None, True, id="nothing-said-since"),
        pytest.param(lambda said: moved(said, date(2100, 2, 1)), False, id="moved-ahead"),
        pytest.param(
            lambda said: ActionReport.objects.create(statement=said, state="done", at=timezone.now()),
            False,
            id="done",
        ),
        pytest.param(
            lambda said: FollowUp.objects.create(statement=said, ended_on=date(2026, 2, 2)), False, id="ended"
        ),
    ],
)
def test_what_has_passed_is_told_by_what_was_said_since(
    since: Callable[[Statement], object], passed: bool
) -> None:
    """A day that was moved, and what is done or ended, has not passed, whatever the notes say."""
    make.meeting(said=(make.Said(text="Ebba kallar till mötet.", action=True, due=date(2026, 2, 1)),))
    since(Statement.objects.get())
    assert (rows("datum=passerat") == ["Ebba kallar till mötet."]) == passed


def test_the_order_by_time_is_by_the_time_that_holds() -> None:
    """What was moved goes to its new place; the row and the sheet say the new day."""
    make.meeting(said=(EARLY, LATE))
    moved(Statement.objects.get(text="Först."), date(2026, 5, 1))
    client = signed.anna()
    sheet = signed.page(client, "/beslut.csv?ordning=klart").splitlines()
    told = "ändrad sedan mötet" in signed.page(client, "/beslut/")
    assert (rows("ordning=klart"), told, sheet[2].split(";")[6:8]) == (
        ["Sedan.", "Först."], True, ["1 maj 2026", "senast 2026-02-01"],
    )  # fmt: skip


EARLY = make.Said(text="Först.", action=True, owner="Bo", due=date(2026, 2, 1))
LATE = make.Said(text="Sedan.", action=True, owner="Anna", due=date(2026, 3, 1))
NEVER = make.Said(text="Utan dag.", action=True)


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        ("", ["Sedan.", "Utan dag.", "Först."]),
        ("aldst", ["Först.", "Sedan.", "Utan dag."]),
        ("klart", ["Först.", "Sedan.", "Utan dag."]),
        ("klart-sist", ["Sedan.", "Först.", "Utan dag."]),
        ("agare", ["Sedan.", "Först.", "Utan dag."]),
        ("agare-sist", ["Först.", "Sedan.", "Utan dag."]),
        ("bakvant", ["Sedan.", "Utan dag.", "Först."]),
    ],
)
def test_a_head_orders_the_list(order: str, shown: list[str]) -> None:
    """What lacks the thing ordered by comes last, either way."""
    make.meeting(on=date(2026, 1, 1), said=(EARLY,), name="januari.txt")
    make.meeting(on=date(2026, 2, 1), said=(LATE, NEVER), name="februari.txt")
    assert rows(f"ordning={order}") == shown


def test_a_pressed_head_turns_the_order() -> None:
    """The head says how the list is ordered, and its link the other way."""
    taken_in()
    html = signed.page(signed.bo(), "/beslut/?sort=action&ordning=klart")
    head = '<th scope="col" aria-sort="ascending"><a class="order" href="/beslut/?{}">'
    assert head.format("sort=action&amp;ordning=klart-sist") in html
