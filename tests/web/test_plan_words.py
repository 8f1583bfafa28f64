"""What is said of the pace, in words."""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.plan.pace import Pace, Silence
from samsyn.web.plan_words import shade, tell_pace, tell_steps

DAYS: dict[float, date | None] = {0.5: date(2027, 3, 7), 0.85: date(2027, 6, 6), 0.95: date(2027, 9, 5)}


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (
            Pace(9, 3, 30, DAYS),
            "med 50 procents sannolikhet, senast 6 juni 2027 med 85 och senast",
        ),
        (Pace(9, 3, 30, {**DAYS, 0.95: None}), "och senast 6 juni 2027 med 85. Räknat på nio övergångar"),
        (Pace(9, 3, 30, {**DAYS, 0.5: None}), "mer än tio år"),
        (Pace(9, 3, 9, DAYS, is_widened=True), "under nio skolveckor. Underlaget är litet"),
        (Pace(5, 3, 30, {}, silence=Silence.FEW_MOVES), "finns fem övergångar till steget. Det behövs åtta."),
        (Pace(1, 3, 30, {}, silence=Silence.FEW_MOVES), "finns en övergång till steget."),
        (Pace(0, 3, 30, {}, silence=Silence.FEW_MOVES), "Ingen har gått till steget sedan planen började."),
        (Pace(9, 3, 30, {}, silence=Silence.LEAP), "Prognos ges inte från test till vardag"),
        (Pace(9, 3, 5, {}, silence=Silence.FEW_WEEKS), "i fem skolveckor; det behövs åtta"),
    ],
)
def test_the_pace_is_told_with_how_sure_it_is_or_why_not(pace: Pace, words: str) -> None:
    """Never a day alone."""
    assert words in tell_pace(pace)


@pytest.mark.parametrize("silence", list(Silence))
def test_every_silence_has_words(silence: Silence) -> None:
    """No reason is left untold."""
    assert tell_pace(Pace(0, 0, 0, {}, silence=silence))


@pytest.mark.parametrize(
    ("step", "n_steps", "which"), [(0, 4, 0), (1, 4, 1), (4, 4, 4), (1, 2, 2), (2, 2, 4), (3, 6, 2)]
)
def test_shades_spread_over_any_number_of_steps(step: int, n_steps: int, which: int) -> None:
    """The last step always has the strongest."""
    assert shade(step, n_steps) == which


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([3], "steg 3"), ([1, 2], "steg 1 och 2"), ([1, 2, 3], "steg 1–3"), ([1, 3], "steg 1 och 3")],
)
def test_steps_of_one_time_are_named_together(numbers: list[int], words: str) -> None:
    """As one says them."""
    assert tell_steps(numbers) == words
