"""Which notes a file beside them belongs to, by the names of files and folders alone. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from samsyn.register.intake.attachments import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"\bbilag(?:a|or)\b")
FOLDER = re.compile(r"^(?P<notes>.*?)\s*\bbilagor$")
# Kinds that people attach. Others stay where they are: programs, databases, sound.
KINDS = (
    *(".csv", ".doc", ".docm", ".docx", ".dotx", ".eml", ".gif", ".htm", ".html", ".jpeg", ".jpg", ".md"),
    *(".mht", ".msg", ".odg", ".odp", ".ods", ".odt", ".pdf", ".png", ".ppsx", ".ppt", ".pptx", ".rtf"),
    *(".svg", ".tif", ".tiff", ".txt", ".vsdx", ".webp", ".xls", ".xlsm", ".xlsx"),
)


def may_be_attached(shown: str) -> bool:
    """Whether a file is of a kind that people attach."""
    return shown.lower().endswith(KINDS)


def is_called_attachment(shown: str) -> bool:
    """Whether a file says by its name, or its folder's, that it is an attachment."""
    path = PurePosixPath(shown)
    return bool(WORD.search(plain_words(path.stem)) or FOLDER.match(plain_words(path.parent.name)))


class Shelf:
    """Notes by their folders and names."""

    def __init__(self, notes: Iterable[str]) -> None:
        """Put up the notes, given by their paths from the folder that was asked for."""
        self.by_folder: dict[str, dict[str, str]] = defaultdict(dict)
        for shown in notes:
            path = PurePosixPath(shown)
            self.by_folder[str(path.parent)].setdefault(plain_words(path.stem), shown)

    def find_owner(self, shown: str) -> str | None:
        """The notes that a file belongs to: those whose name its own begins with, or its folder's."""
        path = PurePosixPath(shown)
        folder = FOLDER.match(plain_words(path.parent.name))
        if folder is None:
            return self._longest(str(path.parent), plain_words(path.stem), but=shown)
        around = str(path.parent.parent)
        return self._longest(around, folder["notes"]) if folder["notes"] else self._only(around)

    def beside(self, shown: str) -> list[str]:
        """The notes in the folder of a file, or beside its folder of attachments."""
        path = PurePosixPath(shown)
        is_apart = FOLDER.match(plain_words(path.parent.name))
        folder = path.parent.parent if is_apart else path.parent
        return [one for one in self.by_folder.get(str(folder), {}).values() if one != shown]

    def _longest(self, folder: str, words: str, *, but: str = "") -> str | None:
        """The notes with the longest name that some words begin with."""
        names, parts = self.by_folder.get(folder, {}), words.split()
        begins = (names.get(" ".join(parts[:n])) for n in range(len(parts), 0, -1))
        return next((one for one in begins if one and one != but), None)

    def _only(self, folder: str) -> str | None:
        notes = list(self.by_folder.get(folder, {}).values())
        return notes[0] if len(notes) == 1 else None
