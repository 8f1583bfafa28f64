"""`samsyn export` and `samsyn restore`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.cli import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


def test_export_says_what_was_written_and_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers, and the folder."""
    make.meeting()
    assert main(["export", str(tmp_path / "ut")]) == 0
    assert capsys.readouterr().out == f"Skrivet till {tmp_path / 'ut'}: möten 1, original 1.\n"


def test_restore_says_that_passwords_are_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is left wondering why they cannot sign in."""
    main(["export", str(tmp_path / "ut")])
    assert main(["restore", str(tmp_path / "ut")]) == 0
    assert "Nytt lösenord: samsyn admin reset-password" in capsys.readouterr().out


def test_restore_into_a_filled_register_is_one_sentence(tmp_path: Path) -> None:
    """Status 1, and what to do."""
    make.meeting()
    main(["export", str(tmp_path / "ut")])
    with pytest.raises(SystemExit) as stopped:
        main(["restore", str(tmp_path / "ut")])
    assert "Registret är inte tomt" in str(stopped.value.code)


def test_folder_that_is_no_export_is_one_sentence(tmp_path: Path) -> None:
    """The folder is named."""
    with pytest.raises(SystemExit) as stopped:
        main(["restore", str(tmp_path)])
    assert f"{tmp_path} är ingen export" in str(stopped.value.code)
