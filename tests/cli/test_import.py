"""`samsyn import`: a line a file, a summary, and the others are read whatever is wrong with one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from samsyn.cli import main
from samsyn.register.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

NOTE = """# Minnesanteckningar Nätverket för prov

Datum: 2026-03-{day:02}

Närvarande: Ebba Ek, Flen, Nils Nord, Trosa

## 1. Plan

Beslut: Godkänner planen.
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with two notes."""
    folder = tmp_path / "anteckningar"
    (folder / "under").mkdir(parents=True)
    (folder / "a.md").write_text(NOTE.format(day=5), encoding="utf-8")
    (folder / "under" / "b.md").write_text(NOTE.format(day=6), encoding="utf-8")
    return folder


def test_a_line_a_file_and_a_summary(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In order of path, with the folder below."""
    assert main(["import", str(notes)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "inläst        a.md",
        "inläst        under/b.md",
        "2 nya möten.",
    ]


def test_second_run_reads_nothing(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is known is said to be known."""
    main(["import", str(notes)])
    capsys.readouterr()
    assert main(["import", str(notes)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 nya möten, 2 redan inlästa."


def test_file_that_cannot_be_read_does_not_stop_the_others(
    notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is named, the status is 1, and the rest is in the register."""
    (notes / "aa.md").write_bytes(b"")
    assert main(["import", str(notes)]) == 1
    out = capsys.readouterr().out
    assert "inte inläst   aa.md: ”aa.md” " in out
    assert Meeting.objects.count() == 2


def test_fault_in_the_reader_does_not_stop_the_others(
    notes: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of our own is said to be one, with its place and without a traceback."""

    def fail(content: bytes, *, name: str, limits: object, password: str) -> None:
        raise IndexError(name)

    monkeypatch.setattr("samsyn.register.intake.files.read_notes", fail)
    assert main(["import", str(notes)]) == 1
    out = capsys.readouterr().out
    assert out.count("på grund av ett fel i Samsyn (IndexError i test_import.py, rad") == 2
    assert "Traceback" not in out


def test_files_of_other_kinds_are_counted(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture beside the notes is nothing to read."""
    (notes / "bild.png").write_bytes(b"\x89PNG")
    assert main(["import", str(notes)]) == 0
    assert "1 fil av annat slag lämnades" in capsys.readouterr().out


def test_hidden_and_lock_files_are_left(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an office program leaves behind is no note."""
    (notes / "~$a.docx").write_bytes(b"x")
    (notes / ".dold.md").write_text("x")
    assert main(["import", str(notes)]) == 0
    assert capsys.readouterr().out.endswith("\n2 nya möten.\n")


def test_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    """Nothing to read is no success."""
    with pytest.raises(SystemExit) as stopped:
        main(["import", str(tmp_path)])
    assert str(stopped.value.code).startswith("Här finns inga anteckningar att läsa in")


def test_missing_path_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt path is said to be missing."""
    assert main(["import", str(tmp_path / "saknas.md")]) == 1
    assert "”saknas.md” finns inte" in capsys.readouterr().out


def test_folder_that_may_not_be_read_is_named(
    notes: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other folders are read as usual."""
    scan = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("under"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert main(["import", str(notes)]) == 1
    assert "Mappen ”under” får inte läsas" in capsys.readouterr().out
    assert Meeting.objects.count() == 1


@pytest.mark.slow  # starts processes
def test_many_files_are_read_on_several_cores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order of the paths, and with the same result."""
    for day in range(1, 29):
        (tmp_path / f"{day:02}.md").write_text(NOTE.format(day=day), encoding="utf-8")
    assert main(["import", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines[:-1]] == [f"{day:02}.md" for day in range(1, 29)]
    assert Meeting.objects.count() == 28


@pytest.mark.parametrize(
    "name",
    [b"ogiltig-\xff.md", b"rad\n.md", b"esc\x1b[31m.md", "rtl\u202egnp.md".encode()],
    ids=["no-text", "line-feed", "escape", "direction"],
)
def test_strange_names_are_made_plain(name: bytes, tmp_path: Path) -> None:
    """What would steer a terminal or break the database stands as a mark; the notes are read."""
    (tmp_path / os.fsdecode(name)).write_text(NOTE.format(day=5), encoding="utf-8")
    assert main(["import", str(tmp_path)]) == 0
    assert "\ufffd" in Meeting.objects.get().versions.get().file_name


@pytest.mark.parametrize(
    "make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"]
)
def test_files_without_end_are_not_opened(
    make: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are named, and the import goes on."""
    make(tmp_path / "a.md")
    assert main(["import", str(tmp_path)]) == 1
    assert "är ingen vanlig fil" in capsys.readouterr().out


def test_own_words_are_used(notes: Path, tmp_path: Path, settings: Settings) -> None:
    """A body gets the name that the file in the settings gives it."""
    settings.SAMSYN_LEXICON = tmp_path / "lexicon.toml"
    (tmp_path / "lexicon.toml").write_text(
        '[[body]]\nname = "Norra rådet"\nalso = ["Nätverket för prov"]\n', "utf-8"
    )
    main(["import", str(notes)])
    assert "Norra rådet" in {body.name for meeting in Meeting.objects.all() for body in meeting.bodies.all()}


def test_unusable_own_words_stop_the_import(notes: Path, tmp_path: Path, settings: Settings) -> None:
    """One sentence names the file, and nothing is taken in."""
    settings.SAMSYN_LEXICON = tmp_path / "lexicon.toml"
    (tmp_path / "lexicon.toml").write_text("[[body", "utf-8")
    with pytest.raises(SystemExit, match="”lexicon"):
        main(["import", str(notes)])
