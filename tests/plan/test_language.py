"""Remarks on wording in the register: the county's own rules and words, and what people answer."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import make
from tests.plan import plans

from samsyn.plan import service
from samsyn.plan.models import ContestedWord, NamedGroup, RemarkAnswer, WordingRule
from samsyn.plan.queries.wording import MOST, look_at, records, rules_shown
from samsyn.plan.service import PlanUnusable, RemarkSaid
from samsyn.register.service import undo_event
from samsyn.wording import Kind, read_rule

pytestmark = pytest.mark.django_db

TEXT = "Alla aktörer har antagit mallen den 1 mars 2027."
RULE = "extends: existence\nmessage: Nej\ntokens: [mallen]\n"
SAID = RemarkSaid("Absolut", "Alla", TEXT)


def rules_of(text: str = TEXT, kind: Kind = Kind.MILESTONE) -> list[str]:
    """The names of the rules that say something."""
    return [seen.remark.rule for seen in look_at(text, kind=kind).remarks]


def test_a_dismissed_remark_is_silent_on_the_same_words_in_the_same_sentence() -> None:
    """The rule speaks of the sentence again if it is changed, and other rules speak still."""
    service.dismiss_remark(SAID, why="Det är nio, alla namngivna.", by=make.administrator())
    assert rules_of() == ["OklarGrupp"]
    assert rules_of(TEXT.replace("mallen", "rutinen")) == ["Absolut", "OklarGrupp"]


def test_a_taken_remark_stands_until_the_words_are_changed() -> None:
    """It is shown as taken."""
    service.take_remark(SAID, by=make.administrator())
    assert [(seen.remark.rule, seen.is_taken) for seen in look_at(TEXT, kind=Kind.MILESTONE).remarks] == [
        ("Absolut", True),
        ("OklarGrupp", False),
    ]


def test_a_sentence_over_two_lines_is_the_same_sentence() -> None:
    """Where a line is broken does not matter."""
    broken = TEXT.replace("har ", "har\n")
    service.dismiss_remark(RemarkSaid("Absolut", "Alla", broken), why="Nio.", by=make.administrator())
    assert rules_of(broken) == rules_of(TEXT) == ["OklarGrupp"]


@pytest.mark.parametrize(
    ("said", "why", "sentence"),
    [
        pytest.param(SAID, " ", "Skriv varför", id="no-reason"),
        pytest.param(RemarkSaid("", "Alla", TEXT), "Nio.", "finns inte längre", id="no-rule"),
        pytest.param(RemarkSaid("Absolut", "", TEXT), "Nio.", "finns inte längre", id="no-words"),
    ],
)
def test_what_is_no_answer_is_refused(said: RemarkSaid, why: str, sentence: str) -> None:
    """A reason is asked for."""
    with pytest.raises(PlanUnusable, match=sentence):
        service.dismiss_remark(said, why=why, by=make.administrator())


def test_a_remark_is_answered_once() -> None:
    """A second answer is refused; the first can be undone."""
    anna = make.administrator()
    event = service.take_remark(SAID, by=anna)
    with pytest.raises(PlanUnusable, match="redan besvarad"):
        service.dismiss_remark(SAID, why="Nio.", by=anna)
    undo_event(event, by=anna)
    assert not RemarkAnswer.objects.exists()


def test_who_only_reads_answers_nothing() -> None:
    """Bo reads."""
    with pytest.raises(PermissionDenied):
        service.take_remark(SAID, by=make.reader())


def test_each_rule_has_a_record() -> None:
    """Taken, dismissed and the share that was taken; none where nobody has answered."""
    anna = make.administrator()
    service.take_remark(SAID, by=anna)
    service.dismiss_remark(RemarkSaid("Absolut", "Alla", "Alla vet."), why="Nio.", by=anna)
    assert (records()["Absolut"].taken, records()["Absolut"].dismissed) == (1, 1)
    shares = {shown.name: shown.record.share for shown in rules_shown()}
    assert (shares["Absolut"], shares["VagTid"]) == (0.5, None)


def test_the_countys_own_rules_are_tried() -> None:
    """While they are on."""
    anna = make.administrator()
    event = service.add_rule("Mall", RULE, by=anna)
    assert "Mall" in rules_of()
    rule = WordingRule.objects.get(pk=event.subject_id)
    off = service.switch_rule(rule, on=False, by=anna)
    assert "Mall" not in rules_of()
    undo_event(off, by=anna)
    assert "Mall" in rules_of()


def test_a_rule_is_changed_and_changed_back() -> None:
    """Its record stays, and the change can be undone."""
    anna = make.administrator()
    rule = WordingRule.objects.get(pk=service.add_rule("Mall", RULE, by=anna).subject_id)
    event = service.change_rule(rule, RULE.replace("mallen", "rutinen"), by=anna)
    assert "Mall" not in rules_of()
    undo_event(event, by=anna)
    assert "Mall" in rules_of()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        pytest.param("Absolut", RULE, "en av Samsyns egna", id="standing"),
        pytest.param("omtvistat", RULE, "en av Samsyns egna", id="contested"),
        pytest.param("Två ord", RULE, "utan mellanslag", id="no-name"),
        pytest.param(
            "Mall", "extends: existence\nmessage: Nej\ntoken: [a]\n", "rad 3: ”token”", id="unusable"
        ),
    ],
)
def test_an_unusable_rule_is_not_kept(name: str, text: str, sentence: str) -> None:
    """With the line and what to do."""
    with pytest.raises(PlanUnusable, match=sentence):
        service.add_rule(name, text, by=make.administrator())


def test_a_rule_that_takes_too_long_is_passed_over() -> None:
    """The others are tried, and it is named."""
    service.add_rule("Seg", "extends: existence\nmessage: Nej\nraw: ['(a|aa)+$']\n", by=make.administrator())
    looked = look_at("Alla " + "a" * 60 + "b", kind=Kind.DECISION)
    assert (looked.slow, [seen.remark.rule for seen in looked.remarks]) == (
        ["Seg"],
        ["Absolut", "IngetDatum"],
    )


def test_marked_words_and_resolved_groups_are_the_countys_own() -> None:
    """Only words that somebody has marked, and groups that somebody has resolved."""
    ContestedWord.objects.create(word="mall", instead=["blankett"])
    ContestedWord.objects.create(word="mars", state="proposed")
    NamedGroup.objects.create(plan=plans.plan(), words="alla aktörer", is_resolved=True)
    assert rules_of() == ["Omtvistat"]


def test_looking_asks_few_questions() -> None:
    """Four, however many remarks, rules and words there are."""
    ContestedWord.objects.create(word="mall")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        look_at(TEXT * 20, kind=Kind.MILESTONE)
    assert len(asked) == 4


@pytest.mark.parametrize("name", ["Seg", "Seg-2", "Omtvistat"])
def test_a_slow_rule_is_passed_over_whichever_it_is(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of several files, or the contested words: the others are asked once more, without it."""
    slow = read_rule("extends: existence\nmessage: Nej\nraw: ['(a|aa)+$']\n", name=name)
    where, given = {
        "Omtvistat": ("samsyn.wording.remarks.contested_rule", lambda _: slow),
    }.get(name, ("samsyn.wording.standing_rules", lambda: (slow,)))
    monkeypatch.setattr(where, given)
    ContestedWord.objects.create(word="hej", state="taken", by=make.administrator())
    wanted = look_at("a" * 60 + "b", kind=Kind.MILESTONE)
    assert set(wanted.slow) == {name.partition("-")[0]}


def test_no_more_remarks_are_shown_than_a_page_can_hold() -> None:
    """The rest are counted: each would bring its whole sentence along."""
    looked = look_at("alla " * 1_000, kind=Kind.MILESTONE)
    assert (len(looked.remarks), looked.more > 800) == (MOST, True)


def test_no_identity_number_comes_in_as_a_code_of_yaml() -> None:
    """What is kept has the code; what is shown would have the number."""
    number = "19850\\u0037099805"
    with pytest.raises(PlanUnusable, match="personnummer"):
        service.add_rule("Egen", RULE + f'description: "{number}"\n', by=make.administrator())
