"""`--password`: given, asked for or piped in; it opens the file and is kept nowhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from tests.reading.make_locked import locked_pdf
from tests.reading.make_pdf import column, paper

from samsyn.cli import main
from samsyn.register.models import Meeting, Source

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "hemligt-9"  # noqa: S105 - opens nothing but this test's own file
NOTES = paper(
    column(
        72,
        760,
        [
            "Minnesanteckningar Nätverket för prov",
            "Datum: 2026-03-05",
            "Närvarande: Ebba Ek, Flen, Nils Nord, Trosa",
            "Beslut: Planen antas.",
        ],
        leading=30,
    )
)
CONTENT = locked_pdf(PASSWORD, NOTES)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Notes that need a password."""
    path = tmp_path / "möte.pdf"
    path.write_bytes(CONTENT)
    return path


def test_a_password_opens_the_file(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Given as it is."""
    status = main(["read", "--password", PASSWORD, str(locked)])
    assert (status, "Nils Nord" in capsys.readouterr().out) == (0, True)


def test_a_password_may_be_piped_in(
    locked: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it is not seen among the processes of the machine."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    status = main(["read", "--password", "-", str(locked)])
    assert (status, "Nils Nord" in capsys.readouterr().out) == (0, True)


def test_a_password_may_stand_in_the_environment(
    locked: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For what runs by itself."""
    monkeypatch.setenv("SAMSYN_FILE_PASSWORD", PASSWORD)
    status = main(["read", str(locked)])
    assert (status, "Nils Nord" in capsys.readouterr().out) == (0, True)


def test_a_wrong_password_is_told(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence that does not repeat it."""
    status = main(["read", "--password", f"{PASSWORD}?", str(locked)])
    said = capsys.readouterr().err
    assert (status, "det lösenord som angavs" in said, PASSWORD in said) == (1, True, False)


@pytest.mark.django_db
def test_an_import_keeps_the_locked_file_as_it_came(locked: Path) -> None:
    """What is kept is the original, byte for byte; the password is not."""
    main(["import", "--password", PASSWORD, str(locked)])
    assert (Meeting.objects.count(), bytes(Source.objects.get().content)) == (1, CONTENT)
