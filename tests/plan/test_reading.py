"""What is read of plans in notes, against what a careful reader takes out of them."""

from __future__ import annotations

import pytest
from tests.plan.reading_measures import NOTES, Measure, measured, read

from samsyn.plan.reading.milestones import milestone_in
from samsyn.plan.reading.reader import read_plans
from samsyn.plan.reading.records import Said

WANTED = {"precision": 0.85, "recall": 0.8}


@pytest.fixture(scope="module")
def found() -> dict[str, Measure]:
    """All labelled notes together."""
    return measured()


@pytest.mark.parametrize(
    "kind",
    ["areas", "comments", "places", "changes", "decided", "words", "instead", "times", "groups", "evidence"],
)
def test_what_is_read_is_right_and_little_is_missed(found: dict[str, Measure], kind: str) -> None:
    """Of each kind of thing, over all labelled notes."""
    assert found[kind].precision >= WANTED["precision"]
    assert found[kind].recall >= WANTED["recall"]


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [("areas", 1, 1), ("times", 1, 1), ("comments", 0.8, 0.9), ("changes", 0.9, 0.6), ("words", 0.9, 0.9)],
)
def test_notes_labelled_after_the_rules_lose_nothing_again(
    kind: str, precision: float, recall: float
) -> None:
    """Two that were measured before anything was learnt from them; the figures then stand in the gaps."""
    found = measured(NOTES / "held")[kind]
    assert (found.precision >= precision, found.recall >= recall) == (True, True)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("numrerade-rubriker.md", "Genomförandeplan 1.1"),
        ("streck.txt", "Införandeplanen"),
        ("lopande-text.txt", "Implementeringsplanen"),
        ("fetstil.md", "Tidplan och milstolpar"),
    ],
)
def test_a_plan_is_called_what_the_notes_call_it(name: str, called: str) -> None:
    """By its number, or by the heading above it."""
    assert read_plans([read(NOTES / name)])[0].name == called


def test_steps_have_the_names_and_meanings_that_are_told() -> None:
    """The test and everyday work are known by what the steps are called."""
    steps = read_plans([read(NOTES / "lopande-text.txt")])[0].steps
    assert [(step.name, step.meaning) for step in steps] == [
        ("Förbereda", ""),
        ("Testa", "test"),
        ("Göra till rutin", "everyday"),
    ]


def test_meanings_are_told_in_prose_too() -> None:
    """Only of the steps that it is said of."""
    steps = read_plans([read(NOTES / "numrerade-rubriker.md")])[0].steps
    assert [step.meaning for step in steps] == ["", "", "test", "everyday", ""]


@pytest.mark.parametrize(
    ("words", "within", "found"),
    [
        ("Milstolpe i steg 2: alla rektorer vet.", None, (2, "Alla rektorer vet.")),
        ("Milstolpen för steg 3 är att rutinen är antagen.", None, (3, "Rutinen är antagen.")),
        ("Milstolpe: Enkäten är gjord.", 2, (2, "Enkäten är gjord.")),
        ("Delmål 1 till steg 1: enheterna har träffats.", None, (1, "Enheterna har träffats.")),
        ("Milstolpe: Enkäten är gjord.", None, None),
        ("Milstolparna i steg 2 är svåra att mäta.", None, None),
        ("Milstolpe 2 bör delas i två.", 2, None),
        ("Milstolpe i steg 2: vem följer upp den?", None, None),
    ],
)
def test_a_milestone_is_read_only_where_one_is_given(
    words: str, within: int | None, found: tuple[int, str] | None
) -> None:
    """And not where something is said of it."""
    assert milestone_in(Said(1, words), within) == found
