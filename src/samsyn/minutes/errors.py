"""Errors of the reading of minutes.

ReadingError                  samsyn.reading: the file can't be used
    NotMeetingNotes           the file is readable but holds no notes of a meeting
"""

from __future__ import annotations

from samsyn.reading import ReadingError


class NotMeetingNotes(ReadingError):
    """The text is no note of a meeting: it is passed over."""

    def __init__(self, name: str) -> None:
        """Say so."""
        super().__init__(
            name,
            "ser inte ut som anteckningar från ett möte",
            "kontrollera att rätt fil valdes, anteckningarna behöver en dag och en lista över "
            "närvarande eller punkter",
        )
