"""What is said of a plan on screen: the list, one comment, a new one, and contested words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.plan import plans
from tests.web import signed

from samsyn.plan.models import ContestedWord, Plan, PlanComment
from samsyn.register.models import Meeting, Statement

if TYPE_CHECKING:
    from typing import Any

pytestmark = pytest.mark.django_db
LIST = "/plan/synpunkter/"


def plan() -> Plan:
    """A plan with two areas."""
    return plans.plan(areas=("Arbetssätt", "Styrning"))


def said(text: str, *, of: Plan, kind: str = "comment", state: str = "proposed", **more: Any) -> PlanComment:
    """A comment in notes."""
    meeting, _made = Meeting.objects.get_or_create(state="held", start_on=date(2026, 3, 31))
    statement = Statement.objects.create(
        meeting=meeting, kind=kind, text=text, position=Statement.objects.count()
    )
    return PlanComment.objects.create(plan=of, statement=statement, state=state, **more)


def change(row: PlanComment, act: str, **sent: str) -> PlanComment:
    """Press something on a comment's page as one who may."""
    signed.anna().post(f"{LIST}{row.pk}/svar/", {"gor": act, **sent})
    row.refresh_from_db()
    return row


def test_what_waits_longest_stands_first() -> None:
    """By the meeting's day, or the day it was written."""
    made = plan()
    PlanComment.objects.create(plan=made, text="Skriven nu.")
    said("Sagd i mars.", of=made, state="open")
    page = signed.page(signed.bo(), LIST)
    assert page.index("Sagd i mars.") < page.index("Skriven nu.")


def test_it_is_narrowed_by_area_and_state() -> None:
    """An area's own comments and those on its steps."""
    made = plan()
    area = plans.area_of(made)
    PlanComment.objects.create(plan=made, part=plans.step_of(area, 3), text="Om steget.")
    PlanComment.objects.create(plan=made, part=plans.area_of(made, 2), text="Om styrningen.")
    page = signed.page(signed.bo(), f"{LIST}?omrade={area.pk}&lage=vantar")
    assert ("Om steget." in page, "Om styrningen." in page) == (True, False)


def test_a_read_comment_is_taken() -> None:
    """It waits for an answer from then on."""
    assert change(said("Stegen är tydliga.", of=plan()), "ja").state == "open"


def test_a_decided_wish_is_taken_as_decided() -> None:
    """By its own words; the new words are missing."""
    row = said("Texten ses över.", of=plan(), kind="decision")
    PlanComment.objects.update(kind="change_request")
    row = change(row, "ja")
    assert (row.state, row.answer_in_id, row.answer_wording_id) == ("decided", row.statement_id, None)


def test_taking_a_wish_for_a_list_keeps_the_group_unresolved() -> None:
    """Nobody has said yet who is meant."""
    made = plan()
    change(said("Skriv ut vilka ”alla aktörer” är.", of=made), "ja")
    assert list(made.groups.values_list("words", "is_resolved")) == [("alla aktörer", False)]


def test_a_refused_one_is_no_comment() -> None:
    """And stands in no list but its own."""
    row = change(said("Stegen är tydliga.", of=plan()), "nej")
    assert (row.state, "Stegen är tydliga." in signed.page(signed.bo(), LIST)) == ("refused", False)


def test_words_answer_it() -> None:
    """With who and when."""
    row = change(said("För tidigt.", of=plan(), state="open"), "svara", svar="Tiden flyttas.")
    assert (row.state, row.answer, str(row.answered_by)) == ("answered", "Tiden flyttas.", "Anna Alm")


def test_a_decision_answers_it() -> None:
    """One of the notes'."""
    made = plan()
    row = said("För tidigt.", of=made, state="open")
    decision = said("Tiden flyttas till våren.", of=made, kind="decision").statement
    assert decision is not None
    row = change(row, "beslut", beslut=str(decision.pk))
    assert (row.state, row.answer_in) == ("decided", decision)


def test_new_words_answer_it() -> None:
    """A version of the part's."""
    made = plan()
    step = plans.step_of(plans.area_of(made), 3)
    row = said("Otydligt.", of=made, state="open", part=step)
    wording = step.wordings.get()
    row = change(row, "lydelse", lydelse=str(wording.pk))
    assert (row.state, row.answer_wording) == ("answered", wording)


def test_what_somebody_has_answered_meanwhile_is_not_overwritten() -> None:
    """The form says what it showed."""
    row = said("För tidigt.", of=plan(), state="open")
    assert change(row, "svara", svar="Nej.", sedd="0000000000").state == "open"


def test_somebody_writes_one() -> None:
    """With a wish, it is one for other words, of those in force."""
    made = plan()
    step = plans.step_of(plans.area_of(made), 3)
    sent = {"part": str(step.pk), "text": "Otydligt.", "wish": "Vi prövar i två enheter."}
    signed.anna().post(f"{LIST}ny/?del={step.pk}", sent)
    row = PlanComment.objects.get()
    assert (row.part, row.kind, row.wording) == (step, "change_request", step.wordings.get())


def test_a_part_shows_what_is_said_of_it() -> None:
    """And not of others."""
    made = plan()
    area = plans.area_of(made)
    said("Tydligt område.", of=made, part=area)
    said("Otydlig styrning.", of=made, part=plans.area_of(made, 2))
    page = signed.page(signed.bo(), f"/plan/delar/{area.pk}/")
    assert ("Tydligt område." in page, "Otydlig styrning." in page) == (True, False)


def test_what_drafts_say_is_not_shown_to_all() -> None:
    """Only to those who see the notes."""
    row = said("Ur ett utkast.", of=plan())
    Meeting.objects.update(notes_state="draft")
    client = signed.bo()
    found = client.get(f"{LIST}{row.pk}/").status_code
    assert (found, "Ur ett utkast." in signed.page(client, LIST)) == (404, False)


def test_as_many_questions_for_many_comments_as_for_one() -> None:
    """Rows ask nothing by themselves."""
    made, client = plan(), signed.bo()
    said("Den första.", of=made)
    client.get(LIST)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    for number in range(20):
        said(f"Nummer {number}.", of=made, part=plans.area_of(made))
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(many) <= len(one)


def test_a_contested_word_is_marked_by_hand() -> None:
    """With better ones and why."""
    sent = {
        "gor": "lagg-till",
        "ord": "Handlingsplan",
        "hellre": "planering, plan",
        "varfor": "läses som krav",
    }
    signed.anna().post("/plan/ord/andra/", {"gor": "lagg-till", **sent})
    row = ContestedWord.objects.get()
    assert (row.word, row.instead, row.state) == ("handlingsplan", ["planering", "plan"], "taken")


@pytest.mark.parametrize(("act", "state"), [("ja", "taken"), ("nej", "refused")])
def test_a_read_word_is_taken_or_refused(act: str, state: str) -> None:
    """A refused one is gone from the page."""
    row = ContestedWord.objects.create(word="krav", state="proposed")
    client = signed.anna()
    client.post("/plan/ord/andra/", {"gor": act, "rad": str(row.pk)})
    row.refresh_from_db()
    assert (row.state, "”krav”" in signed.page(client, "/plan/ord/")) == (state, act == "ja")


def test_a_comment_has_its_history() -> None:
    """Also one that was read in notes."""
    row = said("Sagd i mars.", of=plan(), state="open")
    change(row, "svara", svar="Texten ses över.")
    page = signed.page(signed.bo(), f"/historik/plancomment/{row.pk}/")
    assert "Texten ses över." in page


def test_the_history_of_what_an_unfinished_meeting_said_is_closed() -> None:
    """As its notes are."""
    row = said("Sagd i mars.", of=plan())
    Meeting.objects.update(notes_state="draft")
    assert signed.bo().get(f"/historik/plancomment/{row.pk}/").status_code == 404
