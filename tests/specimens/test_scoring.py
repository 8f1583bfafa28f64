"""The ruler that readings are measured with."""

from __future__ import annotations

from typing import Any

import pytest
from tests import scoring
from tests.scoring import Score

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
    "optional": {"decisions": ["Dagordningen godkänns."]},
    "alt": {"title": ["Anteckningar från mötet"]},
}


def score(**read: object) -> dict[str, Score]:
    """The scores of a reading that differs from the expected one in some fields."""
    return scoring.score_record({**EXPECTED, **read}, EXPECTED)


def test_the_expected_reading_is_wholly_right() -> None:
    """What agrees with itself has no fault."""
    assert scoring.overall(score()).wrong == 0


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        pytest.param("date", "2025-09-18", Score(extra=1, missed=1), id="another-day"),
        pytest.param("date", None, Score(missed=1), id="no-day"),
        pytest.param("chair", "Rut Vifell", Score(extra=1), id="a-chair-that-nobody-named"),
        pytest.param("title", "anteckningar från mötet", Score(right=1), id="another-right-title"),
        pytest.param("items", [{"number": "2", "heading": "Laget runt"}], Score(0, 1, 1), id="wrong-number"),
        pytest.param("decisions", ["Utbildningsdagen hålls i Flen."], Score(right=1), id="same-words"),
        pytest.param("decisions", ["Nästa möte hålls i Gnesta."], Score(0, 1, 1), id="other-words"),
        pytest.param("decisions", [], Score(missed=1), id="a-decision-missed"),
        pytest.param("actions", [{"text": "Rut bokar lokal."}], Score(right=1), id="action-without-owner"),
    ],
)
def test_a_field_is_scored(field: str, value: object, wanted: Score) -> None:
    """What is right, extra and missed is counted for each field."""
    assert score(**{field: value})[field] == wanted


def test_what_is_optional_counts_neither_way() -> None:
    """A reader may list what stands as optional, and may leave it out."""
    assert score(decisions=[*EXPECTED["decisions"], "Dagordningen godkänns."])["decisions"] == Score(right=1)


def test_an_owner_that_was_missed_counts_by_itself() -> None:
    """An action can be found and its owner missed."""
    assert score(actions=[{"text": "Rut bokar lokal."}])["actions.responsible"] == Score(missed=1)


def test_an_affiliation_has_several_right_forms() -> None:
    """The municipality alone is as right as its full name."""
    read = [{"name": "Rut Vifell", "affiliation": "Flen"}]
    assert score(present=read)["present.affiliation"] == Score(right=1)


def test_f1_weighs_precision_and_recall() -> None:
    """Two right of three read and four there are: precision 2/3, recall 1/2."""
    assert Score(right=2, extra=1, missed=2).f1 == pytest.approx(4 / 7)


def test_nothing_read_of_nothing_is_right() -> None:
    """A field that no note has is no fault."""
    assert Score().f1 == 1.0


def test_scores_add_up_over_notes() -> None:
    """Each value counts once, whichever note it stands in."""
    total = scoring.add_up([{"date": Score(right=1)}, {"date": Score(missed=1)}])
    assert total["date"] == Score(right=1, missed=1)
