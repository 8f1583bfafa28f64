"""The labelled sentences: whether they are sound, and enough to measure with."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from tests.wording.labels import KINDS, RULES, labelled, running

if TYPE_CHECKING:
    from samsyn.wording.labels import Labelled

SEEN, HELD, BLIND, RUNNING = labelled("seen"), labelled("held"), labelled("blind"), running()
ALL = [*SEEN, *HELD, *BLIND]
PARTS = pytest.mark.parametrize("part", [SEEN, HELD, BLIND], ids=["seen", "held", "blind"])
WHOLE_SENTENCE = {"IngetDatum"}


def stands(words: str, text: str) -> bool:
    """Whether words stand in a text as whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def as_one_word(text: str) -> str:
    """A sentence without case, spaces and marks."""
    return re.sub(r"\W", "", text).lower()


def contested_in(sentence: Labelled) -> list[str]:
    """The words of a sentence that begin as a contested one, whatever its ending."""
    stems = tuple(word.rstrip("aeo") for word in sentence.contested or {})
    marked = [label.words for label in sentence.remarks if label.rule == "Omtvistat"]
    return [words for words in marked if words.lower().startswith(stems)] if stems else []


def test_there_are_sentences_enough() -> None:
    """Rules are written by 130 sentences or more, and measured on 150 and on 250 blind ones or more."""
    assert len(SEEN) >= 130
    assert len(HELD) >= 150
    assert len(BLIND) >= 250


@PARTS
def test_good_wordings_are_enough(part: list[Labelled]) -> None:
    """At least two in five sentences of a part get no remark."""
    assert sum(not sentence.remarks for sentence in part) >= 0.4 * len(part)


@pytest.mark.parametrize(
    ("part", "times"), [(SEEN, 18), (HELD, 18), (BLIND, 20)], ids=["seen", "held", "blind"]
)
@pytest.mark.parametrize("rule", sorted(RULES))
def test_each_rule_is_broken_and_nearly_broken_often(part: list[Labelled], times: int, rule: str) -> None:
    """A part breaks each rule eighteen times or more, a blind one twenty, and as often only looks like it."""
    broken = sum(label.rule == rule for sentence in part for label in sentence.remarks)
    assert min(broken, sum(rule in sentence.near for sentence in part)) >= times


def test_rules_and_kinds_are_known() -> None:
    """A label names a rule and a kind that there is."""
    named = {label.rule for sentence in ALL for label in sentence.remarks}
    assert named.union(*(sentence.near for sentence in ALL)) == RULES
    assert {sentence.kind for sentence in ALL} == KINDS


def test_labelled_words_stand_in_their_sentence() -> None:
    """A remark's words are whole words of the sentence, as they are written there."""
    marks = [(sentence.text, label) for sentence in ALL for label in sentence.remarks]
    placed = [(text, label) for text, label in marks if label.rule not in WHOLE_SENTENCE]
    assert [text for text, label in placed if not (label.words and stands(label.words, text))] == []


def test_a_missing_date_has_no_words() -> None:
    """A remark that a date is missing is about the whole sentence."""
    marks = [label for sentence in ALL for label in sentence.remarks if label.rule in WHOLE_SENTENCE]
    assert {label.words for label in marks} == {""}


def test_no_remark_is_made_twice() -> None:
    """A sentence has a rule and the same words once."""
    assert [sentence.text for sentence in ALL if len({*sentence.remarks}) < len(sentence.remarks)] == []


def test_running_text_has_only_contested_words() -> None:
    """The strict rules are for milestones, decisions and agreements."""
    told = [sentence for sentence in ALL if sentence.kind == "text"]
    assert {label.rule for sentence in told for label in sentence.remarks} == {"Omtvistat"}


def test_a_vague_time_is_a_time() -> None:
    """A sentence gets the remark of a vague time or of none, not both."""
    rules = {sentence.text: {label.rule for label in sentence.remarks} for sentence in ALL}
    assert [text for text, broken in rules.items() if {"VagTid", "IngetDatum"} <= broken] == []


def test_contested_words_are_inflected_forms_of_marked_ones() -> None:
    """A contested word begins as one that the county has marked."""
    marked = Counter(label.rule for sentence in ALL for label in sentence.remarks)["Omtvistat"]
    assert sum(len(contested_in(sentence)) for sentence in ALL) == marked


def test_no_sentence_stands_twice() -> None:
    """A sentence stands once in all the parts, so that nothing held has been seen."""
    texts = [as_one_word(text) for text in [*(row.text for row in ALL), *(row.text for row in RUNNING)]]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_half_of_the_running_text_is_held() -> None:
    """Of 120 sentences of running text sixty only measure."""
    assert Counter(row.held for row in RUNNING) == {True: 60, False: 60}


def test_passives_stand_in_their_sentence_in_order() -> None:
    """A passive is a whole word in -s of its sentence, listed where it stands."""
    words = [
        (row, [word for word in re.findall(r"\w+", row.text) if word in row.passives]) for row in RUNNING
    ]
    assert [row.text for row, found in words if found != [*row.passives]] == []
    assert {token[-1:] for row in RUNNING for token in row.passives} == {"s"}
