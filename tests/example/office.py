"""The example's notes as an office program writes them in other formats."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from tests.example.notes import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPTS = Path(__file__).parents[2] / "scripts"
TEXTS = sorted(path for path in (SCRIPTS / "example").glob("*.md") if "-bilaga-" not in path.stem)
# Notes in Markdown and from a web editor come to Word as pages. A page saved with its menu is none of them:
# the menu would become words of the notes.
PAGES = [*sorted(EXAMPLE.glob("*.md")), EXAMPLE / "2025-05-20-styrgrupp.html"]
ORIGINS = {path.stem: path for path in (*TEXTS, *PAGES)}
# What the program is asked for, by format; old Word files and RTF are turned back into Word files, as the
# reader of those does, so that it starts once for all and not once a file.
FORMS = {
    "odt": "odt",
    "html": "html",
    "pdf": "pdf",
    "doc": "doc",
    "rtf": "rtf",
    "txt": "txt:Text (encoded):UTF8",
}
BACK = ("odt", "doc", "rtf")


def convert(files: Sequence[Path], form: str, out: Path, *, reading: str = "") -> None:
    """Turn many files into another form in one go."""
    out.mkdir(parents=True, exist_ok=True)
    command = [
        *("soffice", f"-env:UserInstallation=file://{out.parent}/profile", "--headless"),
        *((f"--infilter={reading}",) if reading else ()),
        *("--convert-to", form, "--outdir", str(out), *map(str, files)),
    ]
    # LibreOffice by name, on the example's own files.
    subprocess.run(command, check=True, capture_output=True, timeout=240)  # noqa: S603


def write_origins(folder: Path) -> list[Path]:
    """All notes as Word files."""
    (folder / "pages").mkdir()
    words, pages = folder / "docx", []
    words.mkdir()
    sys.path.insert(0, str(SCRIPTS))
    word_files = import_module("word_files")
    sys.path.remove(str(SCRIPTS))
    for path in TEXTS:
        word_files.write(path.read_text("utf-8"), words / f"{path.stem}.docx")
    for path in PAGES:
        pages.append(folder / "pages" / f"{path.stem}.html")
        pages[-1].write_text(page_of(path), "utf-8")
    convert(pages, "docx:MS Word 2007 XML", words, reading="HTML (StarWriter)")
    return sorted(words.glob("*.docx"))


def page_of(path: Path) -> str:
    """A note as a page, with lines round the cells of its tables."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        text = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    lined = re.sub("<table>", '<table border="1">', text)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{lined}</body></html>'


def write_all(folder: Path) -> None:
    """Every note in every format, in a folder for each."""
    origins = write_origins(folder)
    for name, form in FORMS.items():
        convert(origins, form, folder / name)
    for name in BACK:
        convert(sorted((folder / name).iterdir()), "docx:MS Word 2007 XML", folder / f"{name} and back")
    shutil.rmtree(folder / "profile")
