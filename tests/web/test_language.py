"""Språk: a text is looked through, rules are kept, and remarks stand beside the fields."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import make
from tests.plan import plans
from tests.web import signed

from samsyn.plan.models import ContestedWord, Part, Period, RemarkAnswer, Wording, WordingRule
from samsyn.plan.queries.wording import look_at
from samsyn.register.models import Body, NotesDraft
from samsyn.web.remarked import pieces_of
from samsyn.wording import Kind

pytestmark = pytest.mark.django_db

TEXT = "Alla aktörer ska arbeta med frågan."
RULE = "extends: existence\nmessage: Nej\ntokens: [frågan]\n"


def milestone(text: str = TEXT) -> Part:
    """A milestone with words."""
    step = plans.step_of(plans.area_of(plans.plan()), 1)
    made = Part.objects.create(plan=step.plan, kind="milestone", parent=step, name="Alla vet")
    Wording.objects.create(part=made, text=text)
    return made


def test_a_pasted_text_is_shown_with_its_remarks() -> None:
    """The words are marked and numbered; each remark says why and what to do; nothing is kept."""
    page = signed.bo().post("/sprak/prova/", {"text": TEXT, "sort": "milestone"}).content.decode()
    assert '<mark class="remarked-words">Alla</mark>' in page
    assert "Fyra anmärkningar." in page
    assert "Vilka? Skriv ut dem, eller välj en namngiven grupp." in page
    assert 'name="svar"' not in page


def test_the_countys_contested_words_are_listed() -> None:
    """Those that somebody has marked, with the better ones."""
    ContestedWord.objects.create(word="handlingsplan", instead=["planering", "strategisk planering"])
    ContestedWord.objects.create(word="mall", state="proposed")
    page = signed.page(signed.bo(), "/sprak/")
    assert "Hellre: planering, strategisk planering" in page
    assert '<dt class="source">mall</dt>' not in page


def test_the_page_asks_as_much_however_much_there_is() -> None:
    """Rules, their records and words are read at once."""
    bo = signed.bo()
    with CaptureQueriesContext(connection) as few:
        bo.get("/sprak/")
    for number in range(5):
        ContestedWord.objects.create(word=f"ord {number}")
        WordingRule.objects.create(name=f"Regel{number}", text=RULE)
    with CaptureQueriesContext(connection) as many:
        bo.get("/sprak/")
    assert len(many) == len(few)


def test_a_long_text_has_its_lix() -> None:
    """With its band and what was counted."""
    long = "Rektor kallar till ett möte med familjen. " * 15
    page = signed.bo().post("/sprak/prova/", {"text": long, "sort": "text"}).content.decode()
    assert "LIX 21: mycket lätt." in page


def test_a_text_is_cut_where_remarks_begin_and_end() -> None:
    """The pieces make up the text whole, and those about a whole sentence mark no words."""
    looked = look_at(TEXT, kind=Kind.MILESTONE)
    pieces = list(pieces_of(looked))
    assert "".join(piece.words for piece in pieces) == TEXT
    assert [piece.words for piece in pieces if piece.is_marked] == ["Alla", "aktörer", "arbeta med"]


def test_remarks_come_beside_a_field() -> None:
    """As a part of a page, with how to answer for those who may."""
    sent = {"text": TEXT, "sort": "decision", "tid": "1"}
    assert "data-answer" in signed.anna().post("/sprak/anmarkningar/", sent).content.decode()
    part = signed.bo().post("/sprak/anmarkningar/", sent).content.decode()
    assert ("data-answer" in part, "<html" in part, "Hela meningen" in part) == (False, False, False)


def test_an_actions_owner_and_time_stand_beside_its_words() -> None:
    """What is said in the fields for them is not asked for in the words."""
    sent = {"text": "Rutinen skickas ut.", "sort": "agreement", "tid": "1", "agare": "1"}
    assert "Inga anmärkningar" in signed.anna().post("/sprak/anmarkningar/", sent).content.decode()


def test_a_kind_that_is_none_is_not_found() -> None:
    """Nothing is guessed."""
    assert signed.anna().post("/sprak/anmarkningar/", {"text": TEXT, "sort": "saga"}).status_code == 404


ANSWER = {"text": TEXT, "sort": "milestone", "regel": "Absolut", "ord": "Alla", "mening": TEXT}


def test_a_remark_is_dismissed_in_place() -> None:
    """What is left is shown again."""
    sent = {**ANSWER, "svar": "avfarda", "anm-varfor": "Nio."}
    part = signed.anna().post("/sprak/svar/", sent, headers={"HX-Request": "true"}).content.decode()
    assert ("Tre anmärkningar." in part, RemarkAnswer.objects.get().why) == (True, "Nio.")


def test_a_dismissal_without_reason_is_refused_in_place() -> None:
    """It says what is missing, and nothing is kept."""
    sent = {**ANSWER, "svar": "avfarda"}
    part = signed.anna().post("/sprak/svar/", sent, headers={"HX-Request": "true"}).content.decode()
    assert ("Skriv varför anmärkningen inte gäller här." in part, RemarkAnswer.objects.count()) == (True, 0)


def test_an_answer_without_script_goes_back_to_the_page() -> None:
    """With a way to undo it."""
    step = milestone()
    sent = {**ANSWER, "svar": "ta", "next": f"/plan/delar/{step.pk}/"}
    page = signed.anna().post("/sprak/svar/", sent, follow=True)
    assert page.redirect_chain == [(f"/plan/delar/{step.pk}/", 302)]
    assert "Svaret är sparat." in page.content.decode()


def test_a_kept_wording_shows_its_remarks() -> None:
    """After saving, without script; readers are not shown them; a time of its own is a time."""
    part = milestone()
    address = f"/plan/delar/{part.pk}/"
    anna = signed.anna()
    page = signed.page(anna, address)
    assert ("Fyra anmärkningar." in page, f'name="om-id" value="{part.pk}"' in page) == (True, True)
    assert "anmärkningar." not in signed.page(signed.bo(), address)
    Period.objects.create(part=part, words="till årsskiftet")
    assert "Tre anmärkningar." in signed.page(anna, address)


def test_a_kept_decision_shows_its_remarks() -> None:
    """To those who may answer them; what only tells gets none."""
    said = make.meeting(said=(make.Said(text="Alla skolor får mallen i maj."),)).statements.get()
    address = f"/beslut/{said.pk}/"
    assert "En anmärkning." in signed.page(signed.anna(), address)
    assert "En anmärkning." not in signed.page(signed.bo(), address)


@pytest.mark.parametrize(
    ("kind", "sort"),
    [pytest.param("step", "milestone", id="a-step"), pytest.param("area", "text", id="an-area-only-tells")],
)
def test_a_new_wording_is_looked_at_while_it_is_written(kind: str, sort: str) -> None:
    """The field says what its words are."""
    plans.plan()
    part = Part.objects.filter(kind=kind)[0]
    assert f'data-remarks="{sort}"' in signed.page(signed.anna(), f"/plan/delar/{part.pk}/ny-lydelse/")


def test_a_rule_is_added_and_switched_off() -> None:
    """It stands in the list with its record."""
    anna = signed.anna()
    page = anna.post("/sprak/regler/ny/", {"namn": "Fraga", "regel": RULE}, follow=True).content.decode()
    assert ("Regeln gäller nu." in page, "Fraga" in page) == (True, True)
    rule = WordingRule.objects.get()
    page = anna.post(f"/sprak/regler/{rule.pk}/", {"gor": "av"}, follow=True).content.decode()
    assert "egen, avslagen" in page


def test_an_unusable_rule_is_shown_again() -> None:
    """With its line, what is wrong and what was written."""
    sent = {"namn": "Fraga", "regel": RULE.replace("tokens", "token")}
    page = signed.anna().post("/sprak/regler/ny/", sent).content.decode()
    assert ("rad 3: ”token”" in page, "token: [frågan]" in page) == (True, True)


def test_a_rule_is_changed() -> None:
    """What somebody else changed meanwhile is not written over."""
    rule = WordingRule.objects.create(name="Fraga", text=RULE)
    anna, changed = signed.anna(), RULE.replace("frågan", "mallen")
    anna.post(f"/sprak/regler/{rule.pk}/", {"regel": changed, "sedd": "gammal"})
    assert WordingRule.objects.get().text == RULE
    anna.post(f"/sprak/regler/{rule.pk}/", {"regel": changed})
    assert WordingRule.objects.get().text == changed


def test_a_wish_for_other_words_has_its_remarks() -> None:
    """A comment's wish is what the milestone would say, and its time stands elsewhere."""
    page = signed.page(signed.anna(), f"/plan/synpunkter/ny/?plan={milestone().plan_id}")
    assert 'data-remarks="milestone" data-has-time="1"' in page
    assert "data-remarks-url" in page


def test_an_action_that_is_written_has_its_remarks() -> None:
    """Its owner and its time have fields of their own."""
    anna = signed.anna()
    anna.post(
        "/skriv/",
        {
            "organ": Body.objects.create(name="Rådet", key="rådet").pk,
            "dag": "2026-11-22",
            "dagordning": "Budget",
        },
    )
    draft = NotesDraft.objects.get()
    draft.content["items"][0]["blocks"][0]["kind"] = "action"
    draft.save()
    page = signed.page(anna, f"/skriv/{draft.pk}/")
    assert 'data-remarks="agreement" data-has-time="1" data-has-owner="1"' in page
