"""Samsyn: the shared memory of a county's collaboration around children.

Reads Swedish meeting notes into a register in which every value points to its place in the source.
The reading is a library of its own: `from samsyn import read_minutes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from samsyn.minutes import Minutes

__version__ = "0.1.0"
__all__ = ["__version__", "read_minutes"]


def read_minutes(path: str | Path) -> Minutes:
    """Read a file of meeting notes.

    Of a mail with several, the first; `samsyn.minutes.read_notes_file` gives all.

    Args:
        path: A file in one of the formats of `samsyn.reading.FORMATS`.

    Returns:
        The record of the meeting, every value with its place in the document's text.

    Raises:
        samsyn.reading.ReadingError: The file can't be used; its message says in Swedish what to do.
    """
    from pathlib import Path as FilePath  # noqa: PLC0415 - importing samsyn costs nothing until a file is read

    from samsyn.reading import expect  # noqa: PLC0415

    expect(FilePath(path))
    from samsyn.minutes import read_notes_file  # noqa: PLC0415

    return read_notes_file(FilePath(path)).notes[0].minutes
