"""The example's Word files hold the texts that they were written from."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from tests.project.files import ROOT, SOURCE

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

TEXTS = sorted((ROOT / "scripts" / "example").glob("*.md"))


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    """The script that writes the Word files."""
    spec = spec_from_file_location("write_example", ROOT / "scripts" / "write_example.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_word_file_is_what_its_text_says(path: Path, writer: ModuleType) -> None:
    """A text that was changed has been written to its Word file as well."""
    with ZipFile(SOURCE / "example" / f"{path.stem}.docx") as package:
        written = {name: package.read(name).decode() for name in package.namelist()}
    assert written == writer.members(path.read_text(encoding="utf-8"))
