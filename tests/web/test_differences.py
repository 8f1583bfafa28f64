"""Two versions of notes side by side."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests import make
from tests.web import signed

from samsyn.register.models import Meeting, SourceVersion
from samsyn.web.differences import GAP, Piece, Row, write_differences

NOTE = "# Minnesanteckningar Nätverket för prov\n\nDatum: 2026-03-05\n\nBeslut: Planen godkänns <nu>.\n"


def test_the_same_words_give_nothing() -> None:
    """Nothing is marked where nothing changed."""
    assert write_differences("a\nb", "a\nb") == []


def test_a_changed_word_is_marked_within_its_line() -> None:
    """The words around it are not."""
    (row,) = write_differences("Planen godkänns nu.", "Planen ändras nu.")
    assert row.earlier == [Piece("Planen ", False), Piece("godkänns", True), Piece(" nu.", False)]
    assert row.later == [Piece("Planen ", False), Piece("ändras", True), Piece(" nu.", False)]


def test_an_added_line_has_nothing_beside_it() -> None:
    """Nor has one that was taken away."""
    assert write_differences("a", "a\nb")[-1] == Row(None, [Piece("b", True)])
    assert write_differences("a\nb", "a")[-1] == Row([Piece("b", True)], None)


def test_unchanged_lines_far_away_are_left_out() -> None:
    """Two are shown on each side of a change."""
    lines = [str(number) for number in range(20)]
    rows = write_differences("\n".join(lines), "\n".join([*lines[:10], "ny", *lines[11:]]))
    assert (rows[0], len(rows)) == (GAP, 6)


@pytest.mark.parametrize("n_words", [401, 4000])
def test_a_very_long_line_is_marked_whole(n_words: int) -> None:
    """Comparing its words would take too long."""
    line = "ord " * n_words
    (row,) = write_differences(line, line + "nytt")
    assert row.earlier == [Piece(line, True)]


@pytest.mark.django_db
def test_the_page_marks_what_a_correction_changed() -> None:
    """Escaped, with the reason."""
    client = signed.anna()
    meeting = make.meeting()
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="finalised")
    fields = {
        "version": "1",
        "fil": SimpleUploadedFile("ny.md", NOTE.encode()),
        "orsak": "Beslutet saknades.",
    }
    client.post(f"/moten/{meeting.pk}/ratta/", fields)
    page = signed.page(client, f"/moten/{meeting.pk}/skillnad/2/")
    assert SourceVersion.objects.filter(meeting=meeting).count() == 2
    assert ("Beslut: Planen godkänns &lt;nu&gt;.</ins>" in page, "Orsak: Beslutet saknades." in page) == (
        True,
        True,
    )


@pytest.mark.django_db
@pytest.mark.parametrize("number", [0, 1, 7])
def test_a_version_without_one_before_it_has_no_such_page(number: int) -> None:
    """There is nothing to lay beside it."""
    meeting = make.meeting()
    assert signed.anna().get(f"/moten/{meeting.pk}/skillnad/{number}/").status_code == 404
