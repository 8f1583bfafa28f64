"""Old Word files and RTF, through LibreOffice."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.reading.make_office import doc, needs_office, rtf

from samsyn.reading import (
    BlockKind,
    DamagedFile,
    EncryptedFile,
    HostileFile,
    IdentityNumberFound,
    Limits,
    UnreadableFile,
    UnsupportedFormat,
    read_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow  # LibreOffice takes most of a second to start

NOTES = (
    r"\s1\outlinelevel0 Minnesanteckningar",
    r"N{\b ärvarande:} Rut Vifell, {\strike Siv Fjällgren}",
    r"\ls1\ilvl0 Läget",
    r"\ls1\ilvl0 Tidsplan",
    r"\trowd\cellx2000\cellx4000 \intbl Vad\cell Vem\cell\row\pard",
    r"Före{\v  dolt}{\deleted  struket} {\revised efter}",
)
CONTENTS = [pytest.param(rtf, "rtf", id="rtf"), pytest.param(doc, "doc", id="doc")]
# The head of a Word file's words, which begins with this mark and says at byte 10 whether they are scrambled.
WORDS_MARK = b"\xec\xa5"


def fake_office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put another program in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def ends(process: str, *, within: float) -> bool:
    """Whether a process that was ended is gone within so many seconds: the machine may have much to do."""
    until = time.monotonic() + within
    while process in running_processes() and time.monotonic() < until:
        time.sleep(0.05)
    return process not in running_processes()


def running_processes() -> set[str]:
    """Numbers of the processes that have not ended."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # ended in between
            number, _, state = status.read_text().partition(" (")
            if not re.search(r"\) Z ", state):
                found.add(number)
    return found


@needs_office
@pytest.mark.parametrize(("make", "ending"), CONTENTS)
def test_headings_lists_tables_and_struck_words_come_through(make: Callable[..., bytes], ending: str) -> None:
    """What reading rests on is kept by the conversion."""
    document = read_bytes(make(*NOTES), name=f"möte.{ending}")
    assert document.format == ending
    assert [
        (block.kind, block.level, block.marker, block.text) for block in document.blocks if block.text
    ] == [
        (BlockKind.HEADING, 1, "", "Minnesanteckningar"),
        (BlockKind.PARAGRAPH, 0, "", "Närvarande: Rut Vifell, Siv Fjällgren"),
        (BlockKind.LIST_ENTRY, 0, "1.", "Läget"),
        (BlockKind.LIST_ENTRY, 0, "2.", "Tidsplan"),
        (BlockKind.CELL, 0, "", "Vad"),
        (BlockKind.CELL, 0, "", "Vem"),
        (BlockKind.PARAGRAPH, 0, "", "Före efter"),
    ]
    struck = [run.text for block in document.blocks for run in block.runs if run.struck]
    assert struck == ["Siv Fjällgren"]


@needs_office
@pytest.mark.parametrize(("make", "ending"), CONTENTS)
def test_a_file_without_its_end_is_damaged(make: Callable[..., bytes], ending: str) -> None:
    """LibreOffice would read half of the notes as if they were the whole."""
    content = make(*NOTES)
    with pytest.raises(DamagedFile):
        read_bytes(content[: len(content) * 2 // 3], name=f"möte.{ending}")


@needs_office
@pytest.mark.parametrize(
    "words", ["Rut {\\v 19811218-9876}", "Rut 19811218-9{\\b 876}"], ids=["hidden", "parts"]
)
@pytest.mark.parametrize(("make", "ending"), CONTENTS)
def test_an_identity_number_stops_the_file(make: Callable[..., bytes], ending: str, words: str) -> None:
    """Hidden words stay in the original, so they are searched."""
    with pytest.raises(IdentityNumberFound):
        read_bytes(make("Möte", words), name=f"möte.{ending}")


@needs_office
def test_a_scrambled_word_file_asks_for_a_copy_without_password() -> None:
    """The head of the words says that a password is needed."""
    content = bytearray(doc("Möte"))
    content[content.index(WORDS_MARK) + 11] |= 1
    with pytest.raises(EncryptedFile):
        read_bytes(bytes(content), name="möte.doc")


@needs_office
def test_nothing_outside_the_file_is_taken_in(tmp_path: Path) -> None:
    """A file may name others on the reader's own machine; they are not opened."""
    secret = tmp_path / "hemligt.txt"
    secret.write_text("lösenordet")
    field = rf'{{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt gammalt}}}}'
    document = read_bytes(rtf("Möte", field), name="möte.rtf")
    assert document.text == "Möte\ngammalt"


def test_without_the_program_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence with both ways out."""
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UnreadableFile) as found:
        read_bytes(rtf("Möte"), name="möte.rtf")
    assert found.value.message == (
        "”möte.rtf” är en RTF-fil, och LibreOffice som behövs för att läsa sådana saknas här: "
        "installera LibreOffice, eller spara anteckningarna som Word (.docx) och välj den filen."
    )


def test_a_conversion_that_does_not_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program and what it started are ended when the time is out."""
    fake_office(tmp_path, f"sleep 60 & echo $! > {tmp_path}/pid; wait", monkeypatch)
    with pytest.raises(HostileFile):
        read_bytes(rtf("Möte"), name="möte.rtf", limits=Limits(seconds=1))
    child = (tmp_path / "pid").read_text().strip()
    assert ends(child, within=5)


def test_a_conversion_that_gives_nothing_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program answers with success even where it wrote nothing."""
    fake_office(tmp_path, "exit 0", monkeypatch)
    with pytest.raises(DamagedFile):
        read_bytes(rtf("Möte"), name="möte.rtf")


@pytest.mark.parametrize(
    ("stream", "title"),
    [
        pytest.param("Workbook", "Excel", id="excel"),
        pytest.param("PowerPoint Document", "PowerPoint", id="powerpoint"),
        pytest.param("__properties_version1.0", "Outlook", id="outlook"),
    ],
)
def test_other_old_office_files_are_refused_by_name(stream: str, title: str) -> None:
    """The file says in its list of streams what it is."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + stream.encode("utf-16-le") + bytes(100)
    with pytest.raises(UnsupportedFormat, match=title):
        read_bytes(content, name="bilaga")
