"""How far raters agree: against published figures, and by the laws of the measure."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.figures import Scale, alpha

NONE = math.nan
# Four raters and twelve units (Krippendorff 2011), with what is missing.
RATERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3),
    (NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE),
)
UNITS = [[value for value in unit if not math.isnan(value)] for unit in zip(*RATERS, strict=True)]


@pytest.mark.parametrize(
    ("scale", "value"),
    [(Scale.NOMINAL, 0.743), (Scale.ORDINAL, 0.815), (Scale.INTERVAL, 0.849), (Scale.RATIO, 0.797)],
)
def test_the_published_example_gives_the_published_figures(scale: Scale, value: float) -> None:
    """To three decimals."""
    found = alpha(UNITS, scale)
    assert found is not None
    assert round(found, 3) == value


@pytest.mark.parametrize("units", [[], [[1], [2]], [[2, 2], [2, 2]]], ids=["none", "one-rater", "one-value"])
def test_nothing_is_said_where_nothing_can_be_told_from_chance(units: list[list[float]]) -> None:
    """One rater alone, or one value alone."""
    assert alpha(units) is None


MATRICES = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=4), max_size=8)


@given(MATRICES, st.sampled_from(Scale))
def test_who_said_what_and_in_which_order_makes_no_difference(units: list[list[int]], scale: Scale) -> None:
    """Raters and units may change places; units with one value add nothing."""
    turned = [unit[::-1] for unit in reversed(units)] + [[1]]
    before, after = alpha(units, scale), alpha(turned, scale)
    assert before == after or math.isclose(before or 0.0, after or 0.0, abs_tol=1e-9)


@given(MATRICES)
def test_full_agreement_is_one(units: list[list[int]]) -> None:
    """Where more than one value was given."""
    same = [[unit[0], unit[0]] for unit in units]
    found = alpha(same)
    assert found is None or math.isclose(found, 1.0)
