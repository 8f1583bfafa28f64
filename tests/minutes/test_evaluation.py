"""The ruler that readings are measured with."""

from __future__ import annotations

import json
from typing import Any

import pytest

from samsyn.minutes.evaluation import (
    Comparison,
    NoExpectedReading,
    Score,
    Share,
    add_up,
    compare,
    read_expected,
)

RUT, LAGET, BOOKS = "Rut Vifell", "Laget runt", "Rut bokar lokal."
EXPECTED: dict[str, Any] = {
    "date": "2025-09-17",
    "title": "Minnesanteckningar",
    "chair": None,
    "present": [{"name": "Rut Vifell", "affiliation": "Flens kommun", "affiliation_alt": ["Flen"]}],
    "absent": [],
    "items": [{"number": "1", "heading": "Laget runt"}],
    "decisions": ["Utbildningsdagen hålls den 12 november i Flen."],
    "agreements": [],
    "actions": [{"text": "Rut bokar lokal.", "responsible": "Rut", "due": None}],
    "optional": {"decisions": ["Dagordningen godkänns."], "present": ["Tage Wrangmark"]},
    "alt": {"title": ["Anteckningar från mötet"]},
    "span_alt": {"Utbildningsdagen hålls den 12 november i Flen.": ["Beslut om dag"]},
}


def comparison(**read: object) -> Comparison:
    """What comes of a reading that differs from the expected one in some fields."""
    return compare({**EXPECTED, **read}, read_expected(json.dumps(EXPECTED)))


def test_the_expected_reading_is_wholly_right() -> None:
    """What agrees with itself has no fault."""
    assert comparison().misses == []


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        pytest.param("date", "2025-09-18", Score(extra=1, missed=1), id="another-day"),
        pytest.param("date", None, Score(missed=1), id="no-day"),
        pytest.param("chair", "Rut Vifell", Score(extra=1), id="a-chair-that-nobody-named"),
        pytest.param("title", "anteckningar från mötet", Score(right=1), id="another-right-title"),
        pytest.param("title", "**Minnesanteckningar**", Score(right=1), id="marks-aside"),
        pytest.param("items", [{"number": "2", "heading": "Laget runt"}], Score(right=1), id="wrong-number"),
        pytest.param("items", [], Score(missed=1), id="an-item-missed"),
        pytest.param("decisions", ["Utbildningsdagen hålls i Flen."], Score(right=1), id="same-words"),
        pytest.param("decisions", ["Beslut om dag"], Score(right=1), id="another-right-stretch"),
        pytest.param("decisions", ["Nästa möte hålls i Gnesta."], Score(0, 1, 1), id="other-words"),
        pytest.param("decisions", [], Score(missed=1), id="a-decision-missed"),
        pytest.param(
            "present", [{"name": "Rut Vifell (ordf.)"}], Score(right=1), id="brackets-behind-a-name"
        ),
        pytest.param("actions", [{"text": "Rut bokar lokal."}], Score(right=1), id="action-without-owner"),
    ],
)
def test_a_field_is_scored(field: str, value: object, wanted: Score) -> None:
    """What is right, extra and missed is counted for each field."""
    assert comparison(**{field: value}).scores[field] == wanted


@pytest.mark.parametrize(
    ("field", "more"),
    [("decisions", "Dagordningen godkänns."), ("present", {"name": "Tage Wrangmark"})],
    ids=["decision", "person"],
)
def test_what_is_optional_counts_neither_way(field: str, more: object) -> None:
    """A reader may list what stands as optional, and may leave it out."""
    assert comparison(**{field: [*EXPECTED[field], more]}).scores[field] == Score(right=1)


@pytest.mark.parametrize(
    ("part", "field", "entry", "wanted"),
    [
        pytest.param("affiliation", "present", {"name": RUT, "affiliation": "Flen"}, Share(1, 1), id="alt"),
        pytest.param("affiliation", "present", {"name": RUT}, Share(0, 1), id="left-out"),
        pytest.param("number", "items", {"number": "§ 1.", "heading": LAGET}, Share(1, 1), id="signs-aside"),
        pytest.param("number", "items", {"number": "2", "heading": LAGET}, Share(0, 1), id="wrong-number"),
        pytest.param("responsible", "actions", {"text": BOOKS}, Share(0, 1), id="no-owner"),
        pytest.param("due", "actions", {"text": BOOKS}, Share(0, 0), id="no-due-on-either-side"),
        pytest.param("due", "actions", {"text": BOOKS, "due": "1/7"}, Share(0, 1), id="made-up-due"),
    ],
)  # fmt: skip
def test_the_parts_of_what_was_found_are_judged(part: str, field: str, entry: object, wanted: Share) -> None:
    """An action can be found and its owner missed; what is empty on both sides is not asked."""
    assert comparison(**{field: [entry]}).parts[f"{field}.{part}"] == wanted


def test_the_micro_average_weighs_every_value_alike() -> None:
    """Five values are right (day, title, person, item, action), one decision missed."""
    assert comparison(decisions=[]).whole == Score(right=5, missed=1)


def test_f1_weighs_precision_and_recall() -> None:
    """Two right of three read and four there are: precision 2/3, recall 1/2."""
    assert Score(right=2, extra=1, missed=2).f1 == pytest.approx(4 / 7)


def test_nothing_read_of_nothing_has_no_share() -> None:
    """A field that no note has is neither good nor bad."""
    assert (Score().precision, Score().recall, Score().f1, Share().value) == (None, None, None, None)


def test_scores_add_up_over_notes() -> None:
    """Each value counts once, whichever note it stands in."""
    total = add_up([comparison(), comparison(date=None)])
    assert total.scores["date"] == Score(right=1, missed=1)


@pytest.mark.parametrize("text", ["[]", "minnesanteckningar", ""], ids=["a-list", "no-json", "empty"])
def test_what_is_no_object_is_no_expected_reading(text: str) -> None:
    """A file that holds something else is refused."""
    with pytest.raises(NoExpectedReading):
        read_expected(text)
