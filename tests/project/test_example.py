"""The example's Word files and mails hold the texts that they were written from."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from tests.project.files import ROOT, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

SCRIPTS = ROOT / "scripts"
EXAMPLE = SOURCE / "example"
TEXTS = sorted((SCRIPTS / "example").glob("*.md"))
IDS = [path.stem for path in TEXTS]
# What each kind of text ends in, once it is written.
ENDINGS = {"mail": "eml", "scan": "pdf"}


def script(name: str) -> Iterator[ModuleType]:
    """A script, with those beside it in reach."""
    sys.path.insert(0, str(SCRIPTS))
    yield import_module(name)
    sys.path.remove(str(SCRIPTS))


@pytest.fixture(scope="module")
def writer() -> Iterator[ModuleType]:
    """The script that writes the files."""
    yield from script("write_example")


@pytest.fixture(scope="module")
def word_files() -> Iterator[ModuleType]:
    """The script that writes Word files."""
    yield from script("word_files")


@pytest.mark.parametrize("path", TEXTS, ids=IDS)
def test_each_text_has_its_file(path: Path, writer: ModuleType) -> None:
    """What a text says that it becomes stands in the example."""
    kind = writer.kind_of(path.read_text(encoding="utf-8"))
    assert (EXAMPLE / f"{path.stem}.{ENDINGS.get(kind, kind)}").exists()


WORD = [path for path in TEXTS if "\n@as " not in "\n" + path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.stem)
def test_a_word_file_is_what_its_text_says(path: Path, word_files: ModuleType) -> None:
    """A text that was changed has been written to its Word file as well."""
    with ZipFile(EXAMPLE / f"{path.stem}.docx") as package:
        written = {name: package.read(name).decode() for name in package.namelist()}
    assert written == word_files.members(path.read_text(encoding="utf-8"))


MAILS = [path for path in TEXTS if "\n@as mail\n" in "\n" + path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_a_mail_is_what_its_text_says(
    path: Path, tmp_path: Path, writer: ModuleType, word_files: ModuleType
) -> None:
    """A text that was changed has been written to its mail as well."""
    text = path.read_text(encoding="utf-8")
    word_file = tmp_path / f"{path.stem}.docx"
    word_files.write(text, word_file)
    assert (EXAMPLE / f"{path.stem}.eml").read_bytes() == writer.mail(text, word_file)
