"""E-mail addresses and telephone numbers are found, times and days are not taken for them."""

from __future__ import annotations

import pytest

from samsyn.reading import find_contacts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Skriv till a.b@exempel.se, tack", ["a.b@exempel.se"], id="email"),
        pytest.param("a@exempel.se;b@exempel.nu", ["a@exempel.se", "b@exempel.nu"], id="two-emails"),
        pytest.param("ring 08-123 45 67 nu", ["08-123 45 67"], id="area-of-two-digits"),
        pytest.param("0150-123 45", ["0150-123 45"], id="area-of-four-digits"),
        pytest.param("0701234567", ["0701234567"], id="mobile-without-blanks"),
        pytest.param("+46 (0)70 123 45 67", ["+46 (0)70 123 45 67"], id="from-abroad"),
        pytest.param("tel 4567", ["4567"], id="short-behind-a-word"),
        pytest.param("Mobil: 12 34 56", ["12 34 56"], id="behind-mobil"),
    ],
)
def test_what_reaches_somebody_is_found(text: str, found: list[str]) -> None:
    """Exactly its own words."""
    assert [text[at.start : at.end] for _, at in find_contacts(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("kl 0830-1000", id="times"),
        pytest.param("den 08-03-2026", id="day"),
        pytest.param("2026-03-05 08.00", id="day-and-time"),
        pytest.param("KS 2026/00123", id="case-number"),
        pytest.param("100 000 kronor", id="sum"),
        pytest.param("1/7-26", id="short-day"),
        pytest.param("@alla", id="at-sign"),
    ],
)
def test_other_numbers_are_left(text: str) -> None:
    """What only looks like it."""
    assert find_contacts(text) == ()
