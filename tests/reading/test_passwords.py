"""Locked files: opened with the password that was given, and with no other."""

from __future__ import annotations

import logging
import re
from hashlib import sha256

import pytest
from tests.reading.make_docx import docx, p
from tests.reading.make_locked import locked_pdf, locked_word
from tests.reading.make_pdf import paper, put

from samsyn.reading import (
    DamagedFile,
    EncryptedFile,
    HostileFile,
    IdentityNumberFound,
    ReadingError,
    WrongPassword,
    read_bytes,
    unlocking,
)

PASSWORD = "Björk-7 är hemligt"  # noqa: S105 - opens nothing but this test's own files
FILLING = {"word/media/a.bin": b"".join(sha256(bytes((n,))).digest() for n in range(200))}
LOCKED = {
    "pdf": locked_pdf(PASSWORD, paper(put(72, 700, "Möte i Flen"))),
    "docx": locked_word(docx(p("Möte i Flen"), extra=FILLING), PASSWORD),
}
each_kind = pytest.mark.parametrize("kind", LOCKED)


@each_kind
def test_a_locked_file_is_read_with_its_password(kind: str) -> None:
    """Letters beyond English ones are part of a password too."""
    document = read_bytes(LOCKED[kind], name="möte", password=PASSWORD)
    assert (document.format, document.text) == (kind, "Möte i Flen")


@each_kind
def test_a_wrong_password_is_told_and_not_repeated(kind: str) -> None:
    """The sentence names the file, and says what to check."""
    with pytest.raises(WrongPassword) as found:
        read_bytes(LOCKED[kind], name="möte", password=f"{PASSWORD}?")
    assert re.fullmatch(
        r"”möte” går inte att öppna med det lösenord som angavs: [^-]+\.", found.value.message
    )


@each_kind
def test_without_a_password_the_message_says_how_to_give_it(kind: str) -> None:
    """One may also save a copy without one."""
    with pytest.raises(EncryptedFile, match=r"spara en kopia utan lösenord .*--password"):
        read_bytes(LOCKED[kind], name="möte")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Möte i Flen".encode(), id="text"),
        pytest.param(docx(p("Möte i Flen")), id="word"),
    ],
)
def test_a_password_for_an_open_file_makes_no_difference(content: bytes) -> None:
    """A folder may hold both kinds."""
    assert read_bytes(content, name="möte", password=PASSWORD).text == "Möte i Flen"


def test_identity_numbers_are_found_in_locked_files() -> None:
    """What the lock hides is searched."""
    content = locked_word(docx(p("19121212-1212"), extra=FILLING), PASSWORD)
    with pytest.raises(IdentityNumberFound):
        read_bytes(content, name="möte.docx", password=PASSWORD)


@each_kind
def test_a_password_is_written_in_no_log(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    """Not even by the packages that open the file."""
    with caplog.at_level(logging.DEBUG):
        read_bytes(LOCKED[kind], name="möte", password=PASSWORD)
    assert PASSWORD not in caplog.text


def test_a_lock_that_asks_for_endless_work_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file itself says how often a password is to be churned."""
    monkeypatch.setattr(unlocking, "N_ROUNDS", 1_000)
    with pytest.raises(HostileFile, match="orimligt mycket arbete"):
        read_bytes(LOCKED["docx"], name="möte.docx", password=PASSWORD)


@pytest.mark.parametrize("end", [600, 2_000, 4_096])
def test_a_locked_file_that_is_cut_off_is_refused(end: int) -> None:
    """Whatever the damage, it is a `ReadingError`."""
    with pytest.raises(ReadingError):
        read_bytes(LOCKED["docx"][:end], name="möte.docx", password=PASSWORD)


def test_a_locked_file_with_a_damaged_head_is_told() -> None:
    """The part that tells how it is locked may be no such thing."""
    damaged = LOCKED["docx"].replace(b"<encryption", b"<encraption")
    with pytest.raises(DamagedFile):
        read_bytes(damaged, name="möte.docx", password=PASSWORD)
