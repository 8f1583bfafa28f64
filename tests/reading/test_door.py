"""The door of the room."""

from __future__ import annotations

import doctest

import pytest

import samsyn.reading
from samsyn.reading import Document, ReadingError, document_from_json


@pytest.mark.parametrize("name", samsyn.reading.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """What is promised can be imported."""
    assert hasattr(samsyn.reading, name)


def test_the_example_in_the_docstring_holds() -> None:
    """The docstring shows what really happens."""
    assert doctest.testmod(samsyn.reading).failed == 0


def test_a_later_version_is_refused() -> None:
    """A register written by a later reader is not misread."""
    with pytest.raises(ValueError, match="version 2"):
        document_from_json({"version": 2})


def test_a_position_outside_the_text_has_no_origin() -> None:
    """A span that does not belong to the document is a mistake of the program."""
    with pytest.raises(IndexError):
        Document("", (), "plain").origin(0)


def test_an_error_is_one_sentence() -> None:
    """The message is what a person reads; the error says the same."""
    error = ReadingError("a.md", "är tom", "välj en annan")
    assert str(error) == error.message == "”a.md” är tom: välj en annan."
