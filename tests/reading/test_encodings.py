"""Text that does not say how it is written."""

from __future__ import annotations

import pytest

from samsyn.reading import Observation, Remark, Span, read_bytes

TEXT = "Närvarande: Åsa Öberg från Växjö, ordförande för året"


@pytest.mark.parametrize(
    ("encoding", "seen"),
    [
        pytest.param("utf-8", (), id="utf-8"),
        pytest.param("utf-8-sig", (), id="utf-8-marked"),
        pytest.param("utf-16", (), id="utf-16-marked"),
        pytest.param("utf-16-le", (), id="utf-16-little"),
        pytest.param("utf-16-be", (), id="utf-16-big"),
        pytest.param("utf-32", (), id="utf-32-marked"),
        pytest.param("cp1252", (Observation(Remark.OLD_ENCODING),), id="windows"),
        pytest.param("mac_roman", (Observation(Remark.OLD_ENCODING),), id="old-macintosh"),
        pytest.param("cp850", (Observation(Remark.OLD_ENCODING),), id="dos"),
    ],
)
def test_the_words_come_out_whatever_the_encoding(encoding: str, seen: tuple[Observation, ...]) -> None:
    """A guess is noted, a certainty is not."""
    document = read_bytes(TEXT.encode(encoding), name="möte.txt")
    assert (document.text, document.observations) == (TEXT, seen)


def test_a_broken_character_is_shown_where_it_is() -> None:
    """The rest of the file is read as it stands."""
    document = read_bytes(TEXT.encode().replace("Ö".encode(), b"\xc3", 1), name="möte.txt")
    assert document.observations == (Observation(Remark.BROKEN_CHARACTERS, Span(16, 17)),)
