"""Bodies are shown by their names in basic form, however notes bend them."""

from __future__ import annotations

import pytest

from samsyn.register.recognition import without_genitive


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("Länsstyrgruppens", "Länsstyrgruppen", id="definite"),
        pytest.param("Socialnämnds", "Socialnämnd", id="indefinite"),
        pytest.param("Skolchefsnätverket", "Skolchefsnätverket", id="no-genitive"),
        pytest.param("Nämndens arbetsutskott", "Nämndens arbetsutskott", id="genitive-inside-the-name"),
        pytest.param(
            "Nätverket för elevhälsans chefers", "Nätverket för elevhälsans chefers", id="another-word"
        ),
    ],
)
def test_a_genitive_at_the_end_is_taken_away(written: str, shown: str) -> None:
    """Notes that speak of "Länsstyrgruppens möte" mean Länsstyrgruppen."""
    assert without_genitive(written) == shown
