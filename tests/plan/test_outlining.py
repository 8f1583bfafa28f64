"""An outline that somebody pastes is understood by its levels and by what its lines say that they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.plan.outlining.reading import LONGEST_NAME, read_outline, shortened

if TYPE_CHECKING:
    from samsyn.plan.wanted import PartWanted

ON = date(2026, 11, 22)
INDENTED = """Målbild: Alla barn får stöd i tid.
Arbetssätt
  Veta: Ledningen vet.
  Pröva
    Alla skolor har prövat.
Styrning
  Veta
"""
NAMED = """Arbetssätt
Steg 1: Veta – Ledningen vet.
Steg 2 Pröva
Milstolpe: Alla skolor har prövat.
Styrning
Steg 1. Alla som leder en verksamhet vet vad modellen innebär för deras egna rutiner.
"""
MARKDOWN = """# Plan 2
## Arbetssätt
- Veta: Ledningen vet.
- Pröva
  - Alla skolor har prövat.
## Målbild
Alla barn får stöd i tid.
"""
NUMBERED = """1 Arbetssätt
1.1 Veta
1.2 Pröva
1.2.1 Alla skolor har prövat.
2 Styrning
2.1 Veta
"""


def told(part: PartWanted) -> tuple[object, ...]:
    """A part as a tuple: kind, name, words and what stands below it."""
    return (part.kind, part.name, part.text, [told(one) for one in part.parts])


Told = tuple[str, str, str, list["Told"]]
MILESTONE: Told = ("milestone", "Alla skolor har prövat", "Alla skolor har prövat.", [])
KNOW: Told = ("step", "Veta", "Ledningen vet.", [])
TRY: Told = ("step", "Pröva", "", [MILESTONE])
TARGET: Told = ("target", "Målbild", "Alla barn får stöd i tid.", [])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            INDENTED,
            [
                TARGET,
                ("area", "Arbetssätt", "", [KNOW, TRY]),
                ("area", "Styrning", "", [("step", "Veta", "", [])]),
            ],
        ),
        (
            NAMED,
            [
                ("area", "Arbetssätt", "", [KNOW, TRY]),
                (
                    "area",
                    "Styrning",
                    "",
                    [
                        (
                            "step",
                            "Steg 1",
                            "Alla som leder en verksamhet vet vad modellen innebär för deras egna rutiner.",
                            [],
                        )
                    ],
                ),
            ],
        ),
        (MARKDOWN, [("area", "Arbetssätt", "", [KNOW, TRY]), TARGET]),
        (
            NUMBERED,
            [
                ("area", "Arbetssätt", "", [("step", "Veta", "", []), TRY]),
                ("area", "Styrning", "", [("step", "Veta", "", [])]),
            ],
        ),
        ("", []),
    ],
    ids=["indented", "named", "markdown", "numbered", "empty"],
)
def test_levels_say_what_a_line_is(text: str, parts: list[object]) -> None:
    """By indentation, by the line's first word, by headings and by numbers."""
    assert [told(part) for part in read_outline(text, on=ON).parts] == parts


def test_one_heading_over_all_is_the_name() -> None:
    """And no area."""
    assert read_outline(MARKDOWN, on=ON).name == "Plan 2"


@pytest.mark.parametrize(
    ("line", "meaning", "when", "name"),
    [
        ("Pröva (till årsskiftet)", "", "till årsskiftet", "Pröva"),
        ("Pröva (test)", "test", "", "Pröva"),
        ("Leva (tidigast 2028) (vardag)", "everyday", "tidigast 2028", "Leva"),
        ("Leva (vardag) (tidigast 2028)", "everyday", "tidigast 2028", "Leva"),
        ("Pröva (se bilaga)", "", "", "Pröva (se bilaga)"),
    ],
    ids=["time", "test", "both", "both-turned", "neither"],
)
def test_brackets_say_when_and_what_it_means(line: str, meaning: str, when: str, name: str) -> None:
    """What is no time and no meaning stays in the name."""
    step = read_outline(f"Arbetssätt\n  {line}", on=ON).parts[0].parts[0]
    assert (step.meaning, step.when, step.name) == (meaning, when, name)


@given(st.text(alphabet=st.sampled_from(list("ab#-. \t\n12:()ÅSteg")), max_size=200))
def test_any_text_is_read_without_losing_words(text: str) -> None:
    """Whatever is pasted, each kind stands where it can, and every word of letters is somewhere."""
    parts = [one for part in read_outline(text, on=ON).parts for one in part.walk()]
    homes = {"step": {"area"}, "milestone": {"step", "target"}}
    misplaced = [
        below.kind for part in parts for below in part.parts if part.kind not in homes.get(below.kind, set())
    ]
    assert misplaced == []


@given(st.text(max_size=300))
def test_a_name_is_short(text: str) -> None:
    """However long the sentence."""
    assert len(shortened(text)) <= LONGEST_NAME + 2
