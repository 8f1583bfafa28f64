"""RTF files written by hand, and old Word files made of them by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

PROGRAM = shutil.which("soffice")
needs_office = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}"
STYLES = rb"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}}"
LIST = (
    rb"{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\leveljc0\levelstartat1\levelfollow0"
    rb"{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid7}}"
    rb"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
)


def rtf(*paragraphs: str) -> bytes:
    """An RTF file; a paragraph is RTF itself, with Swedish letters as they are."""
    words = r"\par\pard ".join(paragraphs).encode("cp1252")
    letters = b"".join(b"\\'%02x" % byte if byte > 0x7F else bytes((byte,)) for byte in words)
    return HEAD + STYLES + LIST + letters + b"}"


def doc(*paragraphs: str) -> bytes:
    """An old Word file with the words of an RTF file."""
    assert PROGRAM is not None
    with TemporaryDirectory() as folder:
        source = Path(folder, "notes.rtf")
        source.write_bytes(rtf(*paragraphs))
        profile = Path(folder, "profile").as_uri()
        subprocess.run(  # noqa: S603 - the command is this very test's
            [
                *(PROGRAM, "--headless", f"-env:UserInstallation={profile}"),
                *("--convert-to", "doc:MS Word 97", "--outdir", folder, str(source)),
            ],
            check=True,
            capture_output=True,
            timeout=60,
        )
        return source.with_suffix(".doc").read_bytes()
