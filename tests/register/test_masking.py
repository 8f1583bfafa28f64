"""Names are blotted out of any text, and nothing else is."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.register.masking import BLOT, MASKED, Mask, Names

TUVA = Names(
    ("Tuva Sjökvist", "Tuva-Lisa Sjökvist"), written=("T S-kvist",), details=("Gnesta kommun", "rektor")
)
OTHERS = ("Tuva Lind", "Sjökvists förskola", "Tuva Sjökvist", "Sjökvist", "T. Sjökvist")
MASK = Mask([TUVA], OTHERS)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Tuva Sjökvist", id="whole"),
        pytest.param("tuva sjökvist", id="in-small-letters"),
        pytest.param("TUVA SJÖKVIST", id="shouted"),
        pytest.param("Sjökvist, Tuva", id="turned-round"),
        pytest.param("Sjökvists", id="genitive"),
        pytest.param("Tuvas", id="genitive-of-a-given-name"),
        pytest.param("Tuva", id="given-name"),
        pytest.param("SJÖKVIST", id="surname-shouted"),
        pytest.param("Lisa", id="half-a-double-name"),
        pytest.param("T. Sjökvist", id="initial-before"),
        pytest.param("Tuva S", id="initial-after"),
        pytest.param("t s-kvist", id="as-notes-write-it"),
        pytest.param("tuva.sjokvist@exempel.se", id="address-without-dots"),
        pytest.param("t.sjökvist@exempel.se", id="address-with-dots"),
        pytest.param("Tuva_Sjökvist", id="file-name"),
        pytest.param("Sjo\u0308kvist", id="decomposed"),
        pytest.param("Sjö\u00adkvist", id="soft-hyphen"),
        pytest.param("Tuva+Sj%C3%B6kvist", id="in-an-address"),
        pytest.param("Sj%c3%b6kvist", id="in-an-address-small"),
        pytest.param("Sj\\u00f6kvist", id="json"),
        pytest.param("Tuva Sjökvist, rektor, Gnesta kommun", id="with-title-and-organisation"),
    ],
)
def test_a_name_is_blotted_out_whole(words: str) -> None:
    """However it is written, nothing of it is left."""
    assert MASK.hide(f"I dag {words} talade.") == f"I dag {MASKED} talade."


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Tuva Lind", id="another-with-the-same-given-name"),
        pytest.param("Tuva Linds", id="genitive-of-another"),
        pytest.param("Sjökvists förskola", id="an-organisation"),
        pytest.param("en sjökvist i vattnet", id="a-common-word"),
        pytest.param("Sjökvistarna", id="a-longer-word"),
        pytest.param("Karin Ek, rektor, Gnesta kommun", id="title-and-organisation-of-another"),
    ],
)
def test_other_words_stay(words: str) -> None:
    """Whoever and whatever else the register knows is seen as before."""
    assert MASK.hide(words) == words


def test_what_stands_beside_the_name_in_a_table_goes_with_it() -> None:
    """The place is not told in the next cell."""
    row = "<td>Tuva Sjökvist</td>\n  <td>rektor</td><td>Gnesta kommun</td><td>Karin Ek</td>"
    assert MASK.hide(row).count(MASKED) == 3


def test_an_organisation_in_brackets_goes_with_the_name() -> None:
    """Notes often write where somebody comes from so."""
    assert MASK.hide("Tuva Sjökvist (Gnesta kommun)") == f"{MASKED} ({MASKED})"


def test_the_telephone_behind_a_name_goes_with_it() -> None:
    """Contact is hidden too."""
    assert "070" not in MASK.hide("Tuva Sjökvist, tel 070-123 45 67")


WORDS = st.sampled_from(["Tuva", "Sjökvist", "Tuva Lind", "rektor", "Karin", " ", ", ", "\n", "<b>", "s"])


@given(st.lists(WORDS | st.text(string.printable, max_size=5)).map("".join))
def test_places_stay_true(text: str) -> None:
    """What is blotted out keeps its length, and whatever is not blotted out is what it was."""
    blotted = MASK.blot(text)
    kept = [after in (before, BLOT) for before, after in zip(text, blotted, strict=True)]
    assert all(kept)


@given(st.lists(WORDS | st.text(string.printable, max_size=5)).map("".join))
def test_nothing_is_left_to_blot_out(text: str) -> None:
    """A masked text names nobody."""
    assert not MASK.is_in(MASK.blot(text))


def test_a_mask_of_nobody_changes_nothing() -> None:
    """Where nobody is protected, every text is what it was, blots and all."""
    assert Mask().hide("█ Tuva Sjökvist") == "█ Tuva Sjökvist"
