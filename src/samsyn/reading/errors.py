"""Why a file cannot be read, each with one Swedish sentence for the person who sent it.

    ReadingError
    ├── EmptyFile              nothing to read
    ├── TooLarge               over a limit
    ├── EncryptedFile          needs a password
    │   └── WrongPassword      another than the one that was given
    ├── DamagedFile            claims a format but cannot be opened as one
    ├── UnsupportedFormat      a known kind of file that is not read
    ├── UnreadableFile         no file, no permission, or no text at all
    ├── HostileFile            built to exhaust the reader
    └── IdentityNumberFound    holds a Swedish identity number

A file that can be read but is no meeting note is `samsyn.minutes.NotMeetingNotes`, also a
`ReadingError`. What a reader is unsure of is never an error: it is an `Observation` or a `Doubt`.
"""

from __future__ import annotations


class ReadingError(Exception):
    """Base of all that can be wrong with a file.

    Attributes:
        name: The file's name as it may be shown.
        message: One sentence in Swedish that names the file and says what to do.
    """

    def __init__(self, name: str, trouble: str, remedy: str) -> None:
        """Put the sentence together.

        Args:
            name: The file's name; shown in quotes.
            trouble: What is wrong, as it continues after the name: "är tom".
            remedy: What to do, a main clause that begins with a small letter.
        """
        self.name = name
        self.message = f"”{name}” {trouble}: {remedy}."
        super().__init__(self.message)


class EmptyFile(ReadingError):
    """The file has no words."""

    def __init__(self, name: str) -> None:
        """Say so."""
        super().__init__(name, "innehåller ingen text", "kontrollera att rätt fil valdes")


class TooLarge(ReadingError):
    """The file, or the text in it, is over a limit."""

    def __init__(self, name: str, *, limit: int, of: str = "filen") -> None:
        """Say which limit, in whole megabytes, holds `of` what ("filen", "texten i filen")."""
        megabytes = max(1, limit // 2**20)
        super().__init__(
            name,
            f"är för stor, {of} får vara högst {megabytes} MB",
            "ta bort stora bilder eller dela upp dokumentet och försök igen",
        )


class EncryptedFile(ReadingError):
    """The file is protected by a password."""

    def __init__(self, name: str, *, can_be_opened: bool = False) -> None:
        """Say so, and whether it can be read where the password is given."""
        remedy = "spara en kopia utan lösenord och välj den"
        given = ", eller ange lösenordet med --password" if can_be_opened else ""
        super().__init__(name, "är skyddad med lösenord", remedy + given)


class WrongPassword(EncryptedFile):
    """The file is protected by another password than the one that was given."""

    def __init__(self, name: str) -> None:
        """Say so."""
        ReadingError.__init__(
            self,
            name,
            "går inte att öppna med det lösenord som angavs",
            "kontrollera lösenordet, eller spara en kopia utan lösenord och välj den",
        )


class DamagedFile(ReadingError):
    """The file says it is of a format, but cannot be opened as one."""

    def __init__(self, name: str, *, title: str) -> None:
        """Name the format that the file seems to be of."""
        super().__init__(
            name,
            f"är skadad och går inte att öppna som {title}",
            "öppna den i programmet den skrevs i, spara en ny kopia och välj den",
        )


class UnsupportedFormat(ReadingError):
    """The file is of a known kind that is not read."""

    def __init__(self, name: str, *, title: str) -> None:
        """Name the format that was found in the content."""
        super().__init__(
            name,
            f"är {title}, som inte kan läsas",
            "spara anteckningarna som Word (.docx), PDF eller ren text och välj den filen",
        )


class UnreadableFile(ReadingError):
    """There is no file, no permission to read it, or no text in it."""


class HostileFile(ReadingError):
    """The file is built to exhaust the reader."""

    def __init__(self, name: str, *, trouble: str) -> None:
        """Say what was found, as it continues after the name."""
        super().__init__(
            name,
            f"{trouble} och läses inte av säkerhetsskäl",
            "skriv ut texten på nytt i en tom fil om innehållet behövs",
        )


class IdentityNumberFound(ReadingError):
    """The file holds a Swedish identity number.

    Attributes:
        where: The place in words ("på rad 14"); the number itself is never repeated.
    """

    def __init__(self, name: str, *, where: str) -> None:
        """Say where; `name` must already be free of the number."""
        self.where = where
        super().__init__(
            name,
            f"innehåller ett personnummer eller samordningsnummer {where} och har inte lästs in",
            "ta bort numret och välj filen igen",
        )
