"""Swedish alphabetical order: å, ä and ö come last, the same in every database and here.

Databases know other orders, and by the numbers of the letters Ä comes before Å. So names are put in order
by a key whose letters' numbers stand in Swedish order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import CharField, Func

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import Model, QuerySet
    from django.db.models.sql.compiler import SQLCompiler

    Row = TypeVar("Row", bound=Model)

# As in a Swedish dictionary: letters with marks beside the plain ones, ü by y, æ by ä, ø by ö.
# "{", "|" and "}" are the three characters behind "z".
LETTERS = {
    "å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}",
    "à": "a", "á": "a", "â": "a", "ã": "a", "ç": "c", "č": "c", "ć": "c", "è": "e", "é": "e", "ê": "e",
    "ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i", "ł": "l", "ñ": "n", "ń": "n", "ò": "o", "ó": "o",
    "ô": "o", "õ": "o", "š": "s", "ś": "s", "ù": "u", "ú": "u", "û": "u", "ü": "y", "ý": "y", "ž": "z",
}  # fmt: skip
BOTH = LETTERS | {letter.upper(): plain for letter, plain in LETTERS.items()}
SMALL = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
IN_PYTHON = str.maketrans(BOTH) | SMALL


def alphabetical_key(name: str) -> str:
    """What a name is put in order by."""
    return name.translate(IN_PYTHON)


class Alphabetical(Func):
    """The same key of a column, in the database."""

    function = "ALPHABETICAL_KEY"
    arity = 1
    output_field = CharField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **more: Any
    ) -> tuple[str, Any]:
        """In the order of the letters' numbers, whatever order the database was made with."""
        letters, plain = "".join(BOTH), "".join(BOTH.values())
        template = f"TRANSLATE(LOWER(%(expressions)s COLLATE \"C\"), '{letters}', '{plain}')"
        return self.as_sql(compiler, connection, template=template, **more)


def teach_alphabet(*, connection: BaseDatabaseWrapper, **_: object) -> None:
    """Let a new connection to SQLite know the key; it has no function that changes many letters."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(
            Alphabetical.function, 1, lambda name: alphabetical_key(name or ""), deterministic=True
        )


def alphabetical(rows: QuerySet[Row], column: str = "name") -> QuerySet[Row]:
    """Rows in alphabetical order; equal names in order of id, so that pages of them never overlap."""
    return rows.order_by(Alphabetical(column), "pk")
